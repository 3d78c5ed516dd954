import { ISSUER_TYPES } from '../../server/src/config/issuer.ts';
import { ENTRY_KINDS, type EntryKind, PLACES } from '../../server/src/packs/pack.ts';
import { PLACE_WORDS } from '../../server/src/packs/place.ts';
import { both, GENERATED, PACK_PATH, SEVERITY_NAMES } from './schema.ts';

/** The JSON schema of `*.nianbao-pack.json`: completion and hover for who writes a rule pack. */

export const PACK_SCHEMA_PATH = 'schemas/nianbao-pack.schema.json';

type JsonSchema = Readonly<Record<string, unknown>>;

const described = (zh: string, en: string, schema: JsonSchema): JsonSchema => ({
  description: both({ zh, en }),
  ...schema,
});

const TEXT = { type: 'string', minLength: 1 };
const sentences = { type: 'array', items: TEXT, maxItems: 20 };

/** What each kind is for, in one sentence. */
const KIND_WORDS: Readonly<Record<EntryKind, readonly [zh: string, en: string]>> = {
  require: ['某处应当写明的情况或数字', 'A statement or a count that must stand in a place'],
  replace: ['写错的短语，及其正确写法', 'A phrase that is wrong, with its replacement'],
  term: ['应当统一使用的名词', 'A term to be used in place of its variants'],
  forbid: ['不得出现的短语', 'A phrase that must not stand'],
  name: ['机关、地名、文件的名称，须一字不差', 'A name of a body, a place or a document, exactly as written'],
  length: ['某处的篇幅上限', 'How many characters a place may have'],
  deadline: ['落款日期的期限', 'The last day for the date at the end'],
  severity: ['改变内置规则的级别', 'Another severity for an existing rule'],
};

const COMMON: Readonly<Record<string, JsonSchema>> = {
  message: described('报出时的说明；只写中文，或分 zh、en 两种语言。', 'What is said of it: Chinese, or zh and en.', {
    anyOf: [
      TEXT,
      { type: 'object', properties: { zh: TEXT, en: TEXT }, required: ['zh'], additionalProperties: false },
    ],
  }),
  basis: described('依据：文号、条款或惯例。', 'The notice, article or habit behind it.', TEXT),
  severity: described('级别，默认 warning（警告）。', 'Severity, warning by default.', { enum: SEVERITY_NAMES }),
  for: described('只对这几类机关核对；不写则对所有机关。', 'Which bodies it concerns; all when left out.', {
    type: 'array',
    items: { enum: ISSUER_TYPES },
    uniqueItems: true,
  }),
  right: described('正确的例句，不应报出。', 'Sentences that are right and must not be reported.', sentences),
  wrong: described('有问题的例句，应当报出。', 'Sentences that are wrong and must be reported.', sentences),
};

const place = described(
  `在何处核对：${PLACES.map((name) => `${name} ${PLACE_WORDS[name]}`).join('、')}。`,
  'Where it looks: the whole prose, a section, or an aspect of section one.',
  { enum: PLACES },
);

const phrases = described(
  '要找的短语，一个或几个。* 代表同一句中至多 20 个字，? 代表一个字，# 代表一个数。',
  'One phrase or several. * is up to 20 characters of one sentence, ? one character, # a number.',
  { anyOf: [TEXT, { type: 'array', items: TEXT, minItems: 1, maxItems: 100 }] },
);

const instead = described('正确的写法。', 'What is written instead.', TEXT);

/** Of each kind what it has beside what all have, and what of it must be there. */
const OWN: Readonly<
  Record<EntryKind, readonly [own: Readonly<Record<string, JsonSchema>>, needed: readonly string[]]>
> = {
  require: [{ in: place, phrases }, ['in', 'phrases']],
  replace: [{ in: place, phrases, instead }, ['phrases', 'instead']],
  term: [{ in: place, phrases, instead }, ['phrases', 'instead']],
  forbid: [{ in: place, phrases }, ['phrases']],
  name: [
    {
      name: described('正确的全称，至少四个字。', 'The full name, four characters at least.', {
        type: 'string',
        minLength: 4,
      }),
      others: described(
        '与之只差一字而本身正确的其他名称。',
        'Other names that differ by one character and are right.',
        { type: 'array', items: { type: 'string', minLength: 4 } },
      ),
      phrases,
    },
    ['name'],
  ],
  length: [
    { in: place, most: described('至多多少字。', 'Characters at most.', { type: 'integer', minimum: 1 }) },
    ['in', 'most'],
  ],
  deadline: [
    { date: described('报告年度次年的月和日，如 1月31日。', 'Month and day in the year after.', TEXT) },
    ['date'],
  ],
  severity: [{ rule: described('规则或规则组的编号。', 'The id of a rule or a group.', TEXT) }, ['rule', 'severity']],
};

const entryOf = (kind: EntryKind): JsonSchema => {
  const [own, needed] = OWN[kind];
  const [zh, en] = KIND_WORDS[kind];
  return described(`${zh}。`, `${en}.`, {
    type: 'object',
    properties: { kind: { const: kind }, ...COMMON, ...own },
    required: ['kind', 'message', 'basis', ...needed],
    additionalProperties: false,
  });
};

const name = { pattern: '^[^\\s/,，、:：]+$' };

export const packSchema = (): JsonSchema => ({
  $comment: GENERATED,
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '年报校对规则包 nianbao-lint rule pack',
  type: 'object',
  allowComments: true,
  allowTrailingCommas: true,
  properties: {
    $schema: { type: 'string' },
    name: described(
      '规则包名，用作各条编号的前半，如 某县-2025。',
      'The pack’s name, the first half of its rules’ ids.',
      { type: 'string', maxLength: 40, ...name },
    ),
    title: described('规则包的标题，只供阅读。', 'What the pack is, for reading only.', { type: 'string' }),
    extends: described(
      '同时启用的其他规则包，写相对本文件的路径，不能离开工作区。',
      'Other packs to use as well, by paths relative to this file inside the workspace.',
      { type: 'array', items: { type: 'string', pattern: PACK_PATH }, uniqueItems: true },
    ),
    entries: described('各条要求：名称 → 内容。', 'The entries, by their names.', {
      type: 'object',
      propertyNames: { maxLength: 60, ...name },
      additionalProperties: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: described(
            `种类：${ENTRY_KINDS.map((kind) => `${kind} ${KIND_WORDS[kind][0]}`).join('；')}。`,
            'What kind of entry it is.',
            { enum: ENTRY_KINDS },
          ),
        },
        oneOf: ENTRY_KINDS.map(entryOf),
      },
    }),
  },
  required: ['name', 'entries'],
  additionalProperties: false,
});
