import { describe, expect, it } from 'vitest';
import type { ShownRange } from '../../../src/engine/coach/coaching.ts';
import { en } from '../../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../../src/texts/exercise-texts-of.ts';
import { rangesInWords, rangesWithError } from '../../../src/ui/words/ranges-in-words.ts';

const range = (part: Partial<ShownRange>): ShownRange => ({
  end: 'up',
  side: 'left',
  measure: 'shoulderFlexion',
  value: 142.4,
  error: 2.2,
  target: 128,
  norm: 160,
  ...part,
});

const cheer = exerciseTextsOf(en, 'cheer');
const bending = exerciseTextsOf(en, 'flexion-extension');
const back = range({ end: 'extension', side: undefined, measure: 'headOverHips', value: -12, norm: -10 });

describe('a range in words', () => {
  it('is beside the usual range', () => {
    expect(rangesInWords({ ranges: [range({})] }, { sides: 'near' }, cheer, en)).toEqual([
      'Your range 142 degrees · usual 160',
    ]);
    expect(rangesWithError([range({})], cheer, en)).toEqual([['Left', '142 ± 8 degrees; usual 160']]);
  });

  it('is no surer than readings are within a session, however still one practice was', () => {
    const errorIn = (error: number): string | undefined =>
      /± (\d+)/.exec(rangesWithError([range({ error })], cheer, en)[0]?.[1] ?? '')?.[1];
    expect([0.4, 7, 9.2].map(errorIn)).toEqual(['8', '8', '10']);
  });

  it('names the side where the sides are counted apart, and the end where there are two', () => {
    expect(rangesInWords({ ranges: [range({})] }, { sides: 'each' }, cheer, en)).toEqual([
      'Left: your range 142 degrees · usual 160',
    ]);
    expect(rangesInWords({ ranges: [back] }, { sides: 'near' }, bending, en)).toEqual([
      'Back: your range 12 degrees · usual 10',
    ]);
    expect(rangesWithError([back], bending, en)).toEqual([['Back', '12 ± 8 degrees; usual 10']]);
  });

  it('states that no usual value is known where it is not, and omits a scale of the user’s own', () => {
    const alone = range({ side: undefined, norm: undefined });
    expect(rangesWithError([alone], cheer, en)).toEqual([
      [en.app.summary.range, '142 ± 8 degrees; no usual value is known'],
    ]);
    const squeeze = range({ measure: 'likeness', value: 1, norm: undefined });
    expect(rangesInWords({ ranges: [squeeze] }, { sides: 'together' }, cheer, en)).toEqual([]);
    expect(rangesWithError([squeeze], cheer, en)).toEqual([]);
  });
});
