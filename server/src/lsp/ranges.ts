export { toRange, toSpan, toTextEdit } from '../language/ranges.ts';
