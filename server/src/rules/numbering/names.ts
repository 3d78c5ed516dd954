import { numeralOf } from '../../facts/lists/markers.ts';
import type { Marker, Sequence } from '../../facts/lists/sequences.ts';
import { type Form, headingOf } from '../../forms/index.ts';

const EXAMPLES = { is: '一是、二是', bracket: '（一）（二）', digit: '1. 2.' } as const;

/** How outcomes name a list: “一、总体情况”中“一是、二是”的序号. */
export function sequenceName({ sections }: Form, { style, section }: Sequence): string {
  const own = sections[section - 1];
  return `“${own ? headingOf(own) : ''}”中“${EXAMPLES[style]}”的序号`;
}

/** The marker as it would be written with another number: 二是 → 三是, (二) → (三). */
export const markOf = (marker: Marker, value: number): string =>
  marker.text.replace(numeralOf(marker.value, marker.style), numeralOf(value, marker.style));
