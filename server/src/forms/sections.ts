import type { FormSection } from './form.ts';

/**
 * The six sections of both forms. The aliases are names that 条例第五十条, the notices' own texts and published reports use
 * for the same section; they are accepted.
 */
export const SECTIONS: readonly FormSection[] = [
  { number: 1, ordinal: '一', title: '总体情况', aliases: ['概述', '政务公开总体情况', '政府信息公开工作总体情况'] },
  {
    number: 2,
    ordinal: '二',
    title: '主动公开政府信息情况',
    aliases: ['行政机关主动公开政府信息情况', '主动公开政府信息的情况'],
    table: 'proactive',
  },
  {
    number: 3,
    ordinal: '三',
    title: '收到和处理政府信息公开申请情况',
    aliases: [
      '行政机关收到和处理政府信息公开申请情况',
      '收到和处理政府信息公开申请的情况',
      '收到和办理政府信息公开申请情况',
    ],
    table: 'requests',
  },
  {
    number: 4,
    ordinal: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    aliases: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
      '政府信息公开行政复议及行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议、诉讼情况',
    ],
    shortNames: [
      '行政复议和行政诉讼情况',
      '行政复议、行政诉讼情况',
      '行政复议及行政诉讼情况',
      '行政复议与行政诉讼情况',
      '行政复议、诉讼情况',
      '行政复议和诉讼情况',
    ],
    table: 'review',
  },
  {
    number: 5,
    ordinal: '五',
    title: '存在的主要问题及改进情况',
    aliases: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在的主要问题和改进措施',
      '存在的主要问题及改进措施',
      '存在的主要问题和改进情况',
      '存在问题及改进措施',
    ],
  },
  {
    number: 6,
    ordinal: '六',
    title: '其他需要报告的事项',
    aliases: ['其他报告事项', '其他需要报告事项', '其他需要报告的情况'],
    shortNames: ['其他事项', '其他需要说明的事项', '其他情况'],
  },
];
