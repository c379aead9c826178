import { describe, expect, it } from 'vitest';
import { passUnjudged, type Unjudged } from '../../../src/engine/coach/unjudged.ts';
import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import type { MeasureName } from '../../../src/engine/kinematics/measures.ts';
import { millis } from '../../../src/engine/units.ts';

type Period = readonly [lasts: number, measures: readonly MeasureName[]];

/** Periods in which these measures are not judged, a frame every 100 ms; a `pause` has no frames. */
const reported = (...periods: readonly (Period | 'pause')[]) => {
  let unjudged: Unjudged = new Map();
  let at = 0;
  const events: (readonly [number, UntimedEvent])[] = [];
  for (const period of periods) {
    if (period === 'pause') {
      at += 30_000;
      continue;
    }
    const [lasts, measures] = period;
    for (const until = at + lasts; at < until; at += 100) {
      const [next, over] = passUnjudged(unjudged, measures, millis(at));
      unjudged = next;
      events.push(...over.map((event) => [at, event] as const));
    }
  }
  return events;
};

describe('a measure that cannot be judged', () => {
  const lean = ['trunkLean'] as const;

  it('is reported with its time when it is judged again, not before', () => {
    expect(reported([3000, lean])).toEqual([]);
    expect(reported([500, []], [3000, lean], [500, []])).toEqual([
      [3500, { type: 'not-judged', measure: 'trunkLean', forMs: 2900 }],
    ]);
  });

  it('is reported from one second on', () => {
    expect(reported([1100, lean], [500, []])).toEqual([
      [1100, { type: 'not-judged', measure: 'trunkLean', forMs: 1000 }],
    ]);
    expect(reported([1000, lean], [500, []])).toEqual([]);
  });

  it('is timed again from zero in its next period', () => {
    const short: Period = [600, lean];
    expect(reported(short, [100, []], short, [100, []], short, [500, []])).toEqual([]);
  });

  it('is not timed in a pause', () => {
    expect(reported([500, lean], 'pause', [500, lean], [500, []])).toEqual([]);
    expect(reported([1000, lean], 'pause', [1000, lean], [100, []])).toEqual([
      [32_000, { type: 'not-judged', measure: 'trunkLean', forMs: 1800 }],
    ]);
  });

  it('is timed apart from the others', () => {
    expect(reported([1000, lean], [1000, ['trunkLean', 'headTurn']], [1200, ['headTurn']], [100, []])).toEqual([
      [2000, { type: 'not-judged', measure: 'trunkLean', forMs: 1900 }],
      [3200, { type: 'not-judged', measure: 'headTurn', forMs: 2100 }],
    ]);
  });
});
