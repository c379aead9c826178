import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import type { SourceTime } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import type { Clock } from '../../src/session/async/clock.ts';
import type { GuideSetting } from '../../src/session/guide/guide-setting.ts';
import { Guide } from '../../src/session/guide/guide.ts';
import type { GuideState } from '../../src/session/guide/guide-state.ts';
import { isHeld } from '../../src/session/planning/plan-for.ts';
import type { PoseRequests, PoseSource } from '../../src/session/ports.ts';
import type { ProgressSlot, RoutineProgress } from '../../src/session/guide/progress.ts';
import { reliefRoutine, type Routine } from '../../src/session/planning/routines.ts';
import { Stream } from '../../src/async/stream.ts';
import type { TrainingOptions } from '../../src/session/planning/training-options.ts';
import { filmed, millis } from '../scenarios/play.ts';

/** A clock that advances at once by the time that is waited for. */
export const quickClock = (): Clock => {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms) => {
      now += ms;
      await Promise.resolve();
    },
  };
};

/** The true figure, which does each exercise asked of it, as fast as its poses are read. */
export const willing = (isWorking: () => boolean = () => true): PoseSource & { readonly closed: () => boolean } => {
  let asking: PoseRequests | undefined;
  let isClosed = false;
  return {
    picture: undefined,
    mirrored: false,
    usesGroundTruth: () => true,
    follow: (asked) => {
      asking = asked;
    },
    async *poses(): AsyncGenerator<TimedPose<SourceTime>> {
      if (!asking) throw new Error('Nothing was asked.');
      const { plan } = asking;
      const hold = isHeld(plan) ? millis(plan.hold + 1000) : undefined;
      const performed = performanceOf(plan.exercise.motion, {
        repetitions: plan.reps,
        hold,
        practice: plan.range.is === 'practice',
      });
      for (const pose of filmed(plan.exercise, performed, { view: plan.view, framesPerSecond: 15 })) {
        if (!isWorking()) throw Object.assign(new Error('gone'), { kind: 'unplugged' });
        yield pose;
      }
    },
    close: () => {
      isClosed = true;
    },
    closed: () => isClosed,
  };
};

/** A page that a test hides and shows. */
export const pageInSight = () => {
  const changes = new Stream<boolean>();
  let isVisible = true;
  const turn = (next: boolean): void => {
    isVisible = next;
    changes.publish(next);
  };
  const sight = {
    get isVisible() {
      return isVisible;
    },
    changes,
  };
  return { sight, hide: () => turn(false), show: () => turn(true) };
};

/** The same figure before a camera that is off until it is switched on. */
export const willingPerson = (source = willing()) => {
  let [isOn, timesOn] = [false, 0];
  const person: PoseSource = {
    ...source,
    usesGroundTruth: () => false,
    switchOn: () => {
      if (!isOn) timesOn += 1;
      isOn = true;
      return Promise.resolve();
    },
    switchOff: () => {
      isOn = false;
    },
  };
  return { person, isOn: () => isOn, timesOn: () => timesOn };
};

export const usualOptions: TrainingOptions = {
  source: 'figure',
  sets: undefined,
  reps: 1,
  holdSeconds: 2,
  range: 'norm',
  view: undefined,
  arm: undefined,
  strictness: 1,
  asksPain: true,
  restSeconds: undefined,
  speed: 1,
};

/** Stores what was left unfinished as a device does: as JSON. */
export const keeping = (): ProgressSlot => {
  let kept: string | undefined;
  return {
    read: () => (kept === undefined ? undefined : (JSON.parse(kept) as RoutineProgress)),
    write: (progress) => {
      kept = JSON.stringify(progress);
    },
    finish: () => {
      kept = undefined;
    },
  };
};

export const routine: Routine = { ...reliefRoutine(exercises), restSeconds: 20 };

/** A guide with a record of all that happened in it; each state may be answered at once. */
export const guided = (
  change: Partial<GuideSetting> = {},
  onState: (state: GuideState, guide: Guide) => void = () => undefined,
  progress?: RoutineProgress,
) => {
  const source = willing();
  const guide = new Guide(
    {
      routine,
      exercises,
      options: usualOptions,
      link: '#/routine/upper-back-relief',
      clock: quickClock(),
      openSource: () => Promise.resolve(source),
      given: { frames: undefined, video: undefined },
      ranges: undefined,
      pageVisibility: { isVisible: true, changes: new Stream<boolean>() },
      wakeLock: { hold: () => undefined },
      store: undefined,
      app: '1.2.3',
      now: () => 1000,
      ...change,
    },
    progress,
  );
  const states: GuideState[] = [];
  const events: CoachingEvent[] = [];
  guide.states.listen((state) => {
    if (states.at(-1) !== state) states.push(state);
    onState(state, guide);
  });
  guide.events.listen((event) => events.push(event));
  return { guide, states, events, source };
};

/** The outcome of a guide. */
export const outcomeOf = (states: readonly GuideState[]) => {
  const last = states.at(-1);
  if (last?.is !== 'over') throw new Error(`It is not over, but ${last?.is}.`);
  return last.outcome;
};
