import type { Time, Whose } from './features.ts';
import type { Quantity } from './quantities.ts';

/** What a number counts, before the form maps it to cells. */
export type Subject =
  | {
      readonly of: 'requests';
      /** received, new, concluded …, or rows of results; several are counted together. */
      readonly events: readonly string[];
      readonly results: readonly string[];
      readonly applicants: readonly string[];
      /** What is named before may be a part of what this is a part of: 自然人 41 件，予以公开 15 件. */
      readonly perhapsOf: readonly string[];
      /** Of those received, which may leave out what was carried in. */
      readonly ofNew: boolean;
      /** A reason told in another clause: 属于行政查询事项，不予公开 4 件. */
      readonly perhapsFor: readonly string[];
      readonly carriedFrom: number | undefined;
      readonly carriedTo: number | undefined;
    }
  | {
      readonly of: 'cases';
      readonly things: readonly string[];
      readonly roads: readonly string[];
      readonly outcomes: readonly string[];
      readonly perhapsOf: readonly string[];
    }
  | {
      readonly of: 'documents';
      readonly things: readonly string[];
      readonly events: readonly string[];
    }
  | {
      readonly of: 'decisions';
      readonly things: readonly string[];
      /** 项 of the 2019 form: items of last year, and how many more or fewer. */
      readonly measure: 'decisions' | 'lastYearItems' | 'change';
    }
  | { readonly of: 'money'; readonly things: readonly string[] }
  | { readonly of: 'procurement'; readonly measure: 'projects' | 'amount' };

/** Why a number cannot be compared with the tables, whatever they say. */
export type Unbound = 'words-unknown' | 'topic-unknown' | 'some-of-them' | 'difference' | 'other-cases';

export type Claimed =
  /** A number. */
  | { readonly kind: 'amount'; readonly quantity: Quantity }
  /** None: 未收到…. */
  | { readonly kind: 'none' }
  /** All of those named before: 均予以公开. */
  | { readonly kind: 'all' };

/** One thing that a paragraph claims, in offsets of the paragraph. */
export interface Frame {
  readonly start: number;
  readonly end: number;
  readonly claimed: Claimed;
  readonly subject: Subject;
  readonly whose: Whose | undefined;
  readonly time: Time;
  readonly unbound: Unbound | undefined;
  /** It may be a part of a part: a number that does not fit is then no contradiction. */
  readonly isDoubtful: boolean;
  /** The words before the number. */
  readonly words: string;
}
