import { clockAt } from './clock.ts';
import type { GuideSetting } from './guide.ts';
import type { RangeStore, SettingsStore } from './ports.ts';
import type { ProgressStore } from './progress.ts';

/** What is asked of a session: the routine, what the link asks for, the link itself, and what is handed in to be watched. */
export type SessionRequest = Pick<GuideSetting, 'routine' | 'options' | 'link' | 'given'>;

/** What a session needs of the world. */
export interface SessionWorld extends Pick<GuideSetting, 'exercises' | 'openSource' | 'pageSight' | 'wakeLock'> {
  readonly ranges: RangeStore;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly unfinished: ProgressStore;
}

/** A guided session as the link and the settings ask for it; what the link does not say is as the settings have it. */
export const sessionSetting = (request: SessionRequest, world: SessionWorld): GuideSetting => {
  const { exercises, openSource, ranges, pageSight, wakeLock, unfinished } = world;
  const { options } = request;
  const { strictness, judging } = world.settings.read();
  const isPerson = options.source === 'camera';
  const isFigure = options.source === 'figure';
  // A film cannot answer, and nobody could go on with it.
  const isAlive = isPerson || isFigure;
  return {
    ...request,
    exercises,
    options: {
      ...options,
      strictness: options.strictness ?? strictness,
      range: isPerson && judging === 'timed' ? 'timed' : options.range,
      asksPain: options.asksPain && isAlive,
    },
    // Nobody but the figure lives faster than the clock.
    clock: clockAt(isFigure ? options.speed : 1),
    openSource,
    // What the figure or a film shows is no range of the person before this device.
    ranges: isPerson ? ranges : undefined,
    pageSight,
    wakeLock,
    store: isAlive ? unfinished : undefined,
    now: () => Date.now(),
  };
};
