import { fileURLToPath } from 'node:url';
import { problems } from '../../src/texts/en/problems.ts';
import { app } from '../../src/texts/en/app.ts';
import { routine } from '../../src/texts/en/routine.ts';
import { twoButterflies } from '../../tests/films/films.ts';
import { finishedSessions, openScene, stored, storesAll, type Scene } from '../../tests/faults/scene.ts';
import { buildApp, isBuilt } from '../build-app.ts';
import { drawFilms, webcamFileOf } from '../films/draw.ts';
import { launchBrowser } from '../films/launch.ts';
import { chaos, type Chaos } from './chaos.ts';
import type { SoakOptions } from './options.ts';
import { chanceFrom } from '../accuracy/random.ts';
import { keepSoak, type ChaosResult, type Reading, type SoakResult } from './result.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Twelve repetitions a session: some three minutes, with faults. */
const link = '#/train/butterfly?source=camera&sets=1&reps=12&hold=2&range=norm&pain=off';

/** How long a session may take to go on after a fault has ended, ms: a silent worker is waited for twenty seconds. */
const patience = 60_000;

const megabyte = 1024 * 1024;

/** Counts the detector's tensors through its own protocol. */
const tensorsIn = async ({ page }: Scene): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const worker = window.detectors.at(-1);
        if (!worker) return done(0);
        worker.addEventListener('message', ({ data }: MessageEvent<{ type: string; count: number }>) => {
          if (data.type === 'tensors') done(data.count);
        });
        setTimeout(done, 5000, -1);
        worker.postMessage({ type: 'count-tensors' }, []);
      }),
  );

const read = async (scene: Scene): Promise<Reading> => {
  const { page } = scene;
  const before = await page.evaluate(() => window.detections.length);
  const began = performance.now();
  await page.waitForTimeout(20_000);
  const after = await page.evaluate(() => {
    // What the recorder of the test holds is not the app's.
    window.keypoints.length = 0;
    return window.detections.length;
  });
  const rate = ((after - before) * 1000) / (performance.now() - began);
  const tensors = await tensorsIn(scene);
  const session = await scene.devtools();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { heapMb: Number((usedSize / megabyte).toFixed(1)), tensors, rate: Number(rate.toFixed(1)) };
};

/** The heading of the problem that is shown, if there is one. */
const problemIn = async ({ page }: Scene): Promise<string | undefined> => {
  const panel = page.locator('problem-panel h1');
  return (await panel.count()) > 0 ? panel.first().innerText() : undefined;
};

const counted = ({ page }: Scene): Promise<number> => page.evaluate(() => window.countedAt.length);

/** Repetitions that were timed: after the second crash of its worker, a session keeps the time until its end. */
const timed = ({ page }: Scene): Promise<number> => page.evaluate(() => window.timedAt.length);

/** Waits until the session goes on, judged or timed; presses "Try again" where a problem is named. Returns the headings that were shown. */
const goOn = async (scene: Scene): Promise<readonly string[]> => {
  const { page } = scene;
  const told: string[] = [];
  const seen = await page.evaluate(() => window.detections.length);
  const before = await timed(scene);
  const until = performance.now() + patience;
  while (performance.now() < until) {
    if (await page.locator('summary-screen').isVisible()) return told;
    const problem = await problemIn(scene);
    if (problem !== undefined) {
      if (told.at(-1) !== problem) told.push(problem);
      await page
        .getByRole('button', { name: app.problem.again })
        .click({ timeout: 2000 })
        .catch(() => undefined);
    } else if ((await page.evaluate(() => window.detections.length)) >= seen + 3) return told;
    else if ((await timed(scene)) > before) return told;
    await page.waitForTimeout(200);
  }
  throw new Error('The session did not go on.');
};

const known = new Set<string>(Object.values(problems).map(({ title }) => title));

