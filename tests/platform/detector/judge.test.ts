import { describe, expect, it, vi } from 'vitest';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import { judge } from '../../../src/platform/detector/worker/judge.ts';
import type { Post } from '../../../src/platform/detector/worker/judge.ts';
import { frameAt } from '../frames.ts';

const graphics = (isLost: boolean) => ({ isLost: () => isLost, onLost: () => undefined, lose: () => undefined });

describe('judge', () => {
  it('closes the frame and returns its keypoints', async () => {
    const frame = frameAt(40);
    const post = vi.fn<Post>();
    const model = {
      detect: () => Promise.resolve({ keypoints: noKeypoints, light: 0.4, picture: 7, isPlain: false }),
      graphics: graphics(false),
    };
    await judge(model, { type: 'frame', ...frame }, post);
    expect(frame.closed()).toBe(1);
    expect(post).toHaveBeenCalledExactlyOnceWith({
      type: 'keypoints',
      keypoints: noKeypoints,
      light: 0.4,
      picture: 7,
      isPlain: false,
    });
  });

  it('returns the frame where the graphics context was lost, instead of reporting that no person is seen', async () => {
    const frame = frameAt(40);
    const post = vi.fn<Post>();
    const model = {
      detect: () => Promise.resolve({ keypoints: noKeypoints, light: 0.4, picture: 7, isPlain: false }),
      graphics: graphics(true),
    };
    await judge(model, { type: 'frame', ...frame }, post);
    expect(frame.closed()).toBe(0);
    expect(post).toHaveBeenCalledExactlyOnceWith({ type: 'lost', image: frame.image }, [frame.image]);
  });
});
