/** All that is loaded when the first Word document comes, and not before. */
export { asDocument } from './convert/document.ts';
export { placeIn, placeInWords, type WordPlace } from './place.ts';
export { REFUSALS, type RefusalReason } from './refusal.ts';
export { remarkOn } from './remarks.ts';
export { type Reviewed, type ReviewOptions, reviewDate, reviewWord } from './review/review.ts';
export { type WriteBackRefusal, writeBack } from './review/write-back.ts';
export { readWord, type WordDraft } from './word.ts';
