import type { Bilingual } from '../rules/rule.ts';

/** The messages of the configuration reader, as templates. */
export const MESSAGES = {
  syntax: { zh: 'JSON 格式有误：{what}', en: 'Malformed JSON: {what}' },
  'unknown-key': {
    zh: '没有名为“{key}”的配置项。可用的有：{known}',
    en: 'There is no setting “{key}”. Known settings: {known}',
  },
  'unknown-rule': { zh: '没有名为“{rule}”的规则或规则组', en: 'There is no rule or group of rules “{rule}”' },
  'similar-rule': {
    zh: '没有名为“{rule}”的规则或规则组，是否应为“{similar}”？',
    en: 'There is no rule or group of rules “{rule}”. Did you mean “{similar}”?',
  },
  'needs-object': { zh: '此处应为用大括号括起的一组配置项', en: 'A group of settings in braces belongs here' },
  'needs-list': { zh: '此处应为用方括号括起的词语列表', en: 'A list of words in square brackets belongs here' },
  'needs-entries': {
    zh: '此处应为用方括号括起的一组忽略记录',
    en: 'A list of ignore entries in square brackets belongs here',
  },
  'needs-key': { zh: '缺少“{key}”，这条记录不起作用', en: '“{key}” is missing, so that this entry has no effect' },
  'needs-issuer': {
    zh: '此处应为发布机关的名称，或 { "name": 名称, "type": 类型 }',
    en: 'The name of the issuer belongs here, or { "name": name, "type": type }',
  },
  'needs-reason': { zh: '没有写明忽略的理由', en: 'The reason for ignoring is not given' },
  'stale-ignore': {
    zh: '“{file}”中已没有这条“{rule}”的问题（数字或句子已改动），这条忽略记录可以删去',
    en: '“{file}” has no such finding of “{rule}” any more (the number or the sentence has changed); this entry can go',
  },
  'needs-filled-text': { zh: '此处不能为空', en: 'This must not be empty' },
  'needs-text': { zh: '此处应为用双引号括起的文字', en: 'A text in double quotes belongs here' },
  'needs-number': { zh: '此处应为 {from} 至 {to} 之间的整数', en: 'A whole number from {from} to {to} belongs here' },
  'more-problems': {
    zh: '另有 {left} 处问题没有列出，改正之后会接着列出',
    en: '{left} more problems are not listed; they follow as these are mended',
  },
  'too-large': {
    zh: '设置文件过大（最多 {most} 个字符），其中的设置都不起作用',
    en: 'The settings file is too large (at most {most} characters); nothing in it has effect',
  },
  'too-deep': {
    zh: '括号嵌套过深（最多 {most} 层），整个文件中的设置都不起作用',
    en: 'Brackets are nested too deeply (at most {most} levels); nothing in this file has effect',
  },
  'not-a-file': {
    zh: '设置文件不是普通文件，没有读取，其中的设置都不起作用',
    en: 'The settings file is not a regular file; it was not read and nothing in it has effect',
  },
  outside: {
    zh: '设置文件是指向工作区之外的链接，没有读取，其中的设置都不起作用',
    en: 'The settings file is a link that leads out of the workspace; it was not read and nothing in it has effect',
  },
  unreadable: {
    zh: '设置文件读不了，其中的设置都不起作用',
    en: 'The settings file cannot be read; nothing in it has effect',
  },
  'needs-choice': { zh: '此处只能填：{choices}', en: 'Only these are possible here: {choices}' },
} as const satisfies Record<string, Bilingual>;

export type MessageId = keyof typeof MESSAGES;

/** jsonc-parser's error codes in words; all others get a general message. */
export const SYNTAX: Readonly<Record<string, Bilingual>> = {
  CommaExpected: { zh: '缺少逗号', en: 'a comma is missing' },
  ColonExpected: { zh: '缺少冒号', en: 'a colon is missing' },
  ValueExpected: { zh: '缺少值', en: 'a value is missing' },
  PropertyNameExpected: { zh: '此处应为用双引号括起的配置项名称', en: 'a name in double quotes belongs here' },
  CloseBraceExpected: { zh: '缺少右大括号', en: 'a closing brace is missing' },
  CloseBracketExpected: { zh: '缺少右方括号', en: 'a closing bracket is missing' },
  UnexpectedEndOfString: { zh: '缺少右双引号', en: 'a closing quotation mark is missing' },
  UnexpectedEndOfComment: { zh: '注释没有结束', en: 'the comment does not end' },
  EndOfFileExpected: { zh: '末尾有多余的内容', en: 'there is something after the end' },
};

export const SYNTAX_OTHER: Bilingual = { zh: '此处不能识别', en: 'this cannot be understood' };
