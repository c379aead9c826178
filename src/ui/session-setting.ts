import { clockAt } from '../session/clock.ts';
import type { GuideSetting } from '../session/guide.ts';
import type { SourceRequest } from '../session/ports.ts';
import type { Routine } from '../session/routines.ts';
import type { TrainingOptions } from '../session/training-options.ts';
import type { World } from './world.ts';

/** A guided session of a routine, as the link and the settings ask for it. */
export const sessionSetting = (
  routine: Routine,
  asked: TrainingOptions,
  given: Pick<SourceRequest, 'frames' | 'video'>,
  world: World,
): GuideSetting => {
  const { exercises, openSource, ranges, pageSight, wakeLock, unfinished } = world;
  const { strictness, judging } = world.settings.read();
  const isPerson = asked.source === 'camera';
  // A film cannot answer, and nobody could go on with it.
  const isAlive = isPerson || asked.source === 'figure';
  return {
    routine,
    exercises,
    options: {
      ...asked,
      strictness: asked.strictness ?? strictness,
      range: isPerson && judging === 'timed' ? 'timed' : asked.range,
      asksPain: asked.asksPain && isAlive,
    },
    link: location.hash,
    // Nobody but the figure lives faster than the clock.
    clock: clockAt(asked.source === 'figure' ? asked.speed : 1),
    openSource,
    given,
    // What the figure or a film shows is no range of the person before this device.
    ranges: isPerson ? ranges : undefined,
    pageSight,
    wakeLock,
    store: isAlive ? unfinished : undefined,
    now: () => Date.now(),
  };
};
