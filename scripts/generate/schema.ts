import type { Config, ReportEntry, ScopeSettings } from '../../server/src/config/config.ts';
import type { IgnoreEntry } from '../../server/src/config/ignores.ts';
import { ISSUER_TYPES } from '../../server/src/config/issuer.ts';
import type { Bilingual, Rule } from '../../server/src/rules/rule.ts';
import { byGroup, GROUPS, SEVERITIES } from './words.ts';

/** The JSON schema of `.nianbao.json`. Editors show its descriptions in one language only, so each holds both. */

export const SCHEMA_PATH = 'schemas/nianbao.schema.json';

type JsonSchema = Readonly<Record<string, unknown>>;

export const SEVERITY_NAMES = ['error', 'warning', 'information', 'hint', 'off'] as const;

const both = ({ zh, en }: Bilingual): string => `${zh}\n${en}`;

const oneLine = ({ meta }: Rule): string =>
  `${meta.title.zh} ${meta.title.en}（${SEVERITIES[meta.severity]} ${meta.severity}）`;

/** Every rule and every group with what it is, for completion and hover. */
export function describedKeys(rules: readonly Rule[]): [id: string, description: string][] {
  return [...byGroup(rules)].flatMap(([group, members]) => [
    [group, `整组：${GROUPS[group]?.zh ?? group} The whole group: ${GROUPS[group]?.en ?? group}`] as [string, string],
    ...members.map((rule): [string, string] => [rule.meta.id, oneLine(rule)]),
  ]);
}

/** A property for each setting: one that the reader knows and the schema does not won't compile. */
type Properties<T> = { readonly [K in keyof T]-?: JsonSchema };

const SCOPE: Properties<ScopeSettings> = {
  allowedTerms: {
    description: both({ zh: '允许出现的外文词，不再提示。', en: 'Foreign words that are not reported.' }),
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
  },
  issuer: {
    description: both({
      zh: '发布机关：名称，或名称和类型；不写则按文中所写判断。',
      en: 'The issuer: its name, or name and type; without it the text decides.',
    }),
    anyOf: [
      { type: 'null' },
      { type: 'string', minLength: 1 },
      {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1 },
          type: {
            description: both({
              zh: '部门 department、政府 government、乡镇 township、街道 street；不写则按名称判断。',
              en: 'What kind of body it is; without it the name tells.',
            }),
            enum: ISSUER_TYPES,
          },
        },
        required: ['name'],
        additionalProperties: false,
      },
    ],
  },
  rules: {
    description: both({
      zh: '规则或规则组的级别；off 为关闭，规则自己的设置优先于所在的组。',
      en: 'Severity of a rule or a group of rules, or off. A rule’s own entry wins over its group’s.',
    }),
    $ref: '#/definitions/rules',
  },
  year: {
    description: both({
      zh: '报告年度；不写则按文中所写判断。',
      en: 'The report year; without it the text decides.',
    }),
    type: ['integer', 'null'],
    minimum: 2008,
    maximum: 2099,
  },
};

const IGNORE: Properties<Omit<IgnoreEntry, 'span'>> = {
  file: {
    description: both({
      zh: '报告相对本文件的路径；不写则对所有报告有效。',
      en: 'The report’s path relative to this file; without it all reports are meant.',
    }),
    type: 'string',
  },
  rule: { description: both({ zh: '规则的编号。', en: 'The rule’s id.' }), $ref: '#/definitions/rule' },
  fingerprint: {
    description: both({
      zh: '问题的指纹，由快速修复或 --format json 给出；数字或句子改动后失效。',
      en: 'Names the finding; quick fixes and --format json give it. It lapses when the number or the sentence changes.',
    }),
    type: 'string',
    minLength: 1,
  },
  reason: { description: both({ zh: '忽略的理由。', en: 'Why it may stand.' }), type: 'string', minLength: 1 },
  text: {
    description: both({ zh: '当时的提示，只供阅读。', en: 'What was reported, for reading only.' }),
    type: 'string',
  },
};

const REPORT: Properties<ReportEntry> = {
  ...SCOPE,
  prior: {
    description: both({
      zh: '上年的报告，相对本文件的路径；不写则按机关名称和年度找。',
      en: 'The file of last year’s report, relative to this file; without it the body’s name and the year decide.',
    }),
    type: ['string', 'null'],
    minLength: 1,
  },
};

const TOP: Properties<Config> = {
  ...SCOPE,
  ignores: {
    description: both({
      zh: '已核实、可以保留的问题，逐条写明理由。',
      en: 'Findings that were looked at and may stand, each with its reason.',
    }),
    type: 'array',
    items: {
      type: 'object',
      properties: IGNORE,
      required: ['rule', 'fingerprint', 'reason'],
      additionalProperties: false,
    },
  },
  members: {
    description: both({
      zh: '政府报告汇总的全部单位；写了以后，政府的数应当恰好等于各单位之和。',
      en: 'All bodies that the government’s report adds up; with it every number must be exactly their sum.',
    }),
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
  },
  renamed: {
    description: both({
      zh: '机构改革等改了名称的机关：现名 → 原名，用来找上年的报告。',
      en: 'Bodies that were renamed: present name → former name, to find last year’s report.',
    }),
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1 },
  },
  reports: {
    description: both({
      zh: '只对某一份报告生效的设置，键为相对本文件的路径，用 / 分隔。',
      en: 'Settings of single reports, by their path relative to this file, with forward slashes.',
    }),
    type: 'object',
    additionalProperties: { type: 'object', properties: REPORT, additionalProperties: false },
  },
};

export const schemaOf = (rules: readonly Rule[]): JsonSchema => ({
  $comment: '由 npm run generate 生成，请勿手改。Generated by npm run generate; do not edit.',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '年报校对设置 nianbao-lint settings',
  type: 'object',
  allowComments: true,
  allowTrailingCommas: true,
  properties: { $schema: { type: 'string' }, ...TOP },
  additionalProperties: false,
  definitions: {
    severity: { enum: SEVERITY_NAMES },
    rule: { enum: rules.map(({ meta }) => meta.id) },
    rules: {
      type: 'object',
      properties: Object.fromEntries(
        describedKeys(rules).map(([id, description]) => [id, { description, $ref: '#/definitions/severity' }]),
      ),
      additionalProperties: false,
    },
  },
});

const LINE = 120;

/** JSON as Biome formats it: an array of plain values on one line where it fits. */
export function formatJson(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => formatJson(item, inner)).join(', ')}]`;
    const plain = value.every((item) => typeof item !== 'object');
    if (value.length === 0 || (plain && indent.length + line.length + 24 < LINE)) return line;
    return `[\n${value.map((item) => inner + formatJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${formatJson(item, inner)}`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
