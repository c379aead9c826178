import { describe, expect, it, vi } from 'vitest';
import type { Coaching } from '../../../src/engine/coach/coaching.ts';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import type { PersonalRange } from '../../../src/engine/rules/personal-range.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { millis, type SourceTime, sourceTime } from '../../../src/engine/units.ts';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { countedIn } from '../../../src/session/summary/summary.ts';
import { Workout, type StepProgress } from '../../../src/session/workout/workout.ts';
import { filmed } from '../../scenarios/play.ts';

const exercise = exerciseById('butterfly');
if (!exercise) throw new Error('The butterfly is missing.');
const plan = planFor(exercise, { reps: 2, holdSeconds: 2, range: 'norm' });
const practising = planFor(exercise, { reps: 2, holdSeconds: 2 });
const film = filmed(exercise, performanceOf(exercise.motion, { repetitions: 3, hold: millis(2600) }));

const practisedFilm = filmed(
  exercise,
  performanceOf(exercise.motion, { repetitions: 3, hold: millis(2600), practice: true }),
);

const never = new AbortController().signal;

/** A source that yields a film as fast as it is taken. */
const playing = (poses: readonly TimedPose<SourceTime>[]) => ({
  async *poses() {
    yield* poses;
  },
});

/** A workout with a record of all that it published. */
const watched = (of = plan) => {
  const workout = new Workout(of);
  const [events, coachings]: [CoachingEvent[], Coaching[]] = [[], []];
  const ranges: (readonly PersonalRange[])[] = [];
  const count = { sights: 0 };
  workout.steps.listen((step) => {
    events.push(...step.events);
    if (coachings.at(-1) !== step.coaching) coachings.push(step.coaching);
    if (step.events.some(({ type }) => type === 'range-set')) ranges.push(workout.ranges);
    if (step.sight) count.sights += 1;
  });
  return { workout, events, coachings, ranges, count };
};

describe('a workout', () => {
  it('ends by itself when the repetitions are done, and sums them up', async () => {
    const { workout, events } = watched();
    const summary = await workout.run(playing(film), never);
    expect(summary.repetitions.map(({ number }) => number)).toEqual([1, 2]);
    expect(summary.heldMs).toBeGreaterThan(4000);
    expect(summary.best).toBeLessThan(0.95);
    expect(summary.attempts).toEqual([]);
    expect(summary.why).toBe('completed');
    expect(events.at(-1)?.type).toBe('session-ended');
  });

  it('publishes the sight of each frame, and the coaching only when it changes', async () => {
    const { workout, coachings, count } = watched();
    await workout.run(playing(film), never);
    expect(count.sights).toBeGreaterThan(400);
    expect(coachings.length).toBeLessThan(60);
    expect(coachings.every((coaching, index) => coaching !== coachings[index - 1])).toBe(true);
  });

  it('reports that the source has ended', async () => {
    const { workout, events } = watched();
    const summary = await workout.run(playing(film.slice(0, 30)), never);
    expect(summary.why).toBe('source-ended');
    expect(events.filter(({ type }) => type === 'session-ended')).toHaveLength(1);
  });

  it('passes on what the source throws', async () => {
    const broken = {
      async *poses(): AsyncGenerator<TimedPose<SourceTime>> {
        yield* film.slice(0, 3);
        throw new Error('unplugged');
      },
    };
    await expect(watched().workout.run(broken, never)).rejects.toThrow('unplugged');
  });

  it('ends at once on the user’s request, even while the source is pending', async () => {
    const { workout, events } = watched();
    const hanging = {
      async *poses(): AsyncGenerator<TimedPose<SourceTime>> {
        yield* film.slice(0, 3);
        await new Promise(() => undefined);
      },
    };
    const running = workout.run(hanging, never);
    await new Promise((resolve) => setTimeout(resolve, 20));
    workout.end('person');
    await expect(running).resolves.toMatchObject({ why: 'person' });
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'person', at: film[2]?.at });
  });

  it('counts its time from its first pose, over a source that an earlier exercise has watched', async () => {
    const watchedFrom = async (begins: number): Promise<readonly CoachingEvent[]> => {
      const { workout, events } = watched();
      await workout.run(playing(film.map((pose) => ({ ...pose, at: sourceTime(begins + pose.at) }))), never);
      return events;
    };
    const [first, second] = [await watchedFrom(0), await watchedFrom(1_000_000)];
    expect(first.length).toBeGreaterThan(5);
    expect(second.map(({ at, type }) => [type, Math.round(at)])).toEqual(
      first.map(({ at, type }) => [type, Math.round(at)]),
    );
  });

  it('ends when its page is left', async () => {
    const leaving = new AbortController();
    const { workout } = watched();
    workout.steps.listen(({ sight }) => {
      if (sight && sight.at > 500) leaving.abort();
    });
    await expect(workout.run(playing(film), leaving.signal)).resolves.toMatchObject({ why: 'left' });
  });
});

