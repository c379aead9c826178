import { clockAt } from '../async/clock.ts';
import type { GuideSetting } from './guide-setting.ts';
import type { RangeStore, SettingsStore } from '../ports.ts';
import type { TrainingOptions } from '../planning/training-options.ts';

/**
 * A request for a session: the routine, the options of the link, the link itself, the video or frames handed in, and
 * the store of its progress.
 */
export type SessionRequest = Pick<GuideSetting, 'routine' | 'options' | 'link' | 'given' | 'store'>;

/** The dependencies of a session. */
export interface SessionContext extends Pick<
  GuideSetting,
  'exercises' | 'openSource' | 'pageVisibility' | 'wakeLock' | 'recordings' | 'app'
> {
  readonly ranges: RangeStore;
  readonly settings: Pick<SettingsStore, 'read'>;
}

/** Whether the progress is stored: only with the camera. A film cannot be resumed, and in a demo the figure trains. */
export const isKept = ({ source }: Pick<TrainingOptions, 'source'>): boolean => source === 'camera';

/** Builds the setting of a guided session; options that the link leaves out are taken from the settings. */
export const sessionSetting = (request: SessionRequest, context: SessionContext): GuideSetting => {
  const { exercises, openSource, ranges, pageVisibility, wakeLock, recordings, app } = context;
  const { options } = request;
  const { strictness, judging, arm, movements } = context.settings.read();
  const isPerson = isKept(options);
  const isFigure = options.source === 'figure';
  return {
    ...request,
    exercises,
    options: {
      ...options,
      strictness: options.strictness ?? strictness,
      arm: options.arm ?? arm,
      range: isPerson && judging === 'timed' ? 'timed' : options.range,
      // Films: no pain questions.
      asksPain: options.asksPain && (isPerson || isFigure),
    },
    // Only the figure may run faster than real time.
    clock: clockAt(isFigure ? options.speed : 1),
    openSource,
    // Ranges shown by the figure or by a film are not the user's own.
    ranges: isPerson ? ranges : undefined,
    pageVisibility,
    wakeLock,
    store: isPerson ? request.store : undefined,
    recordings,
    keepsMovements: isPerson && movements,
    app,
    now: () => Date.now(),
  };
};
