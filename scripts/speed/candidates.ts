import type { Browser, Page } from 'playwright';
import { detectorModels, type DetectorModel } from '../../src/ports/detector-model.ts';
import { launchBrowser } from '../films/launch.ts';
import { errorsAgainst, type Agreement } from './agreement.ts';
import { medianOf, ratioInTurns, spreadOf, type Spread } from './figures.ts';
import type { CameraSize } from './film.ts';
import type { Judged, Stretch } from './pages/candidate.ts';
import type { PageName, Site } from './site.ts';

/** What is measured beside each other, and on which page. */
const pageOf = {
  bare: 'bare',
  'limber-latency': 'limber',
  'limber-training': 'limber',
  'pose-detection': 'pose-detection',
  human: 'human',
  mediapipe: 'mediapipe',
} as const satisfies Readonly<Record<string, PageName>>;

/** The name of a candidate. */
export type CandidateName = keyof typeof pageOf;

/** The candidates in the order of the tables. */
export const candidateNames = Object.keys(pageOf) as readonly CandidateName[];

/** How much is shown: rounds, stretches in each, and frames in each stretch. */
export interface Amount {
  readonly rounds: number;
  readonly stretches: number;
  readonly frames: number;
  /** No further turn begins after so long, ms, of one model at one size: a busy machine takes ten times as long. */
  readonly withinMs: number;
  /** How many frames after the first are compared with the truth, in the film's order. */
  readonly compared: number;
}

/** The first frame that is shown: the exercise is under way. */
const firstFrame = 150;

/** Frames that are shown before the first that is compared: the turns before have jumped in the film. */
const settling = 10;

/** What one candidate reached with one model at one camera's size. */
export interface CandidateFigures {
  readonly model: DetectorModel;
  readonly candidate: CandidateName;
  /** How many stretches it was shown. */
  readonly turns: number;
  /** The time of one frame, ms. */
  readonly ms: Spread;
  /** Frames a second, one after the other: the median over the stretches. */
  readonly rate: number;
  /** Its time over that of the bare model, in turns. */
  readonly overBare: number;
  /** Its rate over that of pose-detection, in turns. */
  readonly rateOverPoseDetection: number;
  readonly stages: Readonly<Record<string, Spread>>;
  readonly agreement: Agreement | undefined;
  /** Why it could not be measured. */
  readonly failure?: string;
}

/** Measures all candidates with both models at one size: each stretch of the film is shown to all of them in turn. */
export const measureCandidates = async (
  site: Site,
  size: CameraSize,
  amount: Amount,
): Promise<readonly CandidateFigures[]> => {
  const figures: CandidateFigures[] = [];
  for (const model of detectorModels) {
    const browser = await launchBrowser();
    try {
      figures.push(...(await measureModel(browser, site, size, model, amount)));
    } finally {
      await browser.close();
    }
  }
  return figures;
};

/** A candidate's page; one that failed takes no further part. */
interface Runner {
  readonly candidate: CandidateName;
  readonly page: Page;
  readonly stretches: Stretch[];
  /** What it found in the film's own order. */
  readonly compared: Judged[];
  failure: string | undefined;
}

const openRunner = async (
  browser: Browser,
  site: Site,
  candidate: CandidateName,
  model: DetectorModel,
  size: CameraSize,
): Promise<Runner> => {
  // MediaPipe's loader makes scripts of strings, which Limber's policy forbids.
  const page = await browser.newPage({ bypassCSP: true, serviceWorkers: 'block' });
  const runner: Runner = { candidate, page, stretches: [], compared: [], failure: undefined };
  page.on('pageerror', ({ message }) => console.error(`${candidate}: ${message}`));
  await attempt(runner, async () => {
    await page.goto(site.urlOf(pageOf[candidate]));
    await page.waitForFunction(() => 'openCandidate' in window);
    await page.evaluate(([name, which, of]) => window.openCandidate(name, which, of), [
      candidate,
      model,
      size,
    ] as const);
  });
  return runner;
};

