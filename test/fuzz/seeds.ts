import { readdirSync, readFileSync } from 'node:fs';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import type { Target } from './invariants.ts';

export interface Input {
  readonly target: Target;
  readonly text: string;
}

const SAMPLES = new URL('../../samples/', import.meta.url);

const CONFIGS = [
  '{}',
  '{ "rules": { "table/label": "off", "punct": "hint" }, "year": 2024, "terms": ["OA"] }',
  `{ // 本县的设置
  "issuer": { "name": "青禾县水务局", "type": "department" },
  "ignores": [{ "rule": "table/label", "fingerprint": "0123456789abcdef", "reason": "上级要求" }],
  "overrides": [{ "files": ["drafts/*.txt"], "year": 2023 }],
}`,
  `{"reports": {"drafts/a.txt": {"rules": {"table": "off"}}}, "allowedTerms": [${'['.repeat(20)}${']'.repeat(20)}]}`,
];

const HEADERS = [
  'Content-Length: 2\r\n\r\n{}',
  'Content-Length: 17\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{"jsonrpc":"2.0"}Content-Length: 2\r\n\r\n[]',
];

/** Samples and drafts in every layout, with and without faults. */
export function seeds(): Input[] {
  const samples = readdirSync(SAMPLES)
    .filter((name) => /\.(?:txt|md|html)$/.test(name))
    .map((name): Input => {
      const text = readFileSync(new URL(encodeURIComponent(name), SAMPLES), 'utf8');
      return { target: name.endsWith('.md') ? 'markdown' : name.endsWith('.html') ? 'html' : 'text', text };
    });
  const drafts = LAYOUTS.map((layout, seed): Input => {
    const { text, format } = draft({ layout, form: seed % 2 === 0 ? '2021' : '2019', seed });
    return { target: format, text };
  });
  return [
    ...samples,
    ...drafts,
    ...CONFIGS.map((text): Input => ({ target: 'config', text })),
    ...HEADERS.map((text): Input => ({ target: 'headers', text })),
  ];
}
