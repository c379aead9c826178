import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { Clock } from '../async/clock.ts';
import type { Recordings } from '../history/recordings.ts';
import { easedForPain, type PainAnswer } from '../planning/pain.ts';
import { planFor } from '../planning/plan-for.ts';
import type { Routine } from '../planning/routines.ts';
import type { TrainingOptions } from '../planning/training-options.ts';
import type { ModelInUse, OpenSource, PageVisibility, RangeStore, SourceRequest, WakeLock } from '../ports.ts';
import type { ProgressSlot } from './progress.ts';

/** The setting of a guided session: its routine, options and dependencies. */
export interface GuideSetting {
  readonly routine: Routine;
  readonly exercises: readonly Exercise[];
  /** The options of the link and the settings; a step of the routine may have its own dose. */
  readonly options: TrainingOptions;
  /** The training link of the session. */
  readonly link: string;
  readonly clock: Clock;
  readonly openSource: OpenSource;
  readonly given: Pick<SourceRequest, 'frames' | 'video'>;
  /** The store of the user's own ranges; `undefined` if it is not the user who trains. */
  readonly ranges: RangeStore | undefined;
  readonly pageVisibility: PageVisibility;
  readonly wakeLock: WakeLock;
  /** The store of an unfinished routine; `undefined` if there is no user to resume it. */
  readonly store: ProgressSlot | undefined;
  /** The recordings of movements; left out where none can be kept. */
  readonly recordings?: Pick<Recordings, 'keep'> | undefined;
  /** Whether the movement of each exercise is kept, unless the user decides otherwise. */
  readonly keepsMovements?: boolean;
  /** The version of the app, which the record of the session names. */
  readonly app: string;
  /** Returns the time of day, ms since 1970. */
  readonly now: () => number;
}

/** The models of a source that does not name its own. */
export const usualReader: ModelInUse = { model: 'lightning', nextModel: 'lightning' };

/**
 * The plan of a step of the routine, eased for the last pain rating; own ranges are those that `model` read. Throws if
 * there is no such step.
 */
export const planOfStep = (
  { routine, exercises, options, ranges }: GuideSetting,
  step: number,
  pain: readonly PainAnswer[],
  model: ModelInUse['nextModel'],
): Plan => {
  const wanted = routine.steps[step];
  const exercise = exercises.find(({ id }) => id === wanted?.exercise);
  if (!wanted || !exercise) throw new Error(`${routine.id} has no exercise ${step + 1}.`);
  return planFor(
    exercise,
    {
      ...options,
      easeLevel: easedForPain(pain),
      view: wanted.view ?? options.view,
      sets: options.sets ?? (options.reps === undefined ? wanted.sets : undefined),
      reps: options.reps ?? wanted.reps,
      holdSeconds: options.holdSeconds ?? wanted.holdSeconds,
    },
    ranges && { read: (id, view) => ranges.read(id, view, model) },
  );
};
