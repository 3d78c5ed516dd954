import { fold } from '../../text/fold.ts';

/** Folding makes no digit of these. */
const WORDS = /^[\u4e00-\u9fff（）()，,：:；;、。“”‘’\s]*$/;

/** The runs of digits in a text, in any width: no fix-all may change them. */
export const digitsOf = (text: string): string => (WORDS.test(text) ? '' : fold(text).replace(/\D+/g, ' ').trim());
