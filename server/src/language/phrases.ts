import { readingValue } from '../facts/claims/claims.ts';
import { citedAs, DOCUMENTS } from '../forms/documents.ts';
import { type CellId, cellId, type FormColumn, formOfYear, newestForm, type SectionNumber } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import type { Report } from '../report/report.ts';
import type { Bilingual } from '../rules/rule.ts';
import { requestsSentence } from '../rules/support/requests-sentence.ts';
import type { Piece } from './snippet.ts';

/** Sentences that reports state every year, with the year filled in and their numbers taken from the tables. */
export interface Phrase {
  readonly title: Bilingual;
  readonly pieces: readonly Piece[];
  /** A paragraph of the section in which this is found says it already. */
  readonly said: RegExp;
  /** The aspect of 总体情况 that it belongs to. */
  readonly aspect?: string;
}

/** What may be written in a section; 0 is the preface. */
export function phrasesFor(report: Report, section: SectionNumber | 0): Phrase[] {
  if (section === 0) return [basis(report), period(report)];
  if (section === 1) return [...requests(report), ...results(report), ...review(report), ...documents(report)];
  return section === 6 ? other(report) : [];
}

const yearOf = ({ year }: Report): Piece => (year === undefined ? { hole: '20xx' } : String(year));

/** A number of the tables; where they have none yet, a place to fill in. */
function count(report: Report, ...ids: CellId[]): Piece {
  const value = readingValue(report, ids);
  return value === undefined ? { hole: '0' } : String(value);
}

const total = (row: string): CellId => cellId('requests', row, 'total');
const cases = (column: string): CellId => cellId('review', 'counts', `${column}.total`);

function basis({ form }: Report): Phrase {
  return {
    title: { zh: '编制依据', en: 'Legal basis' },
    said: /编制本(?:年度)?报告|《中华人民共和国政府信息公开条例》/,
    pieces: [`根据${citedAs(DOCUMENTS['regulations-2019'])}和${citedAs(form.notice)}的规定，编制本报告。`],
  };
}

function period(report: Report): Phrase {
  const year = yearOf(report);
  return {
    title: { zh: '统计期限', en: 'Statistical period' },
    said: /期限/,
    pieces: ['本报告所列数据的统计期限自', year, '年1月1日起至', year, '年12月31日止。'],
  };
}

const ON_REQUEST = '依申请公开';
/** 未收到…申请, 新收…申请 */
const RECEIVED = /(?:收到|新收|受理)[^。]{0,20}申请/;

function requests(report: Report): Phrase[] {
  const [received, carriedIn] = [count(report, total('new')), count(report, total('carriedIn'))];
  if (received === '0' && carriedIn === '0') {
    return [
      {
        title: { zh: '没有收到申请', en: 'No requests' },
        said: RECEIVED,
        aspect: ON_REQUEST,
        pieces: [yearOf(report), '年，本机关未收到政府信息公开申请。'],
      },
    ];
  }
  return [
    {
      title: { zh: '申请的收到和办理', en: 'Requests received and handled' },
      said: RECEIVED,
      aspect: ON_REQUEST,
      pieces: requestsSentence(yearOf(report), {
        received,
        carriedIn,
        concluded: count(report, total('resultTotal')),
        carriedOut: count(report, total('carriedOut')),
      }),
    },
  ];
}

const RESULTS: readonly (readonly [name: string, prefix: string])[] = [
  ['予以公开', 'granted'],
  ['部分公开', 'partial'],
  ['不予公开', 'denied'],
  ['无法提供', 'unable'],
  ['不予处理', 'notHandled'],
  ['其他处理', 'other'],
];

/** Only what there was; nothing while a number is missing. */
function results(report: Report): Phrase[] {
  const rows = report.tables.requests?.rows.map(({ row }) => row.key) ?? [];
  const listed = RESULTS.flatMap(([name, prefix]) => {
    const own = rows.filter((key) => key === prefix || key.startsWith(`${prefix}.`)).map(total);
    const value = readingValue(report, own);
    return value === undefined || value === 0 ? [] : [`${name}${value}件`];
  });
  if (listed.length === 0) return [];
  return [
    {
      title: { zh: '办理结果', en: 'Results' },
      said: /予以公开\s?\d/,
      aspect: ON_REQUEST,
      pieces: [`办结的申请中，${listed.join('、')}。`],
    },
  ];
}

function review(report: Report): Phrase[] {
  const [reviews, suits] = [count(report, cases('review')), count(report, cases('direct'), cases('afterReview'))];
  if (reviews === '0' && suits === '0') {
    return [
      {
        title: { zh: '没有复议和诉讼', en: 'No review or litigation' },
        said: /行政复议/,
        aspect: ON_REQUEST,
        pieces: ['没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。'],
      },
    ];
  }
  return [
    {
      title: { zh: '复议和诉讼', en: 'Review and litigation' },
      said: /行政复议/,
      aspect: ON_REQUEST,
      pieces: ['因政府信息公开工作被申请行政复议', reviews, '件，被提起行政诉讼', suits, '件。'],
    },
  ];
}

function documents(report: Report): Phrase[] {
  const table = report.form.tables.proactive;
  const columns = planOf(table).byKey.get('normative')?.block.columns ?? [];
  if (!columns.some(({ role }) => role === 'removed')) return [];
  const at = (role: FormColumn['role']): Piece =>
    count(
      report,
      ...columns.filter((column) => column.role === role).map(({ key }) => cellId(table.id, 'normative', key)),
    );
  return [
    {
      title: { zh: '行政规范性文件', en: 'Normative documents' },
      said: /规范性文件\s?\d/,
      aspect: '主动公开',
      pieces: ['制发行政规范性文件', at('added'), '件，废止', at('removed'), '件，现行有效', at('stock'), '件。'],
    },
  ];
}

/** Fees are stated where the form asks for them; where a table shows an unpaid one, its author knows the numbers. */
function other(report: Report): Phrase[] {
  const unpaid = readingValue(report, [total('other.feeUnpaid')]) ?? 0;
  const none: Piece = unpaid > 0 ? { hole: '0' } : '0';
  const fee: Phrase = {
    title: { zh: '信息处理费', en: 'Information-processing fees' },
    said: /信息处理费/,
    pieces: [`依据${citedAs(DOCUMENTS['fee-rules'])}，本年度发出收费通知`, none, '件，收取信息处理费', none, '元。'],
  };
  const nothing: Phrase = {
    title: { zh: '没有其他事项', en: 'Nothing else to report' },
    said: /(?:无|没有)其[他它]?/,
    pieces: ['没有其他需要报告的事项。'],
  };
  return statesFees(report) ? [fee, nothing] : [nothing];
}

const statesFees = ({ forms, year }: Report): boolean =>
  (year === undefined ? newestForm(forms) : formOfYear(forms, year)).statesFees;