describe('a pause by the user', () => {
  it('reads nothing from the source until it goes on, and then finishes', async () => {
    const { workout, events } = watched();
    let taken = 0;
    const counting = {
      async *poses() {
        for (const pose of film) {
          taken += 1;
          yield pose;
        }
      },
    };
    const stop = workout.steps.listen(({ sight }) => {
      if (!sight || sight.at < 1000) return;
      stop();
      workout.pause('person');
      workout.pause('person');
    });
    const running = workout.run(counting, never);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const takenBefore = taken;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(taken).toBe(takenBefore);
    expect(workout.isPaused).toBe(true);
    workout.resume();
    expect((await running).repetitions).toHaveLength(2);
    const pauses = events.filter(({ type }) => type === 'session-paused' || type === 'session-resumed');
    expect(pauses).toMatchObject([{ type: 'session-paused', why: 'person' }, { type: 'session-resumed' }]);
    expect(pauses[0]?.at).toBeCloseTo(1000, 0);
  });

  it('judges a frame in flight only when the user goes on', async () => {
    const { workout, count } = watched();
    let come: () => void = () => undefined;
    const waiting = {
      async *poses() {
        yield* film.slice(0, 3);
        await new Promise<void>((resolve) => {
          come = resolve;
        });
        yield* film.slice(3);
      },
    };
    const running = workout.run(waiting, never);
    await new Promise((resolve) => setTimeout(resolve, 20));
    workout.pause('person');
    come();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(count.sights).toBe(3);
    workout.resume();
    expect((await running).repetitions).toHaveLength(2);
  });

  it('can be ended', async () => {
    const { workout } = watched();
    workout.steps.listen(() => workout.pause('person'));
    const running = workout.run(playing(film), never);
    await new Promise((resolve) => setTimeout(resolve, 10));
    workout.end('person');
    await expect(running).resolves.toMatchObject({ why: 'person' });
  });
});

