/** 发文字号 of a document of the State Council's offices: 国办函〔2020〕109号. */
export interface DocumentNumber {
  /** 机关代字. */
  readonly organ: string;
  readonly year: number;
  readonly serial: number;
}

export type DocumentId = 'regulations-2019' | 'regulations-2007' | 'form-2021' | 'form-2019' | 'fee-rules';

/** A law or notice that reports cite. Dates are ISO. */
export interface KnownDocument {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  /** The title as it is cited. */
  readonly number: string;
  /** None for an order of the State Council, which has no year in its number. */
  readonly parts?: DocumentNumber;
  readonly issued: string;
  readonly inForce: string;
  /** The document that replaced it, and thereby the day on which it lapsed. */
  readonly supersededBy?: DocumentId;
  /**
   * The title between 《 and 》, folded: no blanks, brackets in NFKC, inner title marks as < >. A province's notice on
   * the same matter has another issuer before the title and is another document.
   */
  readonly cited: RegExp;
}

const OFFICE = '国务院办公厅';
const OPENNESS_OFFICE = '国务院办公厅政府信息与政务公开办公室';

export const DOCUMENTS: Readonly<Record<DocumentId, KnownDocument>> = {
  'regulations-2019': {
    id: 'regulations-2019',
    title: '中华人民共和国政府信息公开条例',
    issuer: '国务院',
    number: '国务院令第711号',
    issued: '2019-04-03',
    inForce: '2019-05-15',
    cited: /^(?:中华人民共和国)?政府信息公开条例$/,
  },
  'regulations-2007': {
    id: 'regulations-2007',
    title: '中华人民共和国政府信息公开条例',
    issuer: '国务院',
    number: '国务院令第492号',
    issued: '2007-04-05',
    inForce: '2008-05-01',
    supersededBy: 'regulations-2019',
    cited: /^(?:中华人民共和国)?政府信息公开条例$/,
  },
  'form-2021': {
    id: 'form-2021',
    title: '关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
    issuer: OPENNESS_OFFICE,
    number: '国办公开办函〔2021〕30号',
    parts: { organ: '国办公开办函', year: 2021, serial: 30 },
    issued: '2021-09-26',
    inForce: '2021-09-26',
    cited:
      /^(?:国务院办公厅(?:政府信息与政务公开办公室)?)?(?:关于印发)?<?中华人民共和国政府信息公开工作年度报告格式>?(?:的通知)?$/,
  },
  'form-2019': {
    id: 'form-2019',
    title: '关于政府信息公开工作年度报告有关事项的通知',
    issuer: OPENNESS_OFFICE,
    number: '国办公开办函〔2019〕60号',
    parts: { organ: '国办公开办函', year: 2019, serial: 60 },
    issued: '2019-11-27',
    inForce: '2019-11-27',
    supersededBy: 'form-2021',
    cited: /^(?:国务院办公厅(?:政府信息与政务公开办公室)?)?关于政府信息公开工作年度报告有关事项的通知$/,
  },
  'fee-rules': {
    id: 'fee-rules',
    title: '政府信息公开信息处理费管理办法',
    issuer: OFFICE,
    number: '国办函〔2020〕109号',
    parts: { organ: '国办函', year: 2020, serial: 109 },
    issued: '2020-11-17',
    inForce: '2021-01-01',
    cited: /^(?:国务院办公厅)?(?:关于印发)?<?政府信息公开信息处理费管理办法>?(?:的通知)?$/,
  },
};

/** In the order of their years; the current document of a title comes before the one it superseded. */
export const KNOWN_DOCUMENTS: readonly KnownDocument[] = Object.values(DOCUMENTS);

/** The year in which a document took effect. */
export const yearInForce = ({ inForce }: KnownDocument): number => Number(inForce.slice(0, 4));

export const citedAs = ({ title, number }: KnownDocument): string => `《${title}》（${number}）`;