/** Runs the sessions of one seed. */
const soakSeed = async (seed: number, minutes: number): Promise<SoakResult> => {
  const chance = chanceFrom(seed);
  const [film] = await drawFilms([twoButterflies]);
  if (!film) throw new Error('The film was not drawn.');
  const browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${webcamFileOf(film)}`,
    '--disable-gpu-process-crash-limit',
  ]);
  const scene = await openScene(browser);
  const { page } = scene;
  const failures: string[] = [];
  const results = new Map<string, ChaosResult>();
  let hasToldOfTime = false;
  let [sessions, base, timedBase, repetitions, timedRepetitions, finished] = [0, 0, 0, 0, 0, 0];

  /** Records a failure with what the page shows. */
  const fail = async (what: string, thrown: unknown): Promise<void> => {
    const [reason] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    const shows = (await page.locator('h1').allInnerTexts()).join(', ');
    failures.push(`${what}: ${reason} The page shows "${shows}"`);
    console.log(`seed ${seed}: ${failures.at(-1)}`);
  };

  const open = async (): Promise<void> => {
    base = await counted(scene);
    timedBase = await timed(scene);
    hasToldOfTime = false;
    sessions += 1;
    await page.evaluate((to) => void (location.hash = to), '#/');
    await page.locator('home-screen').waitFor();
    await page.evaluate((to) => void (location.hash = to), link);
    // After a failure, the page asks whether to resume what was left.
    const startOver = page.getByRole('button', { name: routine.resume.startOver });
    await page.locator('coach-view').or(startOver).first().waitFor({ timeout: 60_000 });
    if (await startOver.isVisible()) await startOver.click();
    await page.locator('coach-view').waitFor({ timeout: 60_000 });
    await page.waitForFunction((before) => window.countedAt.length > before, base, { timeout: 120_000 });
  };

  /** Begins a session; one that does not is a failure, and others are tried twice on a page that is loaded again. */
  const start = async (): Promise<void> => {
    for (let attempt = 0; attempt < 3; attempt += 1)
      try {
        return await open();
      } catch (thrown) {
        await fail(`session ${sessions} did not begin`, thrown);
        await page.goto(`${scene.host.url}?${sessions}#/`);
      }
  };

  /** Begins the next session where one is over; its summary has every repetition. */
  const startWhereOver = async (): Promise<void> => {
    if (!(await page.locator('summary-screen').isVisible())) return;
    const judged = (await counted(scene)) - base;
    const byTime = (await timed(scene)) - timedBase;
    repetitions += judged;
    timedRepetitions += byTime;
    finished += 1;
    if (judged + byTime !== 12)
      failures.push(`session ${sessions} ended after ${judged} judged and ${byTime} timed of 12 repetitions`);
    if (byTime > 0 && !hasToldOfTime) failures.push(`session ${sessions} was timed, and the page did not say so`);
    const inHistory = await finishedSessions(scene);
    if (inHistory < finished) failures.push(`${inHistory} of ${finished} finished sessions are in the history`);
    await start();
  };

  const strike = async (one: Chaos): Promise<void> => {
    const complain = (what: string): void => void failures.push(`${one.name} in session ${sessions}: ${what}`);
    const before = await counted(scene);
    await one.begin(scene, chance);
    // A repetition that was over before the fault may still be on its way.
    await page.waitForTimeout(700);
    const inGap = await counted(scene);
    await page.waitForTimeout(chance.within(...one.lasts) * 1000);
    if (one.isGap && (await counted(scene)) > inGap) complain('counted without a picture');
    const shown = await problemIn(scene);
    await one.end?.(scene);
    const ended = performance.now();
    const told = [...new Set([...(shown === undefined ? [] : [shown]), ...(await goOn(scene))])];
    const tookMs = Math.round(performance.now() - ended);
    for (const heading of told) if (!known.has(heading)) complain(`unknown problem "${heading}"`);
    if ((await counted(scene)) < before) complain('repetitions are lost');
    const last = results.get(one.name) ?? { name: one.name, times: 0, told: {}, longestMs: 0 };
    results.set(one.name, {
      name: one.name,
      times: last.times + 1,
      told: told.reduce((all, heading) => ({ ...all, [heading]: (all[heading] ?? 0) + 1 }), last.told),
      longestMs: Math.max(last.longestMs, tookMs),
    });
    console.log(`seed ${seed}, session ${sessions}: ${one.name}, went on after ${tookMs} ms ${told.join(', ')}`);
  };

  /** Compares what is stored with what was counted; the page stores all of it when it is hidden. */
  const checkStored = async (): Promise<void> => {
    if (await page.locator('summary-screen').isVisible()) return;
    const done = (await counted(scene)) - base;
    if ((await stored(scene)) >= done) return;
    await storesAll(scene, done).catch((thrown: unknown) => fail(`session ${sessions}`, thrown));
  };

  try {
    await page.goto(`${scene.host.url}#/`);
    await start();
    const begin = await read(scene);
    const until = performance.now() + minutes * 60_000;
    let next: readonly Chaos[] = [];
    while (performance.now() < until) {
      const [one, ...others] = next.length > 0 ? next : chance.shuffled(chaos);
      next = others;
      if (!one) break;
      await startWhereOver();
      try {
        await strike(one);
      } catch (thrown) {
        await fail(`${one.name} in session ${sessions}`, thrown);
        await one.end?.(scene).catch(() => undefined);
        await start();
      }
      await page.evaluate(() => void (window.keypoints.length = 0));
      hasToldOfTime ||= await page.getByText(app.train.unread).isVisible();
      await page.waitForTimeout(chance.within(5, 20) * 1000);
      await checkStored();
    }
    await startWhereOver();
    repetitions += (await counted(scene)) - base;
    timedRepetitions += (await timed(scene)) - timedBase;
    return {
      seed,
      minutes,
      begin,
      end: await read(scene),
      sessions,
      repetitions,
      timedRepetitions,
      faults: [...results.values()],
      failures,
    };
  } finally {
    await scene.close().catch(() => undefined);
    await browser.close();
  }
};

/** Runs every seed; returns whether all passed. */
export const runSoak = async ({ minutes, seeds, isWriting }: SoakOptions): Promise<boolean> => {
  if (!isBuilt(root)) await buildApp(root);
  let isPassed = true;
  for (const seed of seeds) {
    const result = await soakSeed(seed, minutes);
    console.log(JSON.stringify(result, undefined, 2));
    if (isWriting) keepSoak(result);
    isPassed &&= result.failures.length === 0;
  }
  return isPassed;
};
