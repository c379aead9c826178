import { recordingOf } from '../../src/engine/pose/recording.ts';
import { truthOf } from '../films/film.ts';
import type { Observer } from '../films/observe.ts';
import { feeds, type Feed } from '../people/people-folder.ts';
import { scoresOf } from '../people/runs.ts';
import type { SetScore } from '../people/set-score.ts';
import type { MotionCase } from './real-motion.ts';
import { scoreOf, type Score } from './score.ts';

/** How well the sets of people's motion on rigged bodies were judged that a model has seen. */
export interface MotionScores {
  /** By the repetitions that people saw: once from the film (`m`), once from its noise-free keypoints (`plain`). */
  readonly sets: readonly SetScore[];
  /** By the noise-free keypoints of the film, as for all films. */
  readonly films: readonly Score[];
}

/** Scores the sets that have been observed. */
export const motionScores = async (
  { isObserved, posesIn }: Observer,
  cases: readonly MotionCase[],
): Promise<MotionScores> => {
  const sets: SetScore[] = [];
  const films: Score[] = [];
  for (const { one, truth, half } of cases.filter(({ one: { film } }) => isObserved(film))) {
    const person = {
      name: one.film.name,
      set: one.view,
      half: half === 'held-out' ? ('even' as const) : ('odd' as const),
      feeds,
      truth,
      read: (feed: Feed) => recordingOf(feed === 'plain' ? truthOf(one.film) : posesIn(one.film)),
    };
    for (const feed of person.feeds)
      for (const score of await scoresOf(person, feed, { ways: ['norm', 'kept'] }))
        if (score.is === 'set') sets.push(score);
    films.push(scoreOf(one, posesIn(one.film)));
  }
  return { sets, films };
};
