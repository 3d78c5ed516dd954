import { isMissingAspect } from '../../facts/aspects.ts';
import type { Fault, Sequence } from '../../facts/lists/sequences.ts';
import type { Report } from '../../report/report.ts';

/** The faults of one kind, without those that follow from an aspect that structure/aspects reports as missing. */
export const faultsOf = (report: Report, { faults, section, style }: Sequence, kind: Fault['kind']): Fault[] =>
  faults.filter(
    (fault) =>
      fault.kind === kind && !(section === 1 && style === 'bracket' && isMissingAspect(report, fault.expected)),
  );
