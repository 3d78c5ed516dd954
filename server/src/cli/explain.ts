import type { Locale, Rule } from '../rules/rule.ts';
import { similarity } from '../text/similar.ts';
import { UsageError } from './args.ts';
import { padTo, widest } from './formats/width.ts';
import { pageIn, readRulePage } from './rule-pages.ts';

const MOST_PROPOSALS = 3;
const LIKELY = 0.5;

const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1);

/**
 * What `--explain` prints: a rule's page, or the rules of a group. Without pages, title and basis.
 * @throws UsageError with near matches when there is no such rule.
 */
export function explain(asked: string, rules: readonly Rule[], locale: Locale): string {
  const wanted = asked.normalize('NFKC').trim().toLowerCase().replace(/\.md$/, '');
  const rule = rules.find(({ meta }) => meta.id.toLowerCase() === wanted);
  if (rule) {
    const page = readRulePage(rule.meta.id);
    return page ? pageIn(page, locale) : `${rule.meta.title[locale]}\n\n${rule.meta.basis}\n`;
  }
  const members = rules.filter(({ meta }) => groupOf(meta.id) === wanted.replace(/\/$/, ''));
  if (members.length > 0) return listed(members, locale);
  throw unknown(asked, wanted, rules);
}

function listed(rules: readonly Rule[], locale: Locale): string {
  const width = widest(rules.map(({ meta }) => meta.id));
  return rules.map(({ meta }) => `${padTo(meta.id, width)}  ${meta.title[locale]}\n`).join('');
}

/** `label` alone, or with the wrong group, leads to table/label as surely as a slip or a word of its title does. */
function unknown(asked: string, wanted: string, rules: readonly Rule[]): UsageError {
  const near = rules
    .map(({ meta: { id, title } }) => ({
      id,
      likeness: Math.max(
        similarity(id, wanted),
        similarity(nameOf(id), nameOf(wanted)),
        wanted.length > 1 && `${title.zh}${title.en.toLowerCase()}`.includes(wanted) ? LIKELY : 0,
      ),
    }))
    .filter(({ likeness }) => likeness >= LIKELY)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_PROPOSALS)
    .map(({ id }) => id);
  const groups = [...new Set(rules.map(({ meta }) => groupOf(meta.id)))];
  if (near.length > 0) {
    return new UsageError(
      `没有“${asked}”这条规则。是否要找：${near.join('、')}？`,
      `There is no rule "${asked}". Did you mean ${near.join(', ')}?`,
    );
  }
  return new UsageError(
    `没有“${asked}”这条规则。可以按分组列出：${groups.map((group) => `--explain ${group}`).join('、')}`,
    `There is no rule "${asked}". List the rules of a group: ${groups.map((group) => `--explain ${group}`).join(', ')}`,
  );
}
