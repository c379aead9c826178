import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf } from '../scenarios/play.ts';
import { simulateTime, type SimulatedTime } from '../simulated-time.ts';
import { hiddenPage } from './hidden-page.ts';

/*
 * The page is hidden and shown again in each phase of a session. While it is hidden no frame is judged and the camera
 * is off; once it is shown, the session goes on by itself.
 */

/** Once shown, something must be judged or shown within this time, ms. */
const patience = 2000;

let time: SimulatedTime;
beforeEach(() => {
  time = simulateTime();
});
afterEach(() => time.end());

/** Two workers: one finishes long before the next frame comes, and one nearly always has a frame in flight. */
const workers = [
  ['a fast worker', 5],
  ['a slow worker', 62],
] as const;

/** Hidden once, or again this many milliseconds after it was shown. */
const again = [undefined, 0, 100, 350, 600] as const;

const inFlight = [true, false] as const;

type AppContext = ReturnType<typeof hiddenPage>;

/** Hides the page, shows it, and hides and shows it again where asked. */
const hideFor = async ({ hide, show }: AppContext, hiddenAgainAfter?: number): Promise<void> => {
  hide();
  await time.pass(700);
  show();
  if (hiddenAgainAfter === undefined) return;
  if (hiddenAgainAfter > 0) await time.pass(hiddenAgainAfter);
  hide();
  await time.pass(700);
  show();
};

const expectToJudge = async ({ judgedAt }: AppContext): Promise<void> => {
  const from = performance.now();
  await time.until(() => judgedAt() > from, patience);
};

const expectToComplete = async ({ events }: AppContext): Promise<void> => {
  await time.until(() => eventsOf(events, 'session-ended').length > 0, 60_000);
  expect(eventsOf(events, 'session-ended')[0]).toMatchObject({ why: 'completed' });
  expect(eventsOf(events, 'rep-completed')).toHaveLength(1);
};

/** Runs a session during the test's part of it, and expects that nothing was judged or watched while hidden. */
const during = async (world: AppContext, play: () => Promise<void>): Promise<void> => {
  const leaving = new AbortController();
  const running = world.guide.run(leaving.signal);
  await play();
  leaving.abort();
  await time.pass(0);
  await running;
  expect([...world.offences]).toEqual([]);
  expect(world.camerasOn()).toBe(0);
};

describe.each(workers)('a page hidden and shown with %s', (_, frameMs) => {
  const each = again.flatMap((after) => inFlight.map((isInFlight) => ({ after, isInFlight })));

  it.each(
    (['looking', 'neutral', 'practice', 'countdown', 'ready', 'working', 'holding'] as const).flatMap((phase) =>
      each.map((one) => ({ phase, ...one })),
    ),
  )('in $phase, again after $after ms, a frame in flight: $isInFlight', async ({ phase, after, isInFlight }) => {
    const world = hiddenPage(time, frameMs, phase === 'practice' ? 'personal' : 'norm');
    await during(world, async () => {
      await time.until(() => world.where() === phase && world.isFrameInFlight() === isInFlight, 60_000);
      await hideFor(world, after);
      await expectToJudge(world);
      // Neutral is taken again.
      expect(world.where()).toBe('looking');
      // What follows does not depend on how often the page was hidden.
      if (after === 0) await expectToComplete(world);
    });
  });

  it.each(again.flatMap((after) => inFlight.map((isCameraOpening) => ({ after, isCameraOpening }))))(
    'while it opens, again after $after ms, the camera being switched on: $isCameraOpening',
    async ({ after, isCameraOpening }) => {
      const world = hiddenPage(time, frameMs);
      await during(world, async () => {
        await time.until(() => world.isCameraOpening() === isCameraOpening, 5000);
        await hideFor(world, after);
        await time.until(() => world.where() === 'asking', patience);
        await time.until(() => world.where() === 'looking', 10_000);
        await expectToJudge(world);
      });
    },
  );

  it.each((['asking', 'resting'] as const).flatMap((where) => again.map((after) => ({ where, after }))))(
    'while $where, again after $after ms',
    async ({ where, after }) => {
      const world = hiddenPage(time, frameMs);
      await during(world, async () => {
        await time.until(() => world.where() === where, 60_000);
        await hideFor(world, after);
        expect(world.where()).toBe(where);
        await time.until(() => world.where() === 'looking', 10_000);
        await expectToJudge(world);
      });
    },
  );

  it.each(['asking', 'resting'] as const)(
    'while %s until its time is up, and begins when it is shown',
    async (where) => {
      const world = hiddenPage(time, frameMs);
      await during(world, async () => {
        await time.until(() => world.where() === where, 60_000);
        world.hide();
        await time.pass(20_000);
        expect(world.where()).toBe('looking');
        world.show();
        await expectToJudge(world);
      });
    },
  );

  it('while the user pauses, and waits for the user', async () => {
    const world = hiddenPage(time, frameMs);
    await during(world, async () => {
      await time.until(() => world.where() === 'working', 60_000);
      world.guide.togglePause();
      await hideFor(world, 100);
      const pausedAt = performance.now();
      await time.pass(5000);
      expect(world.judgedAt()).toBeLessThan(pausedAt);
      world.guide.togglePause();
      await expectToJudge(world);
      await expectToComplete(world);
    });
  });

  it.each(again)('at the summary, again after %s ms', async (after) => {
    const world = hiddenPage(time, frameMs);
    await during(world, async () => {
      await time.until(() => world.where() === 'looking', 60_000);
      world.guide.end();
      await time.until(() => world.where() === 'over', 1000);
      await hideFor(world, after);
      await time.pass(patience);
      expect(world.where()).toBe('over');
      expect(world.camerasOpened()).toBe(1);
    });
  });
});
