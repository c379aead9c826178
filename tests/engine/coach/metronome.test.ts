import { describe, expect, it } from 'vitest';
import { advancePacedRep, pacedRepAt, runOn, startAt } from '../../../src/engine/coach/metronome.ts';
import { nothingCounted } from '../../../src/engine/feedback/counts.ts';
import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { resolve, viewOf, type Plan } from '../../../src/engine/rules/plan.ts';
import { millis, seconds } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { flexionExtension } from '../../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';
import { shoulderBladeSqueeze } from '../../../src/exercises/shoulder-blade-squeeze.ts';

interface Pause {
  readonly from: number;
  readonly lasts: number;
}

/** Runs the metronome with a frame every 100 ms; in a pause no frame arrives. Returns what happened, with its time. */
const run = (plan: Plan, until: number, pause: Pause = { from: Infinity, lasts: 0 }) => {
  let pacedRep = pacedRepAt(millis(0));
  let timed = 0;
  const events: (readonly [number, UntimedEvent])[] = [];
  const ends: number[] = [];
  const led: (readonly [string, number])[] = [];
  for (let running = 100; running <= until; running += 100) {
    const at = running > pause.from ? running + pause.lasts : running;
    const next = advancePacedRep(plan, pacedRep, { ...nothingCounted, timed, sets: ends.length }, millis(at));
    ({ pacedRep, timed } = next);
    events.push(...next.events.map((event) => [at, event] as const));
    if (next.events.length > 0) led.push([pacedRep.doing, pacedRep.end]);
    if (next.isEnd) ends.push(timed);
  }
  const phases = events.flatMap(([at, event]) => (event.type === 'phase-changed' ? [[at, event.to] as const] : []));
  const reps = events.flatMap(([, event]) => (event.type === 'repetition-timed' ? [event] : []));
  return { phases, reps, ends, led };
};

/** One set of one repetition, without a hold: 1.5 s up, 0.7 s there, 4.5 s down. */
const once = resolve(cheer, viewOf(cheer), { reps: 1 }, 1);
/** Two sets of two tilts to each side, held for 3 s; 2 s out, 2 s back. */
const tilts = resolve(headTilt, viewOf(headTilt), { sets: 2, reps: 2, hold: seconds(3) }, 1);

describe('a paced repetition', () => {
  it('passes its phases in order, in the tempo of the motion, after two seconds at rest', () => {
    expect(run(once, 9000).phases).toEqual([
      [2000, 'working'],
      [3500, 'holding'],
      [4200, 'returning'],
      [8700, 'ready'],
    ]);
  });

  it('holds a held endpoint for as long as is prescribed', () => {
    expect(run(tilts, 9000).phases).toEqual([
      [2000, 'working'],
      [4000, 'holding'],
      [7000, 'returning'],
      [9000, 'ready'],
    ]);
  });

  it('keeps the motion at its endpoint for its own time where the hold is zero', () => {
    const plan = resolve(headTilt, viewOf(headTilt), { hold: millis(0) }, 1);
    expect(run(plan, 5000).phases.slice(1)).toEqual([
      [4000, 'holding'],
      [5000, 'returning'],
    ]);
  });

  it('rests for longer where the motion pauses for more than two seconds', () => {
    const plan = resolve(shoulderBladeSqueeze, viewOf(shoulderBladeSqueeze), {}, 1);
    expect(run(plan, 4000).phases).toEqual([[3000, 'working']]);
  });

  it('leads to two endpoints in order, with a pause at rest between them, and is one repetition', () => {
    const plan = resolve(flexionExtension, viewOf(flexionExtension), { reps: 1, hold: seconds(3) }, 1);
    const { phases, led, reps, ends } = run(plan, 19_000);
    expect(phases).toEqual([
      [2000, 'working'],
      [5000, 'holding'],
      [8000, 'returning'],
      [10_700, 'working'],
      [13_700, 'holding'],
      [16_700, 'returning'],
      [18_700, 'ready'],
    ]);
    expect(led).toEqual([
      ['working', 0],
      ['holding', 0],
      ['returning', 0],
      ['working', 1],
      ['holding', 1],
      ['returning', 1],
      ['ready', 0],
    ]);
    expect(reps).toEqual([{ type: 'repetition-timed', number: 1, ofMs: 3000 }]);
    expect(ends).toEqual([1]);
  });

  it('takes the sides in turn and numbers each side from 1 in each set', () => {
    const { reps } = run(tilts, 8 * 9000);
    expect(reps.map(({ side, number }) => [side, number])).toEqual([
      ['left', 1],
      ['right', 1],
      ['left', 2],
      ['right', 2],
      ['left', 1],
      ['right', 1],
      ['left', 2],
      ['right', 2],
    ]);
  });

  it('ends a set when it is the last of both sides', () => {
    expect(run(tilts, 8 * 9000).ends).toEqual([4, 8]);
    expect(run(once, 8600).ends).toEqual([]);
    expect(run(once, 8700).ends).toEqual([1]);
  });

  it('does not advance in a pause between two frames', () => {
    const { phases } = run(once, 9000, { from: 2500, lasts: 60_000 });
    // The frame after the pause counts as none: the phase lasts its 1.5 s of the frames before and after it.
    expect(phases.slice(0, 2)).toEqual([
      [2000, 'working'],
      [63_600, 'holding'],
    ]);
  });
});

describe('a stopwatch', () => {
  it('counts a gap of up to a second between two frames, and a longer one not at all', () => {
    const afterSecond = runOn(startAt(millis(500)), millis(1500));
    expect(afterSecond).toEqual({ ms: 1000, at: 1500 });
    const afterPause = runOn(afterSecond, millis(2501));
    expect(afterPause).toEqual({ ms: 1000, at: 2501 });
    expect(runOn(afterPause, millis(2601)).ms).toBe(1100);
  });
});
