const TAG = /<(?:html|body|table|tr|td)[\s/>]/i;

/** Whether a text contains tags of a page or a table. Plain text and Markdown may contain an HTML table, too. */
export const hasTags = (text: string): boolean => text.includes('<') && TAG.test(text);
