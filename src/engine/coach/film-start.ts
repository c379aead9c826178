import { isCalm, searchCalm, unsearched, type CalmSearch, type CalmStretch } from '../calibration/calm-search.ts';
import { clean, uncleaned, type CleaningState } from '../pose/cleaning.ts';
import type { TimedPose } from '../pose/pose.ts';
import type { Plan } from '../rules/plan.ts';
import { brieflyHeld } from './early-start.ts';
import { afterNeutral, framingOf, takeStart } from './setup.ts';
import { step, type SetUpStep } from './setup-step.ts';
import type { Stage } from './stage.ts';

/*
 * A film has no time for a set-up: its neutral is looked for ahead, anywhere in it, and it is judged from the first frame
 * in which the user is framed, without a countdown.
 */

/** The search for a film's neutral. */
export interface FilmSearch extends CalmSearch {
  readonly cleaning: CleaningState;
}

/** The search before the first pose. */
export const filmUnsearched: FilmSearch = { ...unsearched, cleaning: uncleaned };

/** Advances the search by one pose. */
export const searchFilm = (plan: Plan, before: FilmSearch, pose: TimedPose): FilmSearch => {
  const [cleaning, cleaned] = clean(before.cleaning, pose, undefined);
  return { ...searchCalm(before, framingOf(plan, cleaned), cleaned, { arm: plan.arm }), cleaning };
};

/** Whether the search is over before the film is: it has found a calm second. */
export const isFilmFound = (search: FilmSearch): boolean => isCalm(search);

/** What the coach knows of a film: what neutral is taken from, `undefined` where the arms hang nowhere in it. */
export interface Film {
  readonly neutral: CalmStretch | undefined;
}

/** The set-up of a film in this pose: neutral as soon as the user is framed, then a brief start posture. */
export const filmStep = (plan: Plan, film: Film | undefined, stage: Stage, pose: TimedPose): SetUpStep | undefined => {
  if (!film?.neutral) return undefined;
  if (stage.is === 'start') return takeStart(plan, stage, pose.at, brieflyHeld);
  if (stage.is !== 'looking' || stage.range.is === 'timed') return undefined;
  const framing = framingOf(plan, pose);
  const isSameWay = framing.is === 'framed' && framing.orientation.forward === film.neutral.orientation.forward;
  if (!isSameWay) return undefined;
  return step(afterNeutral(plan, { ...film.neutral, range: stage.range }, pose.at), undefined, 1, [
    ...(stage.isBlindSaid ? [{ type: 'seen-again', forMs: pose.at - (stage.blindSince ?? pose.at) } as const] : []),
    ...(stage.isPaused ? [{ type: 'session-resumed' } as const] : []),
  ]);
};