describe('the user’s own range', () => {
  it('is published when practice has shown it, once a practice, and is in the summary', async () => {
    const { workout, ranges } = watched(practising);
    const summary = await workout.run(playing(practisedFilm), never);
    expect(ranges).toHaveLength(1);
    expect(ranges[0]?.map(({ end, measure }) => [end, measure])).toEqual([['together', 'elbowGap']]);
    expect(summary.ranges).toMatchObject([{ end: 'together', value: ranges[0]?.[0]?.value }]);
    expect(summary.repetitions).toHaveLength(2);
    expect(workout.record.settings.range).toBe('practice');
  });

  it('is skipped together with practice', async () => {
    const { workout, events, ranges } = watched(practising);
    const stop = workout.steps.listen(({ coaching }) => {
      if (coaching.phase !== 'practice') return;
      stop();
      workout.skipPractice();
    });
    const summary = await workout.run(playing(film), never);
    expect(ranges).toEqual([]);
    expect(events.find(({ type }) => type === 'armed')).toMatchObject({ range: 'norm' });
    expect(summary.repetitions.length).toBeGreaterThan(0);
  });

  it('can be measured again, and the count is kept', async () => {
    const { workout, coachings } = watched();
    workout.steps.listen((step) => {
      if (step.events.some(({ type }) => type === 'rep-completed')) workout.recalibrate();
    });
    await workout.run(playing(film), never);
    const after = coachings.slice(coachings.findIndex(({ repetitions }) => repetitions === 1) + 1);
    expect(after.some(({ phase }) => phase === 'looking' || phase === 'neutral')).toBe(true);
    expect(after.every(({ repetitions }) => repetitions === 1)).toBe(true);
  });

  it('is measured again when the figure’s true joints replace what MoveNet saw', async () => {
    const { workout, events } = watched();
    let usesGroundTruth = false;
    const source = {
      usesGroundTruth: () => usesGroundTruth,
      async *poses() {
        for (const [index, pose] of film.entries()) {
          usesGroundTruth = index >= 60;
          yield pose;
        }
      },
    };
    await workout.run(source, never);
    const toLooking = events.filter((event) => event.type === 'phase-changed' && event.to === 'looking');
    expect(toLooking).toHaveLength(1);
  });

  it('does not end a pause of the user', async () => {
    const { workout, events } = watched();
    const stop = workout.steps.listen(({ sight }) => {
      if (!sight || sight.at < 1000) return;
      stop();
      workout.pause('person');
    });
    const running = workout.run(playing(film), never);
    await new Promise((resolve) => setTimeout(resolve, 20));
    workout.skipPractice();
    workout.recalibrate();
    expect(workout.isPaused).toBe(true);
    workout.resume();
    await running;
    const resumed = events.findIndex(({ type }) => type === 'session-resumed');
    expect(events.slice(resumed + 1)[0]).toMatchObject({ type: 'phase-changed', to: 'looking' });
  });
});

describe('a miscount', () => {
  const longer = planFor(exercise, { reps: 4, holdSeconds: 2, range: 'norm' });

  it('is put right at once, also while the user pauses, and later repetitions are counted from there', async () => {
    const { workout, events, coachings } = watched(longer);
    const stop = workout.steps.listen((step) => {
      if (!step.events.some(({ type }) => type === 'rep-completed')) return;
      stop();
      workout.pause('person');
    });
    const running = workout.run(playing(film), never);
    await vi.waitFor(() => expect(workout.isPaused).toBe(true));
    const before = coachings.length;
    workout.correctCount(1);
    expect(coachings.slice(before)).toMatchObject([{ repetitions: 2, ownCount: { added: 1, takenBack: 0 } }]);
    expect(events.at(-1)).toMatchObject({ type: 'count-corrected', by: 1, of: 'own', number: 2 });
    workout.resume();
    const summary = await running;
    expect(summary.repetitions.map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(summary.ownCount).toEqual({ added: 1, takenBack: 0 });
    expect([countedIn(summary), summary.why]).toEqual([4, 'completed']);
  });

  it('changes nothing once the workout has ended', async () => {
    const { workout, events } = watched();
    const summary = await workout.run(playing(film), never);
    workout.correctCount(-1);
    expect(events.at(-1)?.type).toBe('session-ended');
    expect(workout.summary).toEqual(summary);
  });

  it('is remembered over an interruption, and can be undone after it', async () => {
    const first = watched(longer);
    const leaving = new AbortController();
    first.workout.steps.listen((step) => {
      if (!step.events.some(({ type }) => type === 'rep-completed')) return;
      first.workout.correctCount(1);
      leaving.abort();
    });
    await first.workout.run(playing(film), leaving.signal);
    const stored = JSON.parse(JSON.stringify(first.workout.progress)) as StepProgress;
    const workout = new Workout(longer, stored);
    expect(workout.coaching).toMatchObject({ repetitions: 2, ownCount: { added: 1, takenBack: 0 } });
    const stop = workout.steps.listen(({ coaching }) => {
      if (coaching.phase !== 'ready') return;
      stop();
      workout.correctCount(-1);
    });
    const summary = await workout.run(playing(film), never);
    expect(summary.ownCount).toEqual({ added: 0, takenBack: 0 });
    expect(summary.repetitions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});
