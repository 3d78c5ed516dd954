import type { Rule } from '../../server/src/rules/rule.ts';
import { PACK_SCHEMA_PATH } from './pack-schema.ts';
import { describedKeys, SCHEMA_PATH, SEVERITY_NAMES } from './schema.ts';

/** The parts of package.json that follow from the rules: the setting `nianbao.rules` and the settings file's schema. */

interface Manifest {
  files: string[];
  contributes: {
    configuration: { properties: Record<string, object> };
    jsonValidation?: readonly { readonly fileMatch: string; readonly url: string }[];
  };
}

/** More settings than this and nobody finds the one that matters. */
const MOST_SETTINGS = 15;

/**
 * Names and descriptions go into `propertyNames`, which the editor completes and checks, instead of a property a rule:
 * a manifest is read at every start of the editor.
 */
export function renderManifest(current: string, rules: readonly Rule[]): { text: string; problems: string[] } {
  const manifest: Manifest = JSON.parse(current);
  const { properties } = manifest.contributes.configuration;
  const keys = describedKeys(rules);
  properties['nianbao.rules'] = {
    ...properties['nianbao.rules'],
    propertyNames: {
      enum: keys.map(([id]) => id),
      enumDescriptions: keys.map(([, description]) => description),
    },
    additionalProperties: { type: 'string', enum: SEVERITY_NAMES },
  };
  manifest.contributes.jsonValidation = [
    { fileMatch: '.nianbao.json', url: `./${SCHEMA_PATH}` },
    { fileMatch: '*.nianbao-pack.json', url: `./${PACK_SCHEMA_PATH}` },
  ];
  const count = Object.keys(properties).length;
  return {
    text: `${JSON.stringify(manifest, null, 2)}\n`,
    problems:
      count > MOST_SETTINGS ? [`package.json: ${count} 项设置，最多 ${MOST_SETTINGS} 项 / too many settings`] : [],
  };
}
