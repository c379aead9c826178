import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFilms, webcamFileOf } from '../../scripts/films/draw.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { twoButterflies } from '../films/films.ts';
import { faults } from './catalogue.ts';
import { isProvenElsewhere, type Fault, type Forced, type Measured } from './fault.ts';
import { keepMeasured } from './measured.ts';
import { countsOn, figureLink, goesOn, openScene, recorded, webcamLink, type Scene } from './scene.ts';

/*
 * Forces the faults of the catalogue on the built app in Chromium. Those on `webcam` and on `figure` meet one session
 * after the other; a session that one of them has ended is begun again for the next.
 */

let browser: Browser;
let switches: readonly string[];

beforeAll(async () => {
  const [film] = await drawFilms([twoButterflies]);
  if (!film) throw new Error('The film was not drawn.');
  switches = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${webcamFileOf(film)}`];
  browser = await launchBrowser(switches);
});

afterAll(() => browser.close());

const words = async ({ page }: Scene, text: string): Promise<void> => {
  try {
    await page.getByText(text).first().waitFor();
  } catch (thrown) {
    const folder = '.cache/faults';
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/missing-words.txt`, await page.locator('body').ariaSnapshot());
    throw thrown;
  }
};

/** Forces a fault on an open page, and measures until the user could go on. */
const measure = async (scene: Scene, { sees }: Fault, forced: Forced, isOpen: boolean): Promise<Measured> => {
  const before = isOpen ? await recorded(scene) : 0;
  const began = performance.now();
  if (!isOpen) await scene.page.goto(`${scene.host.url}${forced.link ?? webcamLink}`);
  await forced.force?.(scene);
  let toldMs: number | undefined;
  let ended = performance.now();
  if (sees !== undefined) {
    await words(scene, sees);
    toldMs = performance.now() - began;
  }
  const counted = forced.isGap === true ? await recorded(scene) : 0;
  if (forced.mend) {
    if (forced.isGap === true) await scene.page.waitForTimeout(500);
    if (forced.isGap === true) expect(await recorded(scene), 'counted while there was no picture').toBe(counted);
    ended = performance.now();
    await forced.mend(scene);
  } else ended = began;
  await (forced.recovered ?? goesOn)(scene);
  const recoveredMs = performance.now() - ended;
  await forced.check?.(scene);
  const after = isOpen ? await recorded(scene) : 0;
  expect(after, 'repetitions that are still recorded').toBeGreaterThanOrEqual(before);
  return { ...(toldMs === undefined ? {} : { toldMs }), recoveredMs };
};

const forcedOn = (on: Forced['on']): readonly (readonly [string, Fault, Forced])[] =>
  faults.flatMap((fault) =>
    !isProvenElsewhere(fault.proof) && fault.proof.on === on ? [[fault.id, fault, fault.proof] as const] : [],
  );

/** Expects that a fault was survived, stores what was measured, and prints it. */
const expectSurvived = async (fault: Fault, measuring: Promise<Measured>): Promise<void> => {
  const result = await measuring;
  keepMeasured({ [fault.id]: result });
  console.log(`${fault.id}: told ${Math.round(result.toldMs ?? 0)} ms, recovered ${Math.round(result.recoveredMs)} ms`);
};

describe.each([
  ['webcam', webcamLink],
  ['figure', figureLink],
] as const)('in a session before the %s', (on, link) => {
  let scene: Scene | undefined;
  afterAll(() => scene?.close());

  const isTraining = async ({ page }: Scene): Promise<boolean> =>
    !page.isClosed() &&
    (await page.locator('coach-view').isVisible()) &&
    (await page.locator('problem-panel').count()) === 0;

  /** The session under way with one repetition at least, or a new one. */
  const underWay = async (): Promise<Scene> => {
    if (scene && !(await isTraining(scene).catch(() => false))) {
      await scene.close().catch(() => undefined);
      scene = undefined;
    }
    if (scene) return scene;
    scene = await openScene(browser);
    await scene.page.goto(`${scene.host.url}${link}`);
    await scene.page.waitForFunction(() => window.countedAt.length > 0, undefined, { timeout: 120_000, polling: 100 });
    return scene;
  };

  it.each(forcedOn(on))('%s', async (_, fault, forced) => {
    const current = await underWay();
    try {
      await expectSurvived(fault, measure(current, fault, forced, true));
      // The next fault meets a session that counts, not one that still looks for its user.
      await countsOn(current);
    } catch (thrown) {
      scene = undefined;
      await current.close().catch(() => undefined);
      throw thrown;
    }
  });
});

describe('on a page of its own', () => {
  it.each(forcedOn('own'))('%s', async (_, fault, forced) => {
    const ownBrowser =
      forced.switches || forced.camera
        ? await launchBrowser([...(forced.camera ?? switches), ...(forced.switches ?? [])])
        : undefined;
    const scene = await openScene(ownBrowser ?? browser);
    try {
      await forced.arrange?.(scene);
      await expectSurvived(fault, measure(scene, fault, forced, false));
    } finally {
      await scene.close();
      await ownBrowser?.close();
    }
  });
});
