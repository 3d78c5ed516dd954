import { toGrid } from '../../server/src/forms/grid.ts';
import { formOfYear, headingOf, STATUTORY_FORMS } from '../../server/src/forms/index.ts';
import { layoutById } from '../../server/src/report/tables/layouts/index.ts';

/** A part of the draft that an example may replace: its heading (none for title and preface) and its lines. */
export interface Part {
  readonly heading?: string;
  readonly lines: readonly string[];
}

export interface BaseDraft {
  readonly title: string;
  readonly preface: readonly string[];
  readonly sections: readonly Part[];
}

const OVERVIEW = [
  '（一）主动公开。按照法定内容和时限公开机构职能、预算决算和办事指南。',
  '（二）依申请公开。落实登记、审核、答复等环节的要求。',
  '（三）政府信息管理。对拟公开的文件逐件审查，定期清理失效内容。',
  '（四）政府信息公开平台建设。维护县政府门户网站的部门专栏。',
  '（五）监督保障。将政府信息公开纳入年度工作考核，组织社会评议，未发生需要追究责任的情形。',
];

const OTHER_SECTIONS: Readonly<Record<number, readonly string[]>> = {
  5: [
    '（一）存在的主要问题。解读材料的形式还不够丰富。',
    '（二）改进情况。对重点文件补充图解和问答，安排业务股室参与撰写。',
  ],
  6: [
    '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本年度发出收费通知0件，收取信息处理费0元。',
    '除上述内容外，没有其他需要报告的事项。',
  ],
};

/** The same in other words: two reports that say the same would be told to be copied. */
const ANOTHER_OVERVIEW = [
  '（一）主动公开。依托单位网页公布林地审批流程、防火提示和招录公告，群众可以随时查阅。',
  '（二）依申请公开。专人接收来信来访，逐件登记并按期答复。',
  '（三）政府信息管理。公文印发前确定公开属性，年底统一归档。',
  '（四）政府信息公开平台建设。更换查阅点电脑，方便老年人使用。',
  '（五）监督保障。每季度听取一次汇报，工作考核和社会评议均已完成，没有责任追究。',
];

const ANOTHER_FIFTH = ['（一）存在的主要问题。个别栏目更新偏慢。', '（二）改进情况。指定专人按月检查栏目。'];

/** A complete, correct draft with zeros in every cell: what an example's fragment stands in. */
export function baseDraft(year: number, another = false): BaseDraft {
  const form = formOfYear(STATUTORY_FORMS, year);
  const { issuer, title, number } = form.notice;
  return {
    title: `桐山县林业局${year}年政府信息公开工作年度报告`,
    preface: [
      `本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《${issuer}${title}》（${number}）编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ],
    sections: form.sections.map((section) => ({
      heading: headingOf(section),
      lines: section.table
        ? layoutById('pipe-rows').write(toGrid(form.tables[section.table], () => '0'))
        : section.number === 1
          ? another
            ? ANOTHER_OVERVIEW
            : OVERVIEW
          : another && section.number === 5
            ? ANOTHER_FIFTH
            : (OTHER_SECTIONS[section.number] ?? []),
    })),
  };
}
