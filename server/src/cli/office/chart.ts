import { escapeHtml } from '../../language/report-view-words.ts';

export interface Figure {
  readonly name: string;
  readonly values: readonly { readonly year: number; readonly shown: string; readonly value: number }[];
}

const [WIDTH, HEIGHT, TOP, BOTTOM] = [168, 104, 16, 18];

/** One figure over the years as bars, each with its number: plain SVG, which prints and is read aloud by its label. */
export function chartOf({ name, values }: Figure): string {
  const most = Math.max(1, ...values.map(({ value }) => value));
  const step = WIDTH / Math.max(1, values.length);
  const bars = values.map(({ year, shown, value }, index) => {
    const height = Math.max(0, (value / most) * (HEIGHT - TOP - BOTTOM));
    const [x, y] = [index * step + step * 0.2, HEIGHT - BOTTOM - height];
    const middle = round(index * step + step / 2);
    return `<rect x="${round(x)}" y="${round(y)}" width="${round(step * 0.6)}" height="${round(height)}"/><text x="${middle}" y="${round(y - 3)}">${escapeHtml(shown)}</text><text x="${middle}" y="${HEIGHT - 4}">${year}</text>`;
  });
  const label = escapeHtml(`${name}：${values.map(({ year, shown }) => `${year} ${shown}`).join('，')}`);
  return `<figure><svg role="img" aria-label="${label}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><line x1="0" y1="${HEIGHT - BOTTOM}" x2="${WIDTH}" y2="${HEIGHT - BOTTOM}"/>${bars.join('')}</svg><figcaption>${escapeHtml(name)}</figcaption></figure>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
