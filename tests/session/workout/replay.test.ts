import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { runAnalysis } from '../../../scripts/analyse/main.ts';
import { readRecording } from '../../../scripts/analyse/recording-file.ts';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import type { View } from '../../../src/engine/pose/view.ts';
import { posesIn, recordingOf } from '../../../src/engine/pose/recording.ts';
import { sourceTime } from '../../../src/engine/units.ts';
import { planFor, planForFilm } from '../../../src/session/planning/plan-for.ts';
import { movementOf, planOfMade, type MadeMovement, type Movement } from '../../../src/session/record/movement.ts';
import { PoseRecorder } from '../../../src/session/record/pose-recorder.ts';
import { missedAttempt } from '../../../src/session/workout/missed-attempt.ts';
import { Replay } from '../../../src/session/workout/replay.ts';
import { Workout, type WorkoutStep } from '../../../src/session/workout/workout.ts';
import { fewCases } from '../../films/cases.ts';
import { recordedPoses } from '../../films/recordings.ts';
import { keptFile } from '../../scripts/analyse/kept.ts';
import { exerciseCalled } from '../played.ts';

const eventsOf = ({ events }: Replay): readonly CoachingEvent[] => events.map(({ event }) => event);

/** The times and types, so that a difference is readable. */
const brief = (events: readonly CoachingEvent[]) => events.map(({ at, type }) => `${at} ${type}`);

describe('a replay', () => {
  it('has the frames of the session, whichever way one comes to them', async () => {
    const movement = readRecording(keptFile('cheer-front-correct'));
    const plan = planForFilm(exerciseCalled('cheer'), { view: 'front' });
    const workout = new Workout(plan);
    const inOrder: Omit<WorkoutStep, 'events'>[] = [];
    workout.steps.listen(({ sight, state, coaching }) => {
      if (sight) inOrder.push({ sight, state, coaching });
    });
    await workout.run(
      {
        isFilm: true,
        async *poses() {
          yield* posesIn(movement);
        },
      },
      new AbortController().signal,
    );
    const replay = await Replay.open(plan, movement);
    expect(replay.length).toBe(inOrder.length);
    for (const index of [400, 3, 129, 128, 64, 0, 9999]) {
      const last = Math.min(index, inOrder.length - 1);
      expect(replay.frameAt(index)).toEqual({ index: last, ...inOrder[last] });
    }
    const phases = inOrder.map(({ sight }) => sight?.phase);
    expect(new Set(phases)).toEqual(new Set(['ready', 'working', 'holding', 'returning']));
  });

  it('names frames by their time', async () => {
    const movement = readRecording(keptFile('cheer-front-correct'));
    const replay = await Replay.open(planForFilm(exerciseCalled('cheer'), { view: 'front' }), movement);
    expect(replay.indexAt(-5)).toBe(0);
    expect(replay.indexAt(1e9)).toBe(replay.length - 1);
    for (const index of [0, 1, 57, replay.length - 1]) {
      expect(replay.indexAt(replay.timeOf(index))).toBe(index);
      expect(replay.indexAt(replay.timeOf(index) + 1)).toBe(index);
    }
  });

  it('can be cancelled', async () => {
    const movement = readRecording(keptFile('cheer-front-correct'));
    const plan = planForFilm(exerciseCalled('cheer'), { view: 'front' });
    const leaving = new AbortController();
    const opening = Replay.open(plan, movement, { signal: leaving.signal, onProgress: () => leaving.abort() });
    await expect(opening).rejects.toThrow('abort');
  });
});

/** Trains like a session of the app and records; returns the events of the session and its recording. */
const recorded = async (movement: Movement, source: 'camera' | 'file', options = {}) => {
  const plan = planFor(exerciseCalled('cheer'), { view: 'front', reps: 2, ...options });
  const recorder = new PoseRecorder();
  const workout = new Workout(plan, undefined, recorder);
  const events: CoachingEvent[] = [];
  workout.steps.listen((step) => events.push(...step.events));
  const poses = posesIn(movement);
  await workout.run(
    {
      isFilm: source === 'file',
      async *poses() {
        for (const [index, pose] of poses.entries()) {
          // A detector gives more digits than a recording has, and a camera's clock starts anywhere.
          const keypoints = { ...pose.keypoints, nose: { ...pose.keypoints.nose, x: pose.keypoints.nose.x + 0.0123 } };
          yield { ...pose, keypoints, at: sourceTime(pose.at + 1234.56789 + (index % 7) * 0.00037) };
        }
      },
    },
    new AbortController().signal,
  );
  return {
    plan,
    events,
    movement: movementOf(recorder.recording, plan, { at: 9, app: '1', source, model: undefined }),
  };
};

