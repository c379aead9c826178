import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Exercise } from '../../src/engine/coaching/exercise.ts';
import { millis } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { drawFilms, type DrawnFilm } from '../films/draw.ts';
import { truthOf, type Film } from '../films/film.ts';
import { correctButterfly, correctCheer, droppedCheer, films, idleButterfly, idleCheer } from '../films/films.ts';
import { launchBrowser } from '../films/launch.ts';
import { coach, eventsOf, type Played } from '../scenarios/play.ts';
import { trainOnFrames, trainOnWebcam, type Trained } from './trained.ts';

/*
 * The main job through the built app and the real MoveNet, on films of the figure. The truth of a film is the same
 * rules on its noise-free keypoints.
 */

const appUrl = inject('appUrl');
let drawn: ReadonlyMap<Film, DrawnFilm>;
let browser: Browser;

beforeAll(async () => {
  const all = await drawFilms(films);
  drawn = new Map(all.map((one) => [one.film, one]));
  browser = await launchBrowser();
}, 420_000);

afterAll(async () => browser.close());

const drawnFilm = (film: Film): DrawnFilm => {
  const found = drawn.get(film);
  if (!found) throw new Error(`${film.name} was not drawn.`);
  return found;
};

const truth = (exercise: Exercise, film: Film, reps: number, hold: number): Played =>
  coach(exercise, truthOf(film), { reps, hold: millis(hold) });

const summaryOf = ({ events }: Trained) => ({
  repetitions: eventsOf(events, 'rep-completed').length,
  attempts: eventsOf(events, 'rep-attempted').map(({ reason }) => reason),
  cues: eventsOf(events, 'cue-given').map(({ cue }) => cue),
  faults: eventsOf(events, 'fault-noticed').map(({ fault }) => fault),
});

const print = (film: Film, trained: Trained, expected?: Played): void => {
  const held = eventsOf(trained.events, 'hold-ended').map(({ heldMs }) => Math.round(heldMs));
  const truly = expected?.held.map((heldMs) => Math.round(heldMs));
  const speed = `${trained.rate.toFixed(1)} poses a second, ${trained.ratio.toFixed(2)} of the bare model's rate`;
  console.log(`${film.name}: ${JSON.stringify({ ...summaryOf(trained), held, truly })} ${speed}`);
};

describe('in real time through the webcam', () => {
  it('counts five butterflies and holds each to within 0.4 s of the truth', { timeout: 180_000 }, async () => {
    const trained = await trainOnWebcam(appUrl, 'butterfly?reps=5&hold=5&range=norm', drawnFilm(correctButterfly));
    const expected = truth(butterfly, correctButterfly, 5, 5000);
    print(correctButterfly, trained, expected);
    expect(summaryOf(trained)).toEqual({ repetitions: 5, attempts: [], cues: [], faults: [] });
    const held = eventsOf(trained.events, 'hold-ended').map(({ heldMs }) => heldMs);
    expect(held).toHaveLength(5);
    for (const [index, heldMs] of held.entries())
      expect(Math.abs(heldMs - (expected.held[index] ?? 0))).toBeLessThanOrEqual(400);
    expect(trained.cameraRequests).toBe(1);
    // Measured: 26 a second on two idle cores.
    expect(trained.rate).toBeGreaterThan(13);
  });

  it('counts five cheers', { timeout: 180_000 }, async () => {
    const trained = await trainOnWebcam(appUrl, 'cheer?reps=5&range=norm', drawnFilm(correctCheer));
    print(correctCheer, trained);
    expect(summaryOf(trained)).toEqual({ repetitions: 5, attempts: [], cues: [], faults: [] });
    expect(trained.cameraRequests).toBe(1);
  });

  it('asks for slow lowering when the arms drop', { timeout: 180_000 }, async () => {
    const trained = await trainOnWebcam(appUrl, 'cheer?reps=1&range=norm', drawnFilm(droppedCheer), async (page) => {
      await page.waitForFunction(() => window.limberEvents.some(({ type }) => type === 'cue-given'), undefined, {
        timeout: 60_000,
      });
      await page.keyboard.press('Escape');
    });
    print(droppedCheer, trained);
    const { repetitions, attempts, cues } = summaryOf(trained);
    expect(repetitions).toBe(0);
    expect(attempts[0]?.kind).toBe('return');
    expect(cues).toEqual(['lower-slowly']);
  });
});

describe('frame by frame into the same page', () => {
  it.each([
    ['butterfly', idleButterfly],
    ['cheer', idleCheer],
  ] as const)(
    'takes everyday movements for neither a repetition nor an attempt of the %s, at 0.6 of the bare model’s rate or more',
    async (id, film) => {
      const trained = await trainOnFrames(
        browser,
        appUrl,
        `${id}?source=frames&reps=2&hold=3&range=norm`,
        drawnFilm(film),
      );
      print(film, trained);
      expect(eventsOf(trained.events, 'armed')).toHaveLength(1);
      expect(summaryOf(trained)).toMatchObject({ repetitions: 0, attempts: [] });
      expect(trained.ratio).toBeGreaterThan(0.6);
    },
  );
});
