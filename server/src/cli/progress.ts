/** A line that is written over and over on the terminal where errors go. */
export interface Progress {
  /** This many files are done. */
  at(done: number): void;
  /** Take the line away, before something else is written and at the end. */
  clear(): void;
}

const WIDTH = 24;
const EVERY = 100; // milliseconds
const ERASE = '\r\u001b[K';

export const noProgress: Progress = { at() {}, clear() {} };

/**
 * @param write writes to the terminal.
 * @param now in milliseconds.
 */
export function progressBar(total: number, write: (text: string) => void, now: () => number = Date.now): Progress {
  let shown = false;
  let last = now();
  return {
    at(done) {
      if (now() - last < EVERY) return;
      last = now();
      const full = Math.floor((done / Math.max(total, 1)) * WIDTH);
      write(`${ERASE}${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`);
      shown = true;
    },
    clear() {
      if (shown) write(ERASE);
      shown = false;
    },
  };
}
