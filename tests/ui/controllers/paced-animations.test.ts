import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PacedAnimations } from '../../../src/ui/controllers/paced-animations.ts';

class FakeRoot {
  readonly animations: unknown[] = [];
  getAnimations(): unknown[] {
    return this.animations;
  }
}

/** An element with one animation of four seconds; `moves` are the times at which it was moved on. */
const animated = () => {
  const moves: number[] = [];
  const root = new FakeRoot();
  root.animations.push({
    pause: () => undefined,
    effect: { getComputedTiming: () => ({ endTime: 4000 }) },
    set currentTime(_: number) {
      moves.push(performance.now());
    },
  });
  const paced = new PacedAnimations({ renderRoot: root } as never);
  return { paced, moves };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ShadowRoot', FakeRoot);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a paced animation', () => {
  it('moves by itself, about twelve times a second, until its end', () => {
    const { paced, moves } = animated();
    paced.hostUpdated();
    vi.advanceTimersByTime(1000);
    expect(moves.length).toBeGreaterThanOrEqual(12);
    expect(moves.length).toBeLessThanOrEqual(14);
    vi.advanceTimersByTime(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('moves only with what else is drawn while that is drawn often enough', () => {
    const { paced, moves } = animated();
    paced.hostUpdated();
    const began = moves.length;
    const drawn: number[] = [];
    for (let frame = 0; frame < 15; frame += 1) {
      vi.advanceTimersByTime(66);
      drawn.push(performance.now());
      paced.step();
    }
    expect(moves.slice(began)).toEqual(drawn);
    // Nothing else is drawn any more: it goes on by itself.
    vi.advanceTimersByTime(240);
    expect(moves.length - began - drawn.length).toBe(3);
  });

  it('does not start with what else is drawn once it is over', () => {
    const { paced, moves } = animated();
    paced.hostUpdated();
    vi.advanceTimersByTime(5000);
    const count = moves.length;
    paced.step();
    vi.advanceTimersByTime(500);
    expect(moves).toHaveLength(count);
  });
});
