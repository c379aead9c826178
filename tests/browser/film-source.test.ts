import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { noKeypoints, type Keypoints } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import type { SourceTime } from '../../src/engine/units.ts';
import { posesIn, recordingOf } from '../../src/engine/pose/recording.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { detectedPoses } from '../../src/platform/detector/detected-poses.ts';
import { clockAt } from '../../src/session/async/clock.ts';
import { createOpenSource } from '../../src/session/sources/open-source.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import type { PoseSource, SourceRequest } from '../../src/session/ports.ts';
import type { DrawnFrame } from '../../src/ports/frame.ts';
import { createRecord } from '../../src/session/sources/record.ts';
import type { FilmPort, SourcePorts } from '../../src/session/sources/source-ports.ts';
import { Workout } from '../../src/session/workout/workout.ts';
import { filmed } from '../scenarios/play.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');
const plan = planFor(exercise, { reps: 1, range: 'norm', holdSeconds: 1 });

const recording = recordingOf(filmed(exercise, performanceOf(exercise.motion, { repetitions: 1 })));
const poses = posesIn(recording);
const { frame } = recording;

/** Pictures with the size and the times of the recording; records the bitmaps that were handed out. */
const film = () => {
  const images: ImageBitmap[] = [];
  async function* frames(): AsyncGenerator<DrawnFrame> {
    const canvas = new OffscreenCanvas(frame.width, frame.height);
    canvas.getContext('2d');
    for (const { at } of poses) {
      const image = await createImageBitmap(canvas);
      images.push(image);
      yield { image, at };
    }
  }
  return { images, frames };
};

/**
 * Ports whose films are the recording's, and whose detector finds in each frame what the recording has at that time.
 */
const world = () => {
  const diary: string[] = [];
  const { images, frames } = film();
  const found = new Map<number, Keypoints>(poses.map(({ at, keypoints }) => [at, keypoints]));
  const detector = {
    detect: (image: ImageBitmap, at: number) => {
      image.close();
      return Promise.resolve(found.get(at) ?? noKeypoints);
    },
    idle: () => Promise.resolve(),
    applyPendingModel: () => undefined,
    light: undefined,
    picture: undefined,
    isPlain: false,
    hasFailed: false,
  };
  const refuse = () => Promise.reject(new Error('Nobody asked for it.'));
  const port: FilmPort = { frames, lasts: poses.at(-1)?.at, close: () => void diary.push('film closed') };
  const ports: SourcePorts = {
    openDetector: () =>
      Promise.resolve({
        model: 'lightning',
        nextModel: 'lightning',
        poses: (given, signal, pace) => detectedPoses(given, detector, signal, pace),
        close: () => void diary.push('detector closed'),
      }),
    openVideo: () => Promise.resolve(port),
    openCamera: refuse,
    openStage: refuse,
  };
  return { diary, images, frames, ports };
};

const request = (part: Partial<SourceRequest>): SourceRequest => ({
  kind: 'file',
  clock: clockAt(1),
  frames: undefined,
  video: undefined,
  onProgress: (): void => undefined,
  signal: new AbortController().signal,
  ...part,
});

const eventsOf = async (source: Pick<PoseSource, 'poses' | 'isFilm'>): Promise<readonly CoachingEvent[]> => {
  const workout = new Workout(plan);
  await workout.run(source, new AbortController().signal);
  return workout.record.events;
};

const replayed = (of: readonly TimedPose<SourceTime>[]) => ({
  async *poses() {
    yield* of;
  },
});

describe('the same poses', () => {
  it('cause the same events from a recording and from a video file, which are judged from their first frame', async () => {
    const wanted = await eventsOf({ ...replayed(poses), isFilm: true });
    expect(wanted.map(({ type }) => type)).toContain('rep-completed');
    const file = world();
    const fromFile = await createOpenSource(file.ports)(request({ kind: 'file', video: new Blob() }));
    expect(await eventsOf(fromFile)).toEqual(wanted);
  });

  it('cause the events of a live user from frames of a page', async () => {
    const wanted = await eventsOf(replayed(poses));
    expect(wanted.map(({ type }) => type)).toContain('rep-completed');
    const page = world();
    const fromPage = await createOpenSource(page.ports)(request({ kind: 'frames', frames: page.frames() }));
    expect(await eventsOf(fromPage)).toEqual(wanted);
  });

  it('cause the same events once they were recorded from the film', async () => {
    const wanted = await eventsOf(replayed(poses));
    const recorded = await createRecord(world().ports)(new Blob());
    expect(await eventsOf(replayed(posesIn(recorded)))).toEqual(wanted);
  });
});

describe('a film as a source', () => {
  it('is shown as it is judged, unmirrored, reports its duration, and closes what it opened', async () => {
    const { ports, diary, images } = world();
    const source = await createOpenSource(ports)(request({ video: new Blob() }));
    expect(source).toMatchObject({ mirrored: false, lasts: poses.at(-1)?.at });
    await eventsOf(source);
    expect(source.picture).toMatchObject({ width: frame.width, height: frame.height });
    source.close();
    expect(diary).toEqual(['film closed', 'detector closed']);
    expect(images.filter(({ width }) => width > 0)).toEqual([]);
  });

  it('has to be chosen first', async () => {
    const { ports, diary } = world();
    await expect(createOpenSource(ports)(request({}))).rejects.toThrow('No video file');
    expect(diary).toEqual(['detector closed']);
  });
});

describe('recording a film', () => {
  it('takes every frame, reports its progress, and closes what it opened', async () => {
    const { ports, diary } = world();
    const shares: number[] = [];
    const recorded = await createRecord(ports)(new Blob(), { onProgress: (share) => shares.push(share) });
    expect(recorded).toEqual(recording);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(diary).toEqual(['detector closed', 'film closed']);
  });

  it('ends with the reason of its cancellation, and closes what it opened', async () => {
    const { ports, diary } = world();
    const ending = new AbortController();
    const onProgress = (share: number): void => {
      if (share > 0.2) ending.abort(new Error('enough'));
    };
    await expect(createRecord(ports)(new Blob(), { onProgress, signal: ending.signal })).rejects.toThrow('enough');
    expect(diary).toEqual(['detector closed', 'film closed']);
  });

  it('passes on why a file cannot be read, and fetches no model for it', async () => {
    const { ports, diary } = world();
    const openVideo = () => Promise.reject(Object.assign(new Error('no'), { kind: 'not-a-video' }));
    await expect(createRecord({ ...ports, openVideo })(new Blob())).rejects.toMatchObject({ kind: 'not-a-video' });
    expect(diary).toEqual([]);
  });
});
