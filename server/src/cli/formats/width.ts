/** Zero columns: combining marks and joiners. */
const NONE = /[\p{Mn}\p{Me}]|[\u200b-\u200d]/u;
/** Two columns: East Asian Wide and Fullwidth, and emoji. */
const TWO =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += NONE.test(character) ? 0 : TWO.test(character) ? 2 : 1;
  return width;
}

export const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const shownAs = (character: string): string =>
  `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;

const STEERING = '\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069';
const IN_A_LINE = new RegExp(`[\\u0000-\\u001f${STEERING}]`, 'g');
const IN_A_TEXT = new RegExp(`(?!\\r?\\n)[\\u0000-\\u0008\\u000a-\\u001f${STEERING}]`, 'g');

/** A draft or a file name must not steer the terminal: control and direction marks are shown, not obeyed. */
export const printable = (text: string): string => text.replace(IN_A_LINE, shownAs);

/** The same for a text of several lines, which has line ends and tabs. */
export const printableLines = (text: string): string => text.replace(IN_A_TEXT, shownAs);

const JSON_RAW = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON that steers no terminal either: it leaves the marks beyond ASCII as they are, and any of them may be escaped. */
export const printableJson = (json: string): string =>
  json.replace(JSON_RAW, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
