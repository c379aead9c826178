import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { speedOf, trainOnFrames, trainOnWebcam, type Trained } from '../e2e/trained.ts';
import { eventsOf } from '../scenarios/play.ts';
import { drawFilms, type DrawnFilm } from '../../scripts/films/draw.ts';
import { inShort } from './expectations.ts';
import type { Film } from '../../scripts/films/film.ts';
import { correctButterfly, correctCheer, droppedCheer, idleButterfly, idleCheer } from './films.ts';
import { expectHeldOnWebcam } from './on-webcam.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';

/*
 * More of the main job through the built app and the real MoveNet: five butterflies and cheers in real time through the
 * webcam, and everyday movements frame by frame.
 */

const appUrl = inject('appUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const drawn = async (film: Film): Promise<DrawnFilm> => {
  const [one] = await drawFilms([film]);
  if (!one) throw new Error(`${film.name} was not drawn.`);
  return one;
};

const print = (film: Film, trained: Trained): void =>
  console.log(`${film.name}: ${JSON.stringify(inShort(trained.events))} ${speedOf(trained)}`);

it('counts five butterflies and holds each to within 0.4 s of the truth', { timeout: 300_000 }, async () => {
  await expectHeldOnWebcam(appUrl, await drawn(correctButterfly), { reps: 5, shown: 6, hold: 5 });
});

it('counts five cheers', async () => {
  const trained = await trainOnWebcam(appUrl, 'cheer?reps=5&range=norm&pain=off', await drawn(correctCheer));
  print(correctCheer, trained);
  expect(inShort(trained.events)).toMatchObject({ repetitions: 5, attempts: [], cues: [], faults: [] });
});

it('asks for slow lowering when the arms drop', async () => {
  const trained = await trainOnWebcam(
    appUrl,
    'cheer?reps=1&range=norm&pain=off',
    await drawn(droppedCheer),
    async (page) => {
      await page.waitForFunction(() => window.limberEvents.some(({ type }) => type === 'cue-given'), undefined, {
        timeout: 60_000,
      });
      await page.keyboard.press('Escape');
    },
  );
  print(droppedCheer, trained);
  const { repetitions, faults, cues } = inShort(trained.events);
  expect(repetitions).toBeGreaterThan(0);
  expect(faults).toContain('fast-return');
  expect(cues).toEqual(['lower-slowly']);
});

it.each([
  ['butterfly', idleButterfly],
  ['cheer', idleCheer],
] as const)('counts everyday movements as neither a repetition nor an attempt of the %s', async (id, film) => {
  const trained = await trainOnFrames(
    browser,
    appUrl,
    `${id}?source=frames&reps=2&hold=3&range=norm`,
    await drawn(film),
  );
  print(film, trained);
  expect(eventsOf(trained.events, 'armed')).toHaveLength(1);
  expect(inShort(trained.events)).toMatchObject({ repetitions: 0, attempts: [] });
});