const analysed = async (movement: MadeMovement): Promise<readonly CoachingEvent[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'limber-replay-'));
  const [file, json] = [join(folder, 'one.json.gz'), join(folder, 'out.json')];
  writeFileSync(file, gzipSync(JSON.stringify(movement)));
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await runAnalysis({
      files: [file],
      exercise: undefined,
      view: undefined,
      model: 'lightning',
      range: undefined,
      reps: undefined,
      holdSeconds: undefined,
      strictness: undefined,
      json,
      recording: undefined,
    });
  } finally {
    out.mockRestore();
  }
  const [session] = JSON.parse(readFileSync(json, 'utf8')) as { readonly events: readonly CoachingEvent[] }[];
  return session?.events ?? [];
};

describe('a recording gives the same events to the millisecond', () => {
  it.each(['file', 'camera'] as const)(
    'in the session that made it, in a replay, and in the command, from a %s',
    async (source) => {
      const { events, movement, plan } = await recorded(readRecording(keptFile('cheer-front-correct')), source, {
        range: source === 'file' ? 'norm' : 'personal',
      });
      expect(events.some(({ type }) => type === 'rep-completed')).toBe(true);
      const again = planOfMade(movement.made, exerciseCalled('cheer'));
      expect({ ...again }).toEqual({ ...plan });
      const replay = await Replay.open(again, movement);
      expect(brief(eventsOf(replay))).toEqual(brief(events));
      expect(eventsOf(replay)).toEqual(events);
      expect(JSON.parse(JSON.stringify(await analysed(movement)))).toEqual(JSON.parse(JSON.stringify(events)));
    },
  );

  it.each(fewCases.map((one) => [one.film.name, one] as const))('as each frame has alone: %s', async (_, one) => {
    const plan = planForFilm(one.exercise, { view: one.view });
    const replay = await Replay.open(plan, recordingOf(recordedPoses(one.film)));
    // The phases of the frames are those that the events report.
    const changes = eventsOf(replay).flatMap((event) => (event.type === 'phase-changed' ? [event] : []));
    for (const { at, to } of changes.slice(-5)) {
      const last = changes.findLast((change) => change.at === at);
      expect(replay.frameAt(replay.indexAt(at + 0.001)).sight.phase).toBe(last?.to ?? to);
    }
  });
});

/** The attempts of a fixture that did not count, and the replay. */
const missesOf = async (name: string, id: string, view: View, options = {}) => {
  const replay = await Replay.open(
    planForFilm(exerciseCalled(id), { view, ...options }),
    readRecording(keptFile(name)),
  );
  return { replay, misses: replay.misses };
};

describe('an attempt that did not count has the numbers that decided', () => {
  it('for the range: how far it went, as the trace shows it, and from where on it counts', async () => {
    const { replay, misses } = await missesOf('cheer-front-short', 'cheer', 'front');
    expect(misses.length).toBeGreaterThan(0);
    for (const { at, from, reason, end } of misses) {
      if (reason.kind !== 'range' || !end || from === undefined) throw new Error('It was too short.');
      expect(end.furthest).toBeLessThan(end.counted);
      expect(end.counted - end.furthest).toBeCloseTo(reason.shortBy, 6);
      // The mean of both arms, which move together; a trace has ten points a second.
      const peaks = replay.record.traces
        .filter(({ measure, side }) => measure === end.measure && side)
        .map(({ points }) => Math.max(...points.flatMap(([t, value]) => (t >= from && t <= at ? [value ?? 0] : []))));
      expect(peaks).toHaveLength(2);
      expect(Math.abs((peaks[0] ?? 0) / 2 + (peaks[1] ?? 0) / 2 - end.furthest)).toBeLessThan(3);
    }
  });

  it('for a posture that was lost: its bound as the exercise has it, and the reading', async () => {
    const { replay } = await missesOf('cheer-side-correct', 'cheer', 'side');
    const index = replay.events.find(({ event }) => event.type === 'attempt-opened')?.index ?? 0;
    const { state, sight } = replay.frameAt(index);
    const event = {
      type: 'rep-attempted' as const,
      at: sight.at,
      exercise: 'cheer',
      reason: { kind: 'posture' as const, measure: 'elbowFlexion' },
      goals: [],
    };
    const bound = exerciseCalled('cheer').views.side?.requires.elbowFlexion;
    const lost = missedAttempt(state, event)?.lost ?? [];
    // 60 degrees, of which strictness 1 lets off 5, at the arm near the camera; a straight one is well within it.
    expect(lost).toMatchObject([{ side: 'right', is: 'below', enter: (bound?.value ?? 0) + (bound?.tolerance ?? 0) }]);
    expect(lost[0]?.read).toBeLessThan(bound?.value ?? 0);
  });

  it('for a hold that was too short: the bounds of its time, which enclose less than it counts', async () => {
    const { misses } = await missesOf('butterfly-front-correct', 'butterfly', 'front', { holdSeconds: 60 });
    const [miss] = misses.filter(({ reason }) => reason.kind === 'hold');
    if (miss?.reason.kind !== 'hold' || !miss.end?.hold) throw new Error('No hold of a minute is in the film.');
    expect(miss.reason.heldMs).toBeLessThan(miss.reason.ofMs);
    const { is, furthest, hold } = miss.end;
    expect(is === 'above' ? furthest >= hold.enter : furthest <= hold.enter).toBe(true);
  });
});
