const TAG = /<(?:html|body|table|tr|td)[\s/>]/i;

/** Does a text hold tags of a page or a table? Plain text and Markdown may hold a table in HTML, too. */
export const hasTags = (text: string): boolean => text.includes('<') && TAG.test(text);
