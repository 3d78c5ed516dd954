import { STATUTORY_FORMS } from '../../server/src/forms/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { howToMark, marked, replaceMarked } from './markers.ts';
import { cell, FIXES, GROUPS, groupOf, SEVERITIES } from './words.ts';

/** A rule's page: generated head, prose by hand, generated section on switching off, English summary by hand. */

export const RULE_PAGES = 'docs/rules';

export const pagePath = ({ meta }: Rule): string => `${RULE_PAGES}/${meta.id}.md`;

const HEAD = 'rule';
const OFF = 'off';

/** The second-level headings of every page, in this order. */
export const HEADINGS = [
  '检查什么',
  '依据',
  '错误示例',
  '正确示例',
  '修复',
  '何时不报',
  '如何关闭',
  'English',
] as const;

/** The newest first. */
const formsOf = ({ meta }: Rule): string =>
  STATUTORY_FORMS.filter((form) => meta.appliesTo?.(form) ?? true)
    .map(({ id }) => `${id} 年格式`)
    .reverse()
    .join('、');

function head(rule: Rule): string {
  const { id, title, severity, basis, fix } = rule.meta;
  const group = groupOf(rule);
  const rows = [
    ['编号 Id', `\`${id}\``],
    ['分组 Group', `${GROUPS[group]?.zh ?? group} ${GROUPS[group]?.en ?? ''}`.trim()],
    ['默认级别 Severity', `${SEVERITIES[severity]} ${severity}`],
    ['适用 Forms', formsOf(rule)],
    ['依据 Basis', basis],
    ['修复 Fix', `${FIXES[fix].zh} ${FIXES[fix].en}`],
  ];
  return [
    `# ${title.zh}`,
    '',
    title.en,
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${cell(value ?? '')} |`),
  ].join('\n');
}

function switchingOff(rule: Rule): string {
  const { id } = rule.meta;
  const group = groupOf(rule);
  return [
    '## 如何关闭',
    '',
    `在 \`.nianbao.json\` 中改变级别，\`off\` 为关闭；写分组 \`${group}\` 则对整组生效：`,
    '',
    '```json',
    `{ "rules": { "${id}": "off" } }`,
    '```',
    ...(group === IGNORING ? [] : ignoring(id)),
  ].join('\n');
}

/** Ignoring cannot be ignored. */
const IGNORING = 'config';

const ignoring = (id: string): string[] => [
  '',
  '只放过一处：在 Markdown、HTML 草稿中，把注释写在那一段、那个标题或那张表的前面（`nianbao-ignore-file` 对整个文件生效），并写明理由；',
  '纯文本草稿用快速修复写入 `.nianbao.json` 的 `ignores`。',
  '',
  '```html',
  `<!-- nianbao-ignore ${id}: 理由 -->`,
  '```',
];

const page = (rule: Rule): string =>
  [
    marked(HEAD, head(rule)),
    ...HEADINGS.map((heading) => (heading === '如何关闭' ? marked(OFF, switchingOff(rule)) : `## ${heading}`)),
  ].join('\n\n');

/** The page as it should be; a rule without one gets the headings to be filled in. */
export function renderPage(rule: Rule, current: string | undefined): { text: string; problems: string[] } {
  const path = pagePath(rule);
  if (current === undefined) return { text: `${page(rule)}\n`, problems: [`${path}: 没有这一页 / is missing`] };
  const withHead = replaceMarked(current, HEAD, head(rule));
  const whole = withHead && replaceMarked(withHead, OFF, switchingOff(rule));
  if (whole === undefined) {
    const marks = `${howToMark(HEAD)}, ${howToMark(OFF)}`;
    return { text: current, problems: [`${path}: 缺少标记 / lacks the markers ${marks}`] };
  }
  return { text: whole, problems: faultsOf(whole).map((fault) => `${path}: ${fault}`) };
}

/** Sections that are missing, out of order or empty, and examples without a draft. */
function faultsOf(text: string): string[] {
  const sections = text
    .split(/^## /m)
    .slice(1)
    .map((part) => ({ heading: part.split('\n', 1)[0]?.trim() ?? '', body: part.slice(part.indexOf('\n') + 1) }));
  const found = sections.map(({ heading }) => heading).join('、');
  const wanted = HEADINGS.join('、');
  if (found !== wanted) return [`小标题应为 ${wanted}，现为 ${found} / has other second-level headings`];
  const empty = sections.filter(({ body }) => body.replace(/<!--.*?-->/g, '').trim() === '');
  if (empty.length > 0) return [`${empty.map(({ heading }) => heading).join('、')}：没有内容 / empty sections`];
  return sections.flatMap(({ heading, body }) => {
    const kind = heading.endsWith('示例') && heading.slice(0, 2);
    return kind && !body.includes(`\`\`\`draft ${kind}`) ? [`${heading}：没有 \`\`\`draft ${kind} / no example`] : [];
  });
}
