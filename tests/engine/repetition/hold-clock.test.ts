import { describe, expect, it } from 'vitest';
import { heldOf, tick, waitingClock, type HoldClock, type Lapse } from '../../../src/engine/repetition/hold-clock.ts';
import { millis } from '../../../src/engine/units.ts';

/** Runs the clock through stretches: their duration, and whether inside; frames are 20 ms apart. */
const run = (...stretches: readonly (readonly [number, true | Lapse])[]): HoldClock => {
  let clock = waitingClock;
  let at = 0;
  for (const [lasts, inside] of stretches)
    for (const until = at + lasts; at < until; at += 20) clock = tick(clock, millis(at), inside);
  return clock;
};

describe('the hold clock', () => {
  it('runs from the first frame inside to the last', () => {
    expect(heldOf(run([500, 'posture'], [2000, true]))).toBe(1980);
  });

  it('counts a gap of up to 0.4 s in full, outside or unseen', () => {
    expect(heldOf(run([1000, true], [380, 'posture'], [1000, true]))).toBe(2360);
    expect(heldOf(run([1000, true], [380, 'unseen'], [1000, true]))).toBe(2360);
  });

  it('counts no part of a longer gap', () => {
    expect(heldOf(run([1000, true], [600, 'posture'], [1000, true]))).toBe(1960);
  });

  it('stops while the posture is left, and never resets', () => {
    expect(heldOf(run([1000, true], [5000, 'posture']))).toBe(980);
    expect(run([1000, true], [5000, 'posture']).is).toBe('paused');
  });

  it('ignores a visit shorter than 0.2 s', () => {
    expect(heldOf(run([100, true], [1000, 'posture'], [60, true], [1000, 'posture']))).toBe(0);
  });

  it('does not count time without frames', () => {
    const before = run([1000, true]);
    expect(heldOf(tick(before, millis(4000), true))).toBe(980);
  });

  it('counts a visit of 0.2 s from its first frame', () => {
    expect(heldOf(run([220, true], [1000, 'posture']))).toBe(200);
    expect(heldOf(run([200, true], [1000, 'posture']))).toBe(0);
  });

  it('keeps the held time where a later visit is too short to add to it', () => {
    const clock = run([1000, true], [600, 'posture'], [100, true], [600, 'unseen']);
    expect([clock.is, heldOf(clock)]).toEqual(['paused', 980]);
  });

  it('adds up the stretches before and after each pause', () => {
    expect(heldOf(run([1000, true], [600, 'posture'], [1000, true], [600, 'unseen'], [1000, true]))).toBe(3 * 980);
  });

  it('bridges a gap of exactly 0.4 s, and none that is longer', () => {
    const running = run([1000, true]);
    const lapsing = tick(running, millis(1000), 'posture');
    expect(lapsing.is).toBe('lapsing');
    expect(heldOf(tick(lapsing, millis(1380), true))).toBe(1380);
    expect(heldOf(tick(lapsing, millis(1381), true))).toBe(980);
  });

  it('bridges a gap in which some frames were outside and others unseen', () => {
    expect(heldOf(run([1000, true], [200, 'posture'], [180, 'unseen'], [1000, true]))).toBe(2360);
    expect(heldOf(run([1000, true], [300, 'posture'], [300, 'unseen'], [1000, true]))).toBe(1960);
  });

  it('reports why it lapses: by the frame with which the gap began', () => {
    expect(run([1000, true], [100, 'unseen'], [100, 'posture'])).toMatchObject({ is: 'lapsing', why: 'unseen' });
    expect(run([1000, true], [100, 'posture'], [100, 'unseen'])).toMatchObject({ is: 'lapsing', why: 'posture' });
  });

  it('stays as it is while nothing has been held', () => {
    expect(run([5000, 'posture'], [5000, 'unseen'])).toEqual(waitingClock);
    expect(heldOf(waitingClock)).toBe(0);
  });
});
