import { type CellId, cellId, REQUESTS_IN_FORCE } from '../../forms/index.ts';
import { isResultItem, REQUESTS_COLUMNS } from '../../forms/requests.ts';
import { meaningOf, type Reading, rowsOfResult } from './cells.ts';
import type { Subject } from './frame.ts';

const RESULTS = REQUESTS_IN_FORCE.blocks.flatMap(({ rows }) => rows.filter(isResultItem).map(({ key }) => key));
const OUTCOMES = ['upheld', 'corrected', 'otherResult', 'pending'];

/** Where all had one result, came from one kind of applicant or ended in one way, these cells hold nothing. */
export function othersOf(subject: Subject): Reading[] {
  if (subject.of === 'cases') return otherOutcomes(subject);
  if (subject.of !== 'requests') return [];
  const { results, applicants, events } = subject;
  if (results.length > 0) {
    const own = new Set(results.flatMap((result) => rowsOfResult(result).flat()));
    return [
      { cells: [...RESULTS, 'other'].filter((row) => !own.has(row)).map((row) => cellId('requests', row, 'total')) },
    ];
  }
  if (applicants.length > 0) {
    const own = new Set(cellsOf({ ...subject, events: ['new'] }));
    const columns = REQUESTS_COLUMNS.filter(({ key }) => key !== 'total').map(({ key }) =>
      cellId('requests', 'new', key),
    );
    return [{ cells: columns.filter((id) => !own.has(id)) }];
  }
  return events.includes('concluded') ? [{ cells: [cellId('requests', 'carriedOut', 'total')] }] : [];
}

const cellsOf = (subject: Subject): readonly CellId[] => meaningOf(subject, undefined)?.readings[0]?.cells ?? [];

function otherOutcomes(subject: Extract<Subject, { of: 'cases' }>): Reading[] {
  const others = OUTCOMES.filter((outcome) => !subject.outcomes.includes(outcome));
  return subject.outcomes.length > 0 ? [{ cells: cellsOf({ ...subject, outcomes: others }) }] : [];
}
