import type { IssuerKind, ReadOptions } from '../report/report.ts';
import { filledText, objectOf, oneOf, type Reader, spanOf } from './readers.ts';

/** The kinds of issuing bodies, in the configuration's words. */
export const ISSUER_TYPES = ['department', 'government', 'township', 'street'] as const;
export type IssuerType = (typeof ISSUER_TYPES)[number];

/** 发布机关. Without a type, the name tells it. */
export interface IssuerSetting {
  readonly name: string;
  readonly type?: IssuerType;
}

const KINDS: Readonly<Record<IssuerType, IssuerKind>> = {
  department: 'department',
  government: 'government',
  township: 'township',
  street: 'street-office',
};

const described = objectOf<{ name: string; type: IssuerType }>({ name: filledText, type: oneOf(ISSUER_TYPES) });

/** A name, or a name with a type. */
export const issuer: Reader<IssuerSetting> = (node, say) => {
  if (node.type === 'null') return undefined;
  if (node.type === 'string') {
    const name = filledText(node, say);
    return name === undefined ? undefined : { name };
  }
  if (node.type !== 'object') {
    say(spanOf(node), 'needs-issuer');
    return undefined;
  }
  const { name, type } = described(node, say) ?? {};
  if (name !== undefined) return type === undefined ? { name } : { name, type };
  if (!(node.children ?? []).some(({ children }) => children?.[0]?.value === 'name')) {
    say(spanOf(node), 'needs-key', { key: 'name' });
  }
  return undefined;
};

/** The setting in the form of a read option. */
export const toReadOption = (setting: IssuerSetting | undefined): ReadOptions['issuer'] =>
  setting && { name: setting.name, ...(setting.type && { kind: KINDS[setting.type] }) };
