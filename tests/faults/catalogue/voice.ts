import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';

/** Faults of voice and sounds. */
export const voiceFaults: readonly Fault[] = [
  {
    id: 'no-voice',
    kind: 'voice',
    fault: 'The device has no voice',
    how: 'Headless Chromium, which has none: the settings show it, and captions replace it',
    sees: undefined,
    proof: proven('browser/ui-settings.test.ts', 'show where this device has no voice'),
  },
  {
    id: 'voice-late',
    kind: 'voice',
    fault: 'Voices come late',
    how: 'A list that is empty at first',
    sees: undefined,
    proof: proven('platform/speaker.test.ts', 'may come late'),
  },
  {
    id: 'voice-throws',
    kind: 'voice',
    fault: 'The voice fails',
    how: '`speechSynthesis` throws in the middle of a session',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: ({ page }) =>
        page.evaluate(() => {
          const fail = (): never => {
            throw new Error('There is no voice.');
          };
          Object.assign(speechSynthesis, { speak: fail, cancel: fail, getVoices: fail });
        }),
    },
  },
  {
    id: 'sound-suspended',
    kind: 'voice',
    fault: 'Sounds are suspended by the browser',
    how: 'An audio context that is suspended',
    sees: undefined,
    proof: proven('platform/earcons.test.ts', 'schedules nothing on a suspended context, and asks it to resume'),
  },
  {
    id: 'no-sound',
    kind: 'voice',
    fault: 'The browser has no sounds',
    how: 'A browser without an audio context',
    sees: undefined,
    proof: proven('platform/earcons.test.ts', 'never throws where there is no audio'),
  },
];
