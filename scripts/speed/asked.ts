import { fixed } from '../accuracy/tables.ts';
import type { CandidateFigures, CandidateName } from './candidates.ts';
import { verdictOf, type Verdict } from './figures.ts';
import type { CameraSize } from './film.ts';
import type { HourFigures } from './hour.ts';
import type { Results } from './results.ts';
import type { Start } from './start-up.ts';
import type { TrainingFigures } from './training.ts';

/** One thing that is asked of Limber's speed, with what was measured. */
export interface Asked {
  readonly what: string;
  readonly asked: string;
  readonly measured: string;
  readonly verdict: Verdict;
}

const figuresFor = (results: Results, size: CameraSize, candidate: CandidateName): CandidateFigures | undefined =>
  results[`path-${size}`]?.figures.find((one) => one.candidate === candidate && one.model === 'lightning');

const trainingOf = (results: Results, size: CameraSize, user: TrainingFigures['user']): TrainingFigures | undefined =>
  results[`training-${size}`]?.figures.find((one) => one.user === user);

const known = (value: number | undefined, places: number, unit = ''): string =>
  value === undefined || Number.isNaN(value) ? '–' : `${fixed(value, places)}${unit}`;

type Limit = Parameters<typeof verdictOf>[1];

const line = (what: string, limit: Limit, value: number | undefined, places = 2, unit = ''): Asked => {
  const asked = 'most' in limit ? `at most ${limit.most}${unit}` : `at least ${limit.least}${unit}`;
  return { what, asked, measured: known(value, places, unit), verdict: verdictOf(value, limit) };
};

const overPoseDetection = (results: Results, size: CameraSize, least: number): Asked =>
  line(
    `Frames a second over pose-detection's own way, ${size}`,
    { least },
    figuresFor(results, size, 'limber-training')?.rateOverPoseDetection,
  );

const agreementOf = (results: Results, size: CameraSize): Asked => {
  const own = figuresFor(results, size, 'limber-latency')?.agreement?.median;
  const theirs = figuresFor(results, size, 'pose-detection')?.agreement?.median;
  return line(
    `Distance from the true keypoints over pose-detection's, ${size}, medians`,
    { most: 1 },
    own === undefined || theirs === undefined ? undefined : own / theirs,
  );
};

/** A processor time of the app over that of the demo loop. */
const processorOf = (
  results: Results,
  size: CameraSize,
  [of, what]: readonly ['processorMsPerFrame' | 'processorSecondsPerMinute', string],
  most: number,
): Asked => {
  const own = trainingOf(results, size, 'limber')?.[of];
  const theirs = trainingOf(results, size, 'demo-loop')?.[of];
  return line(
    `Processor time of ${what} over the demo loop's, ${size}`,
    { most },
    own === undefined || theirs === undefined ? undefined : own / theirs,
  );
};

const ofFrame = ['processorMsPerFrame', 'a judged frame'] as const;
/** Each judges as many frames as it does. */
const ofMinute = ['processorSecondsPerMinute', 'a trained minute'] as const;

/** The judged rate that the share of the main thread is asked for, frames a second. */
const askedRate = 20;

/**
 * The main thread's processor time in percent. The app judges fewer frames than asked for here; all of the time is scaled,
 * as if none of it were the screen's own.
 */
const busyAtAskedRate = (training: TrainingFigures | undefined): number | undefined =>
  training && training.counters.processor * 100 * Math.max(1, askedRate / training.rate);

/** By how much the rate changed over the hour, percent of the first minute's. */
const rateChangeOf = ({ rates: [first, last] }: HourFigures): number => Math.abs(last / first - 1) * 100;

const warmStart = (which: string, start: Start | undefined): Asked =>
  line(`Warm start to the first judged frame, ${which}`, { most: 1.5 }, start && start.judgedMs / 1000, 2, ' s');

/** Everything that is asked, with what was measured; the models are Lightning. */
export const askedOf = (results: Results): readonly Asked[] => {
  const training = trainingOf(results, '480p', 'limber');
  const starts = results.start?.figures;
  const hour = results.hour?.figures;
  return [
    line(
      'Frame to coaching event over the bare model, 480p',
      { most: 1.08 },
      figuresFor(results, '480p', 'limber-latency')?.overBare,
    ),
    overPoseDetection(results, '480p', 1.15),
    overPoseDetection(results, '720p', 1.55),
    agreementOf(results, '480p'),
    agreementOf(results, '720p'),
    line(
      'Main thread busy (processor time), scaled to 20 judged frames a second',
      { most: 15 },
      busyAtAskedRate(training),
      0,
      ' %',
    ),
    line('Tasks with more than 50 ms of script, in the traced part', { most: 0 }, training?.trace.longScriptTasks, 0),
    processorOf(results, '480p', ofFrame, 0.95),
    processorOf(results, '720p', ofFrame, 0.75),
    processorOf(results, '480p', ofMinute, 0.6),
    processorOf(results, '720p', ofMinute, 0.6),
    line(
      'Heap growth over an hour of film, after collection',
      { most: 2 },
      hour && hour.heapMb[1] - hour.heapMb[0],
      2,
      ' MB',
    ),
    line('Tensors more after it', { most: 0 }, hour && hour.tensors[1] - hour.tensors[0], 0),
    line('Rate of its last minute, away from that of its first', { most: 5 }, hour && rateChangeOf(hour), 1, ' %'),
    line('Step of the engine in loops of arithmetic, p99', { most: 100 }, results.engine?.figures.p99, 1),
    warmStart('the first from the stored app', starts?.stored),
    warmStart('the next one, seconds later', starts?.again),
    warmStart('one after the browser was restarted', starts?.restarted),
    line('Cold start to the first judged frame', { most: 4 }, starts && starts.cold.judgedMs / 1000, 2, ' s'),
  ];
};
