/** Marks every page that this tool writes, so that a page of findings is never taken for a report. */
export const OWN_PAGE = '<meta name="nianbao-lint" content="check-page">';

/** A head is no longer than this. */
const HEAD = 4_000;

export const isOwnPage = (text: string): boolean => text.slice(0, HEAD).includes(OWN_PAGE);
