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
  'needs-packs': {
    zh: '此处应为用方括号括起的规则包路径，如 ["./规则包/某县.nianbao-pack.json"]',
    en: 'A list of paths of rule packs in square brackets belongs here, such as ["./packs/county.nianbao-pack.json"]',
  },
  'pack-path': {
    zh: '规则包应写相对路径，文件名以 .nianbao-pack.json 结尾：“{path}”',
    en: 'A rule pack is given by a relative path whose name ends in .nianbao-pack.json: “{path}”',
  },
  'pack-outside': {
    zh: '规则包“{path}”在工作区之外，没有读取',
    en: 'The rule pack “{path}” lies outside the workspace; it was not read',
  },
  'pack-missing': { zh: '找不到规则包“{path}”', en: 'There is no rule pack “{path}”' },
  'pack-unreadable': {
    zh: '规则包“{path}”读不了，或不是普通文件，或文件过大',
    en: 'The rule pack “{path}” cannot be read, is not a regular file or is too large',
  },
  'pack-circle': {
    zh: '规则包“{path}”直接或间接地引用了自己，这一处引用不起作用',
    en: 'The rule pack “{path}” extends itself, directly or through others; this has no effect',
  },
  'too-many-packs': {
    zh: '规则包引用过多（最多 {most} 个、{deep} 层）或合计过大，“{path}”没有读取',
    en: 'Too many packs (at most {most}, {deep} deep) or too much in them; “{path}” was not read',
  },
  'pack-broken': {
    zh: '规则包“{path}”中有 {count} 处问题，详见该文件',
    en: 'The rule pack “{path}” has {count} problems; see that file',
  },
  'pack-name': {
    zh: '规则包名只能用文字、数字和连字符，至多 40 个字符，且不能与内置的规则组同名',
    en: 'A pack’s name has letters, digits and hyphens, at most 40, and is not that of a group of built-in rules',
  },
  'pack-twice': {
    zh: '已有名为“{key}”的规则包，这一个不起作用',
    en: 'There is a pack “{key}” already; this one has no effect',
  },
  'entry-name': {
    zh: '条目名“{key}”只能用文字、数字和连字符，至多 60 个字符',
    en: 'An entry’s name has letters, digits and hyphens, at most 60: “{key}”',
  },
  'too-many': { zh: '过多，至多 {most} 个，其余不起作用', en: 'Too many: at most {most}, the others have no effect' },
  'too-long-text': { zh: '过长，至多 {most} 个字符', en: 'Too long: at most {most} characters' },
  'needs-phrases': {
    zh: '此处应为一个短语，或用方括号括起的几个短语',
    en: 'A phrase, or a list of phrases, belongs here',
  },
  'bad-pattern': {
    zh: '短语“{pattern}”中至少要有两个相连的文字，不能以 * 开头或结尾，通配符至多 {most} 个',
    en: 'The phrase “{pattern}” needs two characters side by side, may not begin or end with *, and has at most {most} wildcards',
  },
  'needs-date': { zh: '此处应为月和日，如 "1月31日"', en: 'A month and a day belong here, such as "1月31日"' },
  'needs-entry-key': { zh: '这一条缺少“{key}”，不起作用', en: '“{key}” is missing, so that this entry has no effect' },
  'needs-examples': {
    zh: '没有写 right 和 wrong 例句，不知道这一条是否管用',
    en: 'There are no right and wrong sentences, so that nobody knows whether this entry works',
  },
  'example-right': {
    zh: '例句写在 right 中，却被报为有问题：“{example}”',
    en: 'This sentence is given as right and is reported: “{example}”',
  },
  'example-wrong': {
    zh: '例句写在 wrong 中，却没有被报出：“{example}”',
    en: 'This sentence is given as wrong and is not reported: “{example}”',
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
