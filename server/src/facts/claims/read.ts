import type { Features, Time, Whose } from './features.ts';
import type { Subject, Unbound } from './frame.ts';
import type { Topic } from './subjects.ts';

/** A number that has been read, or words that tell of what the numbers behind them are parts. */
export interface Read {
  readonly topic: Topic;
  readonly subject: Subject | undefined;
  readonly features: Features;
  readonly whose: Whose | undefined;
  readonly time: Time;
  readonly unbound: Unbound | undefined;
  readonly value: number | undefined;
  /** It may be a part of a part: a number that does not fit is then no contradiction. */
  readonly isDoubtful: boolean;
}