/** How long a candidate may take to open, or for a stretch, ms. */
const limitMs = 120_000;

const attempt = async (runner: Runner, step: () => Promise<void>): Promise<void> => {
  if (runner.failure !== undefined) return;
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new Error(`nothing within ${limitMs / 1000} s`)), limitMs);
    });
    await Promise.race([step(), late]);
  } catch (thrown) {
    runner.failure = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? 'it failed';
    console.error(`${runner.candidate} is left out: ${runner.failure}`);
  } finally {
    clearTimeout(timer);
  }
};

const measureModel = async (
  browser: Browser,
  site: Site,
  size: CameraSize,
  model: DetectorModel,
  { rounds, stretches, frames, withinMs, compared }: Amount,
): Promise<readonly CandidateFigures[]> => {
  const runners: Runner[] = [];
  for (const candidate of candidateNames) runners.push(await openRunner(browser, site, candidate, model, size));
  const began = performance.now();
  // Three turns at least, so that there is a median.
  const isOver = (turn: number): boolean =>
    turn >= rounds * stretches || (turn >= 3 && performance.now() - began > withinMs);
  for (let turn = 0; !isOver(turn); turn += 1) {
    const from = firstFrame + (turn % stretches) * frames;
    for (const runner of runners)
      await attempt(runner, async () => {
        runner.stretches.push(
          await runner.page.evaluate(([first, count]) => window.showStretch(first, count), [from, frames] as const),
        );
      });
    process.stdout.write(`${size} ${model}: turn ${turn + 1} of ${rounds * stretches}\n`);
  }
  // The bare model has no keypoints of its own; Limber's are the same as it trains.
  for (const runner of runners)
    if (runner.candidate !== 'bare' && runner.candidate !== 'limber-training')
      await attempt(runner, () => compareFilm(runner, frames, compared));
  return runners.map((runner) => figuresOf(runner, runners, model, size));
};

/** Shows a candidate the film in its order, and keeps what it found. */
const compareFilm = async ({ page, compared }: Runner, frames: number, count: number): Promise<void> => {
  for (let from = firstFrame - settling; from < firstFrame + count; from += frames) {
    const { judged } = await page.evaluate(([first, many]) => window.showStretch(first, many), [from, frames] as const);
    compared.push(...judged.filter(({ frame }) => frame >= firstFrame));
  }
};

const timesOf = ({ judged }: Stretch): readonly number[] => judged.map(({ ms }) => ms);
const rateOf = ({ judged, wallMs }: Stretch): number => (judged.length * 1000) / wallMs;

/** The times of each stage over all frames. */
const stagesOf = (judged: readonly Judged[]): Readonly<Record<string, Spread>> => {
  const names = Object.keys(judged.find(({ stages }) => stages)?.stages ?? {});
  return Object.fromEntries(
    names.map((name) => [name, spreadOf(judged.flatMap(({ stages }) => stages?.[name] ?? []))] as const),
  );
};

const figuresOf = (
  { candidate, stretches, compared, failure }: Runner,
  runners: readonly Runner[],
  model: DetectorModel,
  size: CameraSize,
): CandidateFigures => {
  const turnsOf = (name: CandidateName): readonly Stretch[] =>
    runners.find((one) => one.candidate === name)?.stretches ?? [];
  const medians = (some: readonly Stretch[]): readonly number[] => some.map((one) => medianOf(timesOf(one)));
  const judged = stretches.flatMap((stretch) => stretch.judged);
  return {
    model,
    candidate,
    turns: stretches.length,
    ms: spreadOf(stretches.flatMap(timesOf)),
    rate: medianOf(stretches.map(rateOf)),
    overBare: ratioInTurns(medians(stretches), medians(turnsOf('bare'))),
    rateOverPoseDetection: ratioInTurns(stretches.map(rateOf), turnsOf('pose-detection').map(rateOf)),
    stages: stagesOf(judged),
    agreement: errorsAgainst(compared, size),
    ...(failure === undefined ? {} : { failure }),
  };
};
