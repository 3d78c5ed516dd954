import type { ServerFigures } from '../lsp/figures.ts';
import { median, show, showBytes } from '../stats.ts';

const WIDTH = 780;
const HEIGHT = 460;
const PLOT = { left: 64, right: 610, top: 48, bottom: 408 };

/** Told apart with any colour vision; ours is drawn thicker, the floor dashed. */
const COLOURS = ['#8a8a8a', '#c8321f', '#0072b2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

interface Line {
  readonly name: string;
  readonly points: readonly (readonly [bytes: number, ms: number])[];
}

const linesOf = (servers: readonly ServerFigures[]): Line[] =>
  servers.flatMap(({ name, sizes }) => {
    const points = Object.values(sizes)
      .filter(({ edits }) => edits.length > 0)
      .map(({ bytes, edits }) => [bytes, median(edits)] as const)
      .sort(([a], [b]) => a - b);
    return points.length > 0 ? [{ name, points }] : [];
  });

/** Edit p50 against document size, both logarithmic. Readable on light and on dark. Undefined: nothing to draw. */
export function chartOf(servers: readonly ServerFigures[]): string | undefined {
  const lines = linesOf(servers);
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return undefined;
  const sizes = [...new Set(points.map(([bytes]) => bytes))].sort((a, b) => a - b);
  const times = points.map(([, ms]) => ms);
  const [low, high] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
  const [first, last] = [Math.log(sizes[0] ?? 1), Math.log(sizes.at(-1) ?? 2)];
  const x = (bytes: number) => PLOT.left + ((Math.log(bytes) - first) / (last - first || 1)) * (PLOT.right - PLOT.left);
  const y = (ms: number) => PLOT.bottom - ((Math.log10(ms) - low) / (high - low || 1)) * (PLOT.bottom - PLOT.top);
  const powers = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">`,
    '<title id="title">Edit to complete diagnostics, p50, against document size</title>',
    STYLE,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="6"/>`,
    text(PLOT.left, 26, 'Edit → complete diagnostics, p50, ms (both axes logarithmic)', 'heading'),
    ...powers.map(
      (ms) => `${rule(PLOT.left, y(ms), PLOT.right, y(ms))}${text(PLOT.left - 8, y(ms) + 4, power(ms), 'end')}`,
    ),
    ...sizes.map(
      (bytes) =>
        `${rule(x(bytes), PLOT.top, x(bytes), PLOT.bottom)}${text(x(bytes), PLOT.bottom + 22, showBytes(bytes), 'middle')}`,
    ),
    ...lines.map((line, i) => drawn(line, COLOURS[i % COLOURS.length] ?? '#888', x, y)),
    ...labels(lines, x, y),
    '</svg>\n',
  ].join('\n');
}

const STYLE = `<style>
  text { font: 13px system-ui, sans-serif; fill: #333; }
  .heading { font-weight: 600; }
  .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .paper { fill: #fff; }
  .rule { stroke: #ddd; }
  @media (prefers-color-scheme: dark) {
    text { fill: #ccc; }
    .paper { fill: #1b1b1b; }
    .rule { stroke: #3a3a3a; }
  }
</style>`;

const round = (value: number): string => String(+value.toFixed(1));
const power = (ms: number): string => (ms >= 1 ? String(ms) : ms.toPrecision(1));

const text = (x: number, y: number, content: string, kind = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${kind && ` class="${kind}"`}>${content}</text>`;

const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="rule" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

type Scale = (value: number) => number;

function drawn({ name, points }: Line, colour: string, x: Scale, y: Scale): string {
  const path = points.map(([bytes, ms]) => `${round(x(bytes))},${round(y(ms))}`).join(' ');
  const look =
    name === 'nianbao'
      ? 'stroke-width="3.5"'
      : name === 'floor'
        ? 'stroke-width="2" stroke-dasharray="6 4"'
        : 'stroke-width="1.8"';
  const dots = points.map(
    ([bytes, ms]) =>
      `<circle cx="${round(x(bytes))}" cy="${round(y(ms))}" r="3.5" fill="${colour}"><title>${name}, ${showBytes(bytes)}: ${show(ms)} ms</title></circle>`,
  );
  return `<polyline points="${path}" fill="none" stroke="${colour}" ${look}/>${dots.join('')}`;
}

const LABEL_HEIGHT = 17;

/** Names beside the ends of their lines, moved down where they would cover each other. */
function labels(lines: readonly Line[], x: Scale, y: Scale): string[] {
  const ends = lines
    .map(({ name, points }, i) => ({ name, colour: COLOURS[i % COLOURS.length], end: points.at(-1) ?? [1, 1] }))
    .sort((a, b) => y(a.end[1]) - y(b.end[1]));
  let lowest = Number.NEGATIVE_INFINITY;
  return ends.map(({ name, colour, end: [bytes, ms] }) => {
    const at = Math.max(y(ms) + 4, lowest + LABEL_HEIGHT);
    lowest = at;
    const dot = `<rect x="${PLOT.right + 14}" y="${round(at - 9)}" width="9" height="9" fill="${colour}"/>`;
    const lead = `<line x1="${round(x(bytes) + 4)}" y1="${round(y(ms))}" x2="${PLOT.right + 12}" y2="${round(at - 4)}" stroke="${colour}" stroke-width="0.7"/>`;
    return `${lead}${dot}${text(PLOT.right + 28, at, name)}`;
  });
}
