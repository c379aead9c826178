import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCorrectable } from '../../src/engine/coach/coaching.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { concat, scriptOf } from '../../src/engine/figure/performance.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { planOf } from '../../src/session/record/export.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { readSessionExport } from '../../src/session/record/read-session.ts';
import { countedIn, summarise } from '../../src/session/summary/summary.ts';
import { Workout } from '../../src/session/workout/workout.ts';
import { filmed, seconds } from '../scenarios/play.ts';
import { hidden } from '../scenarios/staging.ts';

/** What a user may do in the middle of a session, and when, ms. */
const wish = fc.record({
  at: fc.integer({ min: 0, max: 40_000 }),
  is: fc.constantFrom('recalibrate', 'skip-practice', 'pain', 'pause', 'end'),
});

/** A correction of the count, in the frame after so many attempts are over. */
const correction = fc.record({
  after: fc.integer({ min: 0, max: 4 }),
  by: fc.constantFrom(1 as const, -1 as const),
});

const session = fc.record({
  exercise: fc.constantFrom(...exercises),
  range: fc.constantFrom('norm' as const, 'personal' as const, 'timed' as const),
  amplitude: fc.double({ min: 0.4, max: 1, noNaN: true }),
  stops: fc.constantFrom(0, 0, 3),
  sets: fc.constantFrom(1, 1, 2),
  blindFrom: fc.integer({ min: 5000, max: 60_000 }),
  blindFor: fc.constantFrom(0, 0, 1000, 4000, 13_000),
  wishes: fc.array(wish, { maxLength: 3 }),
  begins: fc.constantFrom('after set-up', 'after set-up', 'at once', 'after half a minute on the hips'),
  corrections: fc.array(correction, { maxLength: 4 }),
});

const akimbo: JointAngles = { shoulderElevation: 60, elbowFlexion: 100 };

/** Runs the described session; returns its summary, and its export as a text. */
const run = async ({
  exercise,
  range,
  amplitude,
  stops,
  sets,
  blindFrom,
  blindFor,
  wishes,
  begins,
  corrections,
}: typeof session extends fc.Arbitrary<infer T> ? T : never) => {
  const plan = planFor(exercise, { range, reps: 2, sets, holdSeconds: 2, restSeconds: 3 });
  const workout = new Workout(plan);
  const variation = { stops };
  const calm = begins === 'at once' ? seconds(0.5) : seconds(10);
  const options = { repetitions: 3, hold: seconds(3), practice: range === 'personal', amplitude, variation, calm };
  const blind = hidden(/./, blindFrom, blindFrom + blindFor);
  const moves = performanceOf(exercise.motion, options);
  const waits = scriptOf([{ jointAngles: akimbo, takes: seconds(0), stays: seconds(42) }]);
  const script = begins === 'after half a minute on the hips' ? concat(waits, moves) : moves;
  const poses = filmed(exercise, script, { framesPerSecond: 12 });
  const act = (is: (typeof wishes)[number]['is']): void => {
    if (is === 'recalibrate') workout.recalibrate();
    if (is === 'skip-practice') workout.skipPractice();
    if (is === 'pain') workout.easeForPain(1);
    if (is === 'pause') {
      workout.pause('person');
      workout.resume();
    }
    if (is === 'end') workout.end('person');
  };
  const source = {
    async *poses() {
      const due = [...wishes];
      const dueCorrections = [...corrections];
      let attempts = 0;
      workout.steps.listen(({ events }) => {
        attempts += events.filter(({ type }) => type === 'rep-completed' || type === 'rep-attempted').length;
      });
      for (const pose of poses) {
        for (const one of due.filter(({ at }) => at <= pose.at)) {
          due.splice(due.indexOf(one), 1);
          act(one.is);
        }
        for (const one of dueCorrections.filter(({ after }) => after <= attempts && isCorrectable(workout.coaching))) {
          dueCorrections.splice(dueCorrections.indexOf(one), 1);
          workout.correctCount(one.by);
        }
        const seen = blind(pose);
        if (seen) yield seen;
      }
    },
  };
  const summary = await workout.run(source, new AbortController().signal);
  return { exercise, summary, counted: workout.progress.counted, text: JSON.stringify(workout.record) };
};

it('an export has the same summary as its session', { timeout: 120_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(session, async (described) => {
      const { exercise, summary, counted, text } = await run(described);
      const read = readSessionExport(text);
      for (const event of read.events) for (const name of [event.type, ...Object.keys(event)]) seen.add(name);
      for (const event of read.events) if (event.type === 'count-corrected') seen.add(`${event.of} ${event.by}`);
      expect(JSON.parse(JSON.stringify(summarise(planOf(read, exercise), read.events)))).toEqual(
        JSON.parse(JSON.stringify(summary)),
      );
      // The count of the session is that of its summary, as the user corrected it.
      const { repetitions, timed, ownCount, ofRepetitions } = summary;
      expect(counted.repetitions.reduce((sum, count) => sum + count, 0)).toBe(countedIn(summary));
      expect(counted.own).toMatchObject(ownCount);
      expect(Math.min(ownCount.added, ownCount.takenBack, repetitions.length - ownCount.takenBack)).toBeGreaterThan(-1);
      expect(countedIn(summary) + timed).toBeLessThanOrEqual(ofRepetitions);
    }),
    { numRuns: 25, seed: 7 },
  );
  // The sessions have what only some have.
  for (const name of ['begun-by-time', 'repetition-timed', 'rep-completed', 'full', 'missing'])
    expect(seen).toContain(name);
  for (const correction of ['own 1', 'own -1', 'judged -1']) expect(seen).toContain(correction);
});
