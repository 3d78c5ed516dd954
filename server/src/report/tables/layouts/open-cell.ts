/** What is written into a cell that waits for its number: it can be seen in every layout, where nothing could not. */
export const OPEN_CELL = '待填';
