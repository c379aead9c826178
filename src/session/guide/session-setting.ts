import { clockAt } from '../async/clock.ts';
import type { GuideSetting } from './guide-setting.ts';
import type { RangeStore, SettingsStore } from '../ports.ts';
import type { TrainingOptions } from '../planning/training-options.ts';

/**
 * What is asked of a session: the routine, what the link asks for, the link itself, what is handed in to be watched, and where it is
 * kept.
 */
export type SessionRequest = Pick<GuideSetting, 'routine' | 'options' | 'link' | 'given' | 'store'>;

/** What a session needs of the world. */
export interface SessionContext extends Pick<GuideSetting, 'exercises' | 'openSource' | 'pageVisibility' | 'wakeLock'> {
  readonly ranges: RangeStore;
  readonly settings: Pick<SettingsStore, 'read'>;
}

/** Whether a session is kept: only that of a person before the camera. A film cannot be continued, and in a demo the figure trains. */
export const isKept = ({ source }: Pick<TrainingOptions, 'source'>): boolean => source === 'camera';

/** A guided session as the link and the settings ask for it; what the link does not say is as the settings have it. */
export const sessionSetting = (request: SessionRequest, world: SessionContext): GuideSetting => {
  const { exercises, openSource, ranges, pageVisibility, wakeLock } = world;
  const { options } = request;
  const { strictness, judging } = world.settings.read();
  const isPerson = isKept(options);
  const isFigure = options.source === 'figure';
  return {
    ...request,
    exercises,
    options: {
      ...options,
      strictness: options.strictness ?? strictness,
      range: isPerson && judging === 'timed' ? 'timed' : options.range,
      // A film cannot answer.
      asksPain: options.asksPain && (isPerson || isFigure),
    },
    // Nobody but the figure lives faster than the clock.
    clock: clockAt(isFigure ? options.speed : 1),
    openSource,
    // What the figure or a film shows is no range of the person before this device.
    ranges: isPerson ? ranges : undefined,
    pageVisibility,
    wakeLock,
    store: isPerson ? request.store : undefined,
    now: () => Date.now(),
  };
};
