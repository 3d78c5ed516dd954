/** A spreadsheet takes what begins with these for a formula. */
const FORMULA = /^[=+\-@\t\r](?![\d.]*$)/;

const field = (value: string | number): string => {
  const text = FORMULA.test(`${value}`) ? `'${value}` : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** With a byte order mark: without it spreadsheets here read UTF-8 as GB 18030. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
