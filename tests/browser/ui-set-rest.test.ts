import { afterEach, expect, it, vi } from 'vitest';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { sourceTime } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { clockAt } from '../../src/session/async/clock.ts';
import type { GuideSetting } from '../../src/session/guide/guide-setting.ts';
import type { PoseSource } from '../../src/session/ports.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { RestPanel } from '../../src/ui/elements/panels/rest-panel.ts';
import { TrainScreen } from '../../src/ui/screens/train-screen.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

afterEach(() => document.body.replaceChildren());

/** Two sets of one repetition that is only timed, over an empty picture whose time passes as fast as it is taken. */
const twoSets = (isStopped: () => boolean): GuideSetting => ({
  routine: { id: 'one', restSeconds: 5, steps: [{ exercise: exercise.id }] },
  exercises,
  options: {
    source: 'figure',
    sets: 2,
    reps: 1,
    holdSeconds: 1,
    range: 'timed',
    view: undefined,
    arm: undefined,
    strictness: 1,
    asksPain: false,
    restSeconds: 20,
    speed: 1,
  },
  link: '#/',
  clock: clockAt(1),
  openSource: (): Promise<PoseSource> =>
    Promise.resolve({
      picture: document.createElement('canvas'),
      mirrored: false,
      usesGroundTruth: () => true,
      async *poses(signal) {
        for (let at = 0; !signal.aborted; at += isStopped() ? 0 : 100) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (!isStopped()) yield { at: sourceTime(at), frame: { width: 640, height: 480 }, keypoints: noKeypoints };
        }
      },
      close: () => undefined,
    }),
  given: { frames: undefined, video: undefined },
  ranges: undefined,
  pageVisibility: { isVisible: true, changes: { listen: () => () => undefined } },
  wakeLock: { hold: () => undefined },
  store: undefined,
  app: '1.2.3',
  now: () => 1,
});

it('shows the rest between two sets, with the way on and the button for when something feels wrong', async () => {
  const screen = new TrainScreen();
  const panel = (): RestPanel | null => screen.renderRoot.querySelector('rest-panel');
  const silent = (): void => undefined;
  let isSeen = false;
  Object.assign(screen, {
    // The picture waits for the assertions on the rest.
    setting: twoSets(() => panel() !== null && !isSeen),
    voice: {
      texts: en,
      speaker: { hasVoice: false, voiceChanges: { listen: () => silent }, say: silent, play: silent, cancel: silent },
      settings: () => readSettings(undefined),
    },
    texts: en,
    showFigure: () => new Promise(() => undefined),
    isFigureStill: true,
  });
  document.body.append(screen);
  await vi.waitFor(() => expect(panel()).not.toBeNull(), { timeout: 20_000 });
  expect(panel()?.name).toContain(en.app.train.set(2, 2));
  expect(panel()?.done).toBe(en.guide.setDone(1, 2));
  expect(panel()?.secondsLeft).toBeGreaterThan(15);
  expect(panel()?.takeBack).toBeUndefined();
  expect(screen.renderRoot.querySelector('wrong-button')).not.toBeNull();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
  isSeen = true;
  await vi.waitFor(() => expect(screen.renderRoot.querySelector('coach-view')).not.toBeNull(), { timeout: 20_000 });
});

it('offers to take back the last repetition where the set was judged, and only there', async () => {
  const panel = new RestPanel();
  Object.assign(panel, { exercise, view: 'front', texts: en, showFigure: undefined });
  document.body.append(panel);
  await panel.updateComplete;
  const offer = () =>
    [...panel.renderRoot.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes(en.app.train.takeBack),
    );
  expect(offer()).toBeUndefined();
  panel.takeBack = en.app.train.takeBack;
  await panel.updateComplete;
  const asked = new Promise((resolve) => panel.addEventListener('take-back-asked', resolve));
  offer()?.click();
  await asked;
});
