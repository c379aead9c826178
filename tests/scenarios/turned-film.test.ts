import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { needsPractice } from '../../src/engine/rules/targets.ts';
import { filmTime, seconds, sourceTime } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { Workout } from '../../src/session/workout/workout.ts';
import { coach, eventsOf, filmed } from './play.ts';
import { rulesOf } from './staging.ts';

/*
 * A phone that was turned while it recorded: the picture changes its shape, and with it the user's place and the scale of
 * the picture. Each half is judged as it would be alone.
 */

/** A repetition without its time and number; to a millionth, since sums of times are rounded. */
const comparable = (one: CoachingEvent): unknown =>
  JSON.parse(JSON.stringify({ ...one, at: 0, number: 0 }), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  );

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s, turned in the middle',
  (_, exercise) => {
    const performance = performanceOf(exercise.motion, { repetitions: 2, calm: seconds(9), hold: seconds(6) });
    // A whole number of ms a frame: the times of both halves are then exact.
    const framesPerSecond = 25;
    const wide = filmed(exercise, performance, { framesPerSecond, camera: { frame: { width: 512, height: 288 } } });
    // The same lens: as many pixels per metre, so the angle of view grows with the height.
    const camera = { frame: { width: 288, height: 512 }, fieldOfView: 82 };
    const tall = filmed(exercise, performance, { framesPerSecond, camera });
    const shift = Math.ceil(performance.duration / 1000) * 1000;
    const later = tall.map((pose) => ({ ...pose, at: filmTime(pose.at + shift) }));
    const asked = { hold: seconds(3) };
    const whole = coach(exercise, [...wide, ...later], asked);
    const countedInFilm = async (poses: typeof wide): Promise<number> => {
      const range = needsPractice(rulesOf(exercise)) ? 'personal' : 'norm';
      const workout = new Workout(planFor(exercise, { range, reps: 99, holdSeconds: 3 }));
      const film = {
        isFilm: true,
        async *poses() {
          yield* poses.map((pose) => ({ ...pose, at: sourceTime(pose.at) }));
        },
      };
      await workout.run(film, new AbortController().signal);
      return eventsOf(workout.record.events, 'rep-completed').length;
    };
    const halves = [coach(exercise, wide, asked), coach(exercise, tall, asked)];

    it('counts as a film what its two halves count alone', async () => {
      const counted = await Promise.all([countedInFilm([...wide, ...later]), countedInFilm(wide), countedInFilm(tall)]);
      expect(counted[1] + counted[2]).toBeGreaterThanOrEqual(2);
      expect(counted[0]).toBe(counted[1] + counted[2]);
    });

    it('gives the same repetitions as its two halves alone', () => {
      const counted = halves.flatMap(({ events }) => eventsOf(events, 'rep-completed'));
      expect(counted.length).toBeGreaterThanOrEqual(2);
      expect(eventsOf(whole.events, 'rep-completed').map(comparable)).toEqual(counted.map(comparable));
    });
  },
);
