import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RangeChoice } from '../../src/engine/rules/targets.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { millis } from '../../src/engine/units.ts';
import type { PoseRequests, PoseSource, RangeStore } from '../../src/session/ports.ts';
import type { LimberEventDetail } from '../../src/ui/limber-event.ts';
import { filmed } from '../scenarios/play.ts';
import { exercise, film, mount, screenOf } from './app-world.ts';

afterEach(() => {
  document.body.replaceChildren();
  location.hash = '';
});

describe('the user’s own range', () => {
  /** Trains once; returns the range that the source was asked for. */
  const trained = async (query: string, ranges: RangeStore): Promise<RangeChoice['is'] | undefined> => {
    const source = film(1);
    const follow = vi.fn<(asking: PoseRequests) => void>((asking) => source.follow?.(asking));
    const openSource = () => Promise.resolve({ ...source, follow });
    const app = await mount(`#/train/${exercise.id}?reps=1&hold=1&pain=off&${query}`, openSource, ranges);
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'), { timeout: 20_000 });
    return follow.mock.lastCall?.[0].plan.range.is;
  };

  it('is saved when it was shown before the camera, and replaces the next practice', async () => {
    const write = vi.fn<RangeStore['write']>();
    expect(await trained('source=camera', { read: () => undefined, write })).toBe('practice');
    expect(write).toHaveBeenCalledOnce();
    const [id, view, ranges, at] = write.mock.lastCall ?? [];
    expect([id, view]).toEqual([exercise.id, exercise.view]);
    expect(Math.abs(Date.now() - (at ?? 0))).toBeLessThan(60_000);
    document.body.replaceChildren();
    const again = vi.fn<RangeStore['write']>();
    expect(await trained('source=camera', { read: () => ranges, write: again })).toBe('kept');
    expect(again).not.toHaveBeenCalled();
  });

  it('is neither read nor saved where the figure trains', async () => {
    const store = { read: vi.fn<RangeStore['read']>(), write: vi.fn<RangeStore['write']>() };
    await trained('source=figure', store);
    expect(store.read).not.toHaveBeenCalled();
    expect(store.write).not.toHaveBeenCalled();
  });

  it('is measured again with the key R, and practice is skipped with S, but not while the user types', async () => {
    let next: () => void = () => undefined;
    const poses = filmed(exercise, performanceOf(exercise.motion, { repetitions: 2, hold: millis(1500) }));
    const source: PoseSource = {
      ...film(1),
      async *poses() {
        for (const pose of poses) {
          yield pose;
          if (pose.at < 10_500) continue;
          await new Promise<void>((resolve) => (next = resolve));
        }
      },
    };
    const phases: string[] = [];
    const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => {
      if (detail.type === 'phase-changed') phases.push(detail.to);
    };
    document.body.addEventListener('limber-event', hear);
    const app = await mount(`#/train/${exercise.id}?pain=off&source=figure&hold=1`, () => Promise.resolve(source));
    const press = (key: string, on: EventTarget = document.body): void => {
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    };
    const field = document.createElement('input');
    document.body.append(field);
    const step = async (): Promise<void> => {
      next();
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await vi.waitFor(
      async () => {
        await step();
        expect(phases.at(-1)).toBe('practice');
      },
      { timeout: 20_000 },
    );
    press('s', field);
    await step();
    expect(phases.at(-1)).toBe('practice');
    press('s');
    await step();
    expect(phases.at(-1)).toBe('countdown');
    press('R');
    await step();
    expect(phases.at(-1)).toBe('looking');
    document.body.removeEventListener('limber-event', hear);
    app.remove();
  });
});
