import type { Relations } from '../../relations/relations.ts';
import { saidIn } from '../../relations/said.ts';
import type { ReportSummary } from '../../relations/summary.ts';
import { partsOfName } from '../../report/issuer.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { isShortFor } from '../../text/similar.ts';
import type { Span } from '../../text/span.ts';
import { nameOf } from '../support/other-report.ts';

export interface CopiedName {
  readonly name: string;
  readonly span: Span;
  readonly other: ReportSummary;
  /** Where the other report has the sentence. */
  readonly there: Span;
}

/** 局, 办 alone name nobody. */
const SHORTEST = 3;

/**
 * In sentences that another body's report has word for word, that body's name: 县统计局 as well, which names nobody
 * where nothing is known of others.
 */
export function copiedNames(report: Report, relations: Relations | undefined): CopiedName[] {
  const own = report.issuer?.name;
  if (!relations || own === undefined) return [];
  return relations.alike.flatMap(({ other, section }) => {
    const { place, agency } = partsOfName(nameOf(other));
    if (agency.length < SHORTEST || isShortFor(agency, own)) return [];
    const name = new RegExp(`(?:${place}|[县市区旗州])?${agency}`);
    return saidIn(report).flatMap(({ paragraph, start, end, hash }): CopiedName[] => {
      if (paragraph.section !== section) return [];
      const there = other.sentences.find((mark) => mark.section === section && mark.hash === hash);
      const match = there && name.exec(paragraph.text.slice(start, end));
      if (!there || !match) return [];
      const at = start + match.index;
      return [{ name: match[0], span: spanIn(paragraph, at, at + match[0].length), other, there }];
    });
  });
}
