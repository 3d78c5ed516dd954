import { Ajv } from 'ajv';

/**
 * The part of the SARIF 2.1.0 schema that our logs use, with every other property refused: names, types, required
 * properties, enumerations and lower bounds as in the standard (OASIS, sarif-v2.1.0-errata01).
 */
const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...properties, properties: { type: 'object' } },
  required,
});
const list = (items: object) => ({ type: 'array', items });
const text = { type: 'string' };
const uri = { type: 'string', pattern: "^(?:[\\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$" };
const counted = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };

const message = object({ text }, ['text']);
const artifactLocation = object({ uri });
const region = object({ startLine: counted, startColumn: counted, endLine: counted, endColumn: counted }, [
  'startLine',
  'startColumn',
  'endLine',
  'endColumn',
]);
const location = object({
  id: { type: 'integer', minimum: -1 },
  physicalLocation: object({ artifactLocation, region }, ['artifactLocation']),
  message,
});
const replacement = object({ deletedRegion: region, insertedContent: object({ text }) }, ['deletedRegion']);
const fix = object(
  {
    description: message,
    artifactChanges: {
      ...list(
        object({ artifactLocation, replacements: { ...list(replacement), minItems: 1 } }, [
          'artifactLocation',
          'replacements',
        ]),
      ),
      minItems: 1,
      uniqueItems: true,
    },
  },
  ['artifactChanges'],
);
const suppression = object(
  {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: text,
  },
  ['kind'],
);
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: -1 },
    level,
    message,
    locations: list(location),
    relatedLocations: { ...list(location), uniqueItems: true },
    fixes: { ...list(fix), uniqueItems: true },
    partialFingerprints: { type: 'object', additionalProperties: text },
    suppressions: { ...list(suppression), uniqueItems: true },
  },
  ['message'],
);
const rule = object(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: object({ text, markdown: text }, ['text']),
    defaultConfiguration: object({ level }),
  },
  ['id'],
);
const driver = object(
  {
    name: text,
    fullName: text,
    version: text,
    semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?$' },
    rules: { ...list(rule), uniqueItems: true },
  },
  ['name'],
);
const invocation = object(
  {
    executionSuccessful: { type: 'boolean' },
    exitCode: { type: 'integer' },
    toolExecutionNotifications: list(
      object({ level, message, locations: { ...list(location), uniqueItems: true } }, ['message']),
    ),
  },
  ['executionSuccessful'],
);
const run = object(
  {
    tool: object({ driver }, ['driver']),
    language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    invocations: { ...list(invocation), uniqueItems: false },
    artifacts: {
      ...list(object({ location: artifactLocation, roles: list({ enum: ['analysisTarget'] }), encoding: text })),
      uniqueItems: true,
    },
    results: list(result),
  },
  ['tool'],
);
const log = object({ $schema: uri, version: { const: '2.1.0' }, runs: list(run) }, ['version', 'runs']);

const validate = new Ajv({ allErrors: true, strict: false }).compile(log);

/** What is wrong with a SARIF log, as `path message`; empty when nothing is. */
export function sarifErrors(value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
