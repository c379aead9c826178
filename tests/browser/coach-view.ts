import type { Coaching } from '../../src/engine/coach/coaching.ts';
import type { Sight } from '../../src/engine/coach/sight.ts';
import { briefingCamera, posesThrough } from '../../src/engine/figure/camera.ts';
import { poseBody } from '../../src/engine/figure/body.ts';
import { adult } from '../../src/engine/figure/proportions.ts';
import { millis, sessionTime } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { CoachView } from '../../src/ui/elements/coach/coach-view.ts';
import { calmCoaching } from '../session/calm-coaching.ts';
import { firstOf } from './ui-parts.ts';

/* The view of the coach, with what it is given. */

/** The exercise that is trained. */
export const exercise = firstOf(exercises);

/** The coaching of a user who is ready and of whom nothing is to be said. */
export const calm: Coaching = { ...calmCoaching, repetitions: 1 };

/** The sight of a hold at a time, which has lasted for `held` ms. */
export const sightAt = (at: number, held = 0): Sight => ({
  at: millis(at),
  phase: 'holding',
  pose: posesThrough(poseBody({}, adult), briefingCamera('front'), sessionTime(at)),
  readings: new Map(),
  segments: [{ keypoints: ['left_shoulder', 'left_elbow'], verdict: 'met' }],
  targets: [],
  progress: 0,
  hold: { heldMs: millis(held), ofMs: millis(5000), running: true },
});

/** Puts the view of the coach into the page; resolves once it is rendered. */
export const mount = async (coaching: Partial<Coaching> = {}): Promise<CoachView> => {
  const view = new CoachView();
  view.picture = document.createElement('canvas');
  view.isMirrored = true;
  view.isPaused = false;
  view.texts = en;
  view.plan = planFor(exercise);
  view.exerciseTexts = exerciseTextsOf(en, exercise.id);
  view.coaching = { ...calm, ...coaching };
  view.style.setProperty('height', '600px');
  document.body.append(view);
  await view.updateComplete;
  return view;
};
