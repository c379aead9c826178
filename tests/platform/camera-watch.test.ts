import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CameraProblem } from '../../src/platform/camera-problem.ts';
import { watchCamera } from '../../src/platform/camera-watch.ts';
import { simulateTime, type SimulatedTime } from '../simulated-time.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulateTime();
});
afterEach(() => time.end());

/** The track of a camera, as far as a watch looks at it. */
class Track extends EventTarget {
  muted = false;
  readyState: MediaStreamTrackState = 'live';
}

/** A watch over a camera from which no picture comes, in a page that can be hidden. */
const watched = () => {
  const track = new Track();
  const heard = new Set<(isVisible: boolean) => void>();
  const sight = {
    isVisible: true,
    changes: {
      listen: (listener: (isVisible: boolean) => void) => {
        heard.add(listener);
        return () => heard.delete(listener);
      },
    },
  };
  const problems: CameraProblem['kind'][] = [];
  const watch = watchCamera(track as Partial<MediaStreamTrack> as MediaStreamTrack, sight, ({ kind }) =>
    problems.push(kind),
  );
  const show = (isVisible: boolean): void => {
    sight.isVisible = isVisible;
    for (const listener of heard) listener(isVisible);
  };
  return { track, watch, problems, show };
};

describe('a camera', () => {
  it('is reported as stalled once, after three seconds without a picture', async () => {
    const { watch, problems } = watched();
    await time.pass(2000);
    watch.pulse();
    await time.pass(2900);
    expect(problems).toEqual([]);
    await time.pass(10_000);
    expect(problems).toEqual(['stalled']);
  });

  it('is not reported as stalled while the page is hidden, nor in the three seconds after that', async () => {
    const { problems, show } = watched();
    show(false);
    await time.pass(60_000);
    show(true);
    await time.pass(2900);
    expect(problems).toEqual([]);
    await time.pass(200);
    expect(problems).toEqual(['stalled']);
  });

  it('is not reported as stalled while it is muted, as by a lid, nor in the three seconds after that', async () => {
    const { track, problems } = watched();
    track.muted = true;
    await time.pass(60_000);
    track.muted = false;
    track.dispatchEvent(new Event('unmute'));
    await time.pass(2900);
    expect(problems).toEqual([]);
    await time.pass(200);
    expect(problems).toEqual(['stalled']);
  });

  it('that went away is reported at once, and not as stalled later', async () => {
    const { track, problems } = watched();
    track.dispatchEvent(new Event('ended'));
    await time.pass(10_000);
    expect(problems).toEqual(['unplugged']);
  });

  it('is not reported once nobody watches it', async () => {
    const { track, watch, problems } = watched();
    watch.stop();
    track.dispatchEvent(new Event('ended'));
    await time.pass(10_000);
    expect(problems).toEqual([]);
  });
});
