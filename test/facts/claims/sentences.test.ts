import { describe, expect, it } from 'vitest';
import { alarmsIn, filled, holesIn } from './sample.ts';
import { BIND_NOTHING, BINDS, CONTRADICT } from './sentences.ts';

const halfWidth = (text: string): string => text.replace(/[，：；（）]/g, (mark) => mark.normalize('NFKC'));

describe.each(BINDS)('$heading: numbers that the tables answer', ({ heading, issuer, sentences }) => {
  it.each(sentences)('%s', (sentence) => {
    expect(alarmsIn(heading + filled(sentence), issuer)).toEqual([]);
    expect(alarmsIn(heading + halfWidth(filled(sentence)), issuer)).toEqual([]);
    const missed = holesIn(sentence).filter(
      (_hole, at) => alarmsIn(heading + filled(sentence, at), issuer).length === 0,
    );
    expect(missed).toEqual([]);
  });
});

describe.each(CONTRADICT)(
  '$heading: none, or all of them, where the tables say otherwise',
  ({ heading, issuer, sentences }) => {
    it.each(sentences)('%s', (sentence) => {
      expect(alarmsIn(heading + sentence, issuer)).not.toEqual([]);
    });
  },
);

describe.each(BIND_NOTHING)('$heading: numbers of something else', ({ heading, issuer, sentences }) => {
  it.each(sentences)('%s', (sentence) => {
    expect(alarmsIn(heading + filled(sentence), issuer)).toEqual([]);
  });
});
