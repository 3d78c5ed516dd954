import { lintReport } from '../../server/src/check/lint.ts';
import type { Engine } from '../../server/src/lsp/runtime.ts';
import { readReport } from '../../server/src/report/read.ts';
import { defineRule, failed, passed } from '../../server/src/rules/rule.ts';

/** Latin words, each a term that may be allowed, with a suggestion. */
const word = defineRule({
  meta: {
    id: 'toy/word',
    title: { zh: '外文词语', en: 'Foreign word' },
    severity: 'warning',
    basis: '',
    fix: 'suggestion',
    messages: { found: { zh: '外文词语“{term}”', en: 'Foreign word “{term}”' } },
  },
  *check({ text }, { allowedTerms }) {
    for (const { 0: term, index } of text.matchAll(/[a-z]+/g)) {
      if (allowedTerms.has(term)) {
        yield passed(term);
        continue;
      }
      const span = { start: index, end: index + term.length };
      yield failed(term, {
        messageId: 'found',
        span,
        data: { term },
        term,
        related: [{ span: { start: 0, end: 1 }, message: { zh: '开头', en: 'the beginning' } }],
        fixes: [
          { title: { zh: '改为“流程”', en: 'Write 流程' }, kind: 'suggestion', edits: [{ span, newText: '流程' }] },
        ],
      });
    }
  },
});

/** Of every run of full stops one is struck out a round, so that fix-all needs several rounds. */
const stops = defineRule({
  meta: {
    id: 'toy/stops',
    title: { zh: '句号重复', en: 'Repeated full stop' },
    severity: 'error',
    basis: '',
    fix: 'safe',
    messages: { found: { zh: '句号重复', en: 'Repeated full stop' } },
  },
  *check({ text }) {
    for (const { 0: run, index } of text.matchAll(/。{2,}/g)) {
      const edit = { span: { start: index, end: index + 1 }, newText: '' };
      yield failed('run', {
        messageId: 'found',
        span: { start: index, end: index + run.length },
        fixes: [{ title: { zh: '删去一个句号', en: 'Delete one' }, kind: 'safe', edits: [edit] }],
      });
    }
  },
});

const failure = defineRule({
  meta: {
    id: 'toy/failure',
    title: { zh: '出错', en: 'Failure' },
    severity: 'error',
    basis: '',
    fix: 'none',
    messages: {},
  },
  *check({ text }) {
    if (text.includes('出错')) throw new Error(`quoted: ${text}`);
    yield* [];
  },
});

/** The real reader with rules that suit the protocol's tests, and a count of how often it was asked. */
export function toyEngine(): Engine & { lints: number; readonly judged: string[] } {
  const engine = {
    lints: 0,
    judged: [] as string[],
    isReport: (text: string) => text.startsWith('年报'),
    read: readReport,
    lint(...[report, settings]: Parameters<Engine['lint']>) {
      engine.lints++;
      engine.judged.push(report.text);
      return lintReport(report, settings, [word, stops, failure]);
    },
  };
  return engine;
}
