import { describe, expect, it } from 'vitest';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../../../src/engine/units.ts';
import { VisibilityAwareSource } from '../../../src/session/sources/visibility-source.ts';
import type { PoseSource } from '../../../src/session/ports.ts';
import { pageInSight, willing } from '../guided.ts';

const { signal } = new AbortController();

/** A pose of which only the time counts. */
const poseAt = (at: number): TimedPose<SourceTime> => ({ at: sourceTime(at) }) as TimedPose<SourceTime>;

/** A camera of which each stretch of poses is the test's to write. */
const camera = (stretches: readonly ((until: AbortSignal) => AsyncGenerator<TimedPose<SourceTime>>)[]) => {
  let [isOn, asked] = [false, 0];
  const source: PoseSource = {
    ...willing(),
    switchOn: () => {
      isOn = true;
      return Promise.resolve();
    },
    switchOff: () => void (isOn = false),
    poses: (until) => {
      asked += 1;
      const stretch = stretches[asked - 1];
      if (!stretch) throw new Error('There is no more.');
      return stretch(until);
    },
  };
  return { source, isOn: () => isOn };
};

const settled = (): Promise<void> => new Promise((done) => void setTimeout(done));

describe('a source that lasts', () => {
  it('takes an error after the page was hidden for the end of that stretch, and goes on with the next', async () => {
    const { sight, hide, show } = pageInSight();
    let fail: (why: Error) => void = () => undefined;
    const { source, isOn } = camera([
      async function* () {
        yield poseAt(0);
        yield poseAt(500);
        await new Promise((_, failed) => {
          fail = failed;
        });
      },
      async function* () {
        yield poseAt(501);
        yield poseAt(541);
      },
    ]);
    const lasting = new VisibilityAwareSource(source, sight);
    const changes: string[] = [];
    lasting.changes.listen((change) => changes.push(change));
    const poses = lasting.poses(signal);
    const times = [(await poses.next()).value?.at, (await poses.next()).value?.at];
    const next = poses.next();
    await settled();
    hide();
    hide();
    fail(new Error('The detector is closed.'));
    await settled();
    expect(isOn()).toBe(false);
    show();
    times.push((await next).value?.at, (await poses.next()).value?.at);
    expect(times).toEqual([0, 500, 501, 541]);
    expect(changes).toEqual(['hidden', 'seen', 'reopened']);
    expect((await poses.next()).done).toBe(true);
  });

  it('passes on an error of a source while the page is shown', async () => {
    const { sight } = pageInSight();
    const { source } = camera([
      async function* () {
        yield poseAt(0);
        throw new Error('unplugged');
      },
    ]);
    const poses = new VisibilityAwareSource(source, sight).poses(signal);
    await poses.next();
    await expect(poses.next()).rejects.toThrow('unplugged');
  });

  it('is switched on only when the page is shown, and tried again where that failed while it was hidden', async () => {
    const { sight, hide, show } = pageInSight();
    const attempts: ((why?: Error) => void)[] = [];
    const source: PoseSource = {
      ...willing(),
      switchOn: () =>
        new Promise((done, failed) => {
          attempts.push((why) => (why ? failed(why) : done()));
        }),
      switchOff: () => undefined,
    };
    hide();
    const lasting = new VisibilityAwareSource(source, sight);
    let isReady = false;
    const ready = lasting.ready(signal).then(() => void (isReady = true));
    await settled();
    expect(attempts).toHaveLength(0);
    show();
    await settled();
    hide();
    attempts[0]?.(new Error('no camera for a hidden page'));
    await settled();
    expect(attempts).toHaveLength(1);
    show();
    await settled();
    expect([attempts.length, isReady]).toEqual([2, false]);
    attempts[1]?.();
    await ready;
    expect(isReady).toBe(true);
  });

  it('is opened again on request, as before another camera, and goes on in the same iteration', async () => {
    const { sight, hide } = pageInSight();
    const { source, isOn } = camera([
      async function* () {
        yield poseAt(0);
        await new Promise(() => undefined);
      },
      async function* () {
        yield poseAt(1);
      },
    ]);
    const lasting = new VisibilityAwareSource(source, sight);
    const changes: string[] = [];
    lasting.changes.listen((change) => changes.push(change));
    const poses = lasting.poses(signal);
    await poses.next();
    const next = poses.next();
    lasting.reopen();
    expect(isOn()).toBe(false);
    expect((await next).value?.at).toBe(1);
    expect([isOn(), changes]).toEqual([true, ['reopened']]);
    // While the page is hidden the camera stays off.
    hide();
    lasting.reopen();
    await settled();
    expect(isOn()).toBe(false);
  });

  it('ends where it is closed while it waits for the page to be shown', async () => {
    const { sight, hide } = pageInSight();
    const lasting = new VisibilityAwareSource(camera([]).source, sight);
    hide();
    const next = lasting.poses(signal).next();
    lasting.close();
    expect((await next).done).toBe(true);
  });
});
