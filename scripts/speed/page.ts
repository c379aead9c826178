import { machine } from '../accuracy/write-page.ts';
import { fixed, percent, table } from '../accuracy/tables.ts';
import type { Distances } from './agreement.ts';
import { askedOf } from './asked.ts';
import type { CandidateFigures, CandidateName } from './candidates.ts';
import { cameraSizeNames } from './film.ts';
import { stages } from './options.ts';
import type { Results } from './results.ts';
import { versionsOfPeers } from './site.ts';
import type { Bytes, Start, StartFigures } from './start-up.ts';
import { kinds } from './trace.ts';
import type { TrainingFigures } from './training.ts';

const names: Readonly<Record<CandidateName, string>> = {
  bare: 'bare model (`execute` on a ready tensor)',
  'limber-latency': 'Limber, one frame after the other',
  'limber-training': 'Limber, as it trains',
  'pose-detection': 'pose-detection, as in its demo',
  human: 'Human, body model only',
  mediapipe: 'MediaPipe pose',
};

const users = { limber: 'Limber', 'demo-loop': "pose-detection's demo loop" } as const;

/** The table of what is asked, also for the README. */
export const askedTable = (results: Results): string =>
  table(
    ['asked of Lightning', 'asked', 'measured', ''],
    askedOf(results).map(({ what, asked, measured, verdict }) => [what, asked, measured, verdict]),
    [1, 2],
  );

const distanceText = (of: Distances | undefined): string => (of ? `${fixed(of.median, 1)} / ${fixed(of.p95, 1)}` : '–');

const candidateRow = (one: CandidateFigures): readonly string[] => [
  names[one.candidate],
  one.failure ?? fixed(one.ms.median, 1),
  fixed(one.ms.quartile, 1),
  fixed(one.ms.p95, 1),
  fixed(one.overBare, 2),
  // The wall time of the bare model contains pictures and messages that are not its own.
  one.candidate === 'bare' ? '–' : fixed(one.rate, 1),
  one.candidate === 'bare' ? '–' : fixed(one.rateOverPoseDetection, 2),
  distanceText(one.agreement),
  distanceText(one.agreement?.aboveHips),
  distanceText(one.agreement?.hips),
];

const candidatesTable = (figures: readonly CandidateFigures[]): string =>
  table(
    [
      '',
      'ms a frame',
      'lower quartile',
      'p95',
      'over bare',
      'frames/s',
      "over pose-detection's",
      'error, median / p95',
      'head, shoulders, arms',
      'hips',
    ],
    figures.map(candidateRow),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );

const stagesTable = (figures: readonly CandidateFigures[]): string => {
  const staged = figures.filter(({ stages: of }) => Object.keys(of).length > 0);
  const stageNames = Object.keys(staged[0]?.stages ?? {});
  return table(
    ['stage, median / p95, ms', ...staged.map(({ model }) => model)],
    stageNames.map((name) => [
      name,
      ...staged.map(({ stages: of }) => {
        const spread = of[name];
        return spread ? `${fixed(spread.median, 2)} / ${fixed(spread.p95, 2)}` : '–';
      }),
    ]),
    [1, 2],
  );
};

const pathPart = (results: Results): string =>
  cameraSizeNames
    .flatMap((size) => {
      const figures = results[`path-${size}`]?.figures;
      if (!figures) return [];
      const models = [...new Set(figures.map(({ model }) => model))];
      return [
        ...models.flatMap((model) => [
          `### ${size}, ${model}`,
          `${figures.find((one) => one.model === model)?.turns ?? 0} turns for each.`,
          candidatesTable(figures.filter((one) => one.model === model)),
        ]),
        `### Limber's stages, ${size}`,
        stagesTable(figures),
      ];
    })
    .join('\n\n');

const trainingRows: readonly (readonly [string, (one: TrainingFigures) => string])[] = [
  ['judged frames a second', (one) => fixed(one.rate, 1)],
  ['processor seconds of the browser for a minute', (one) => fixed(one.processorSecondsPerMinute ?? Number.NaN, 1)],
  ['processor ms for a judged frame', (one) => fixed(one.processorMsPerFrame ?? Number.NaN, 1)],
  ['main thread: processor time', (one) => percent(one.counters.processor)],
  ['main thread: busy by the clock', (one) => percent(one.counters.busy)],
  ['of it script, style and layout', ({ counters: { script, layout } }) => `${percent(script)}, ${percent(layout)}`],
  ['traced part: judged frames a second', (one) => fixed(one.tracedRate, 1)],
  ['traced part: processor time of the main thread', (one) => percent(one.trace.processor)],
  ...kinds.map((kind) => [`… ${kind}`, (one: TrainingFigures) => percent(one.trace.kinds[kind])] as const),
  [
    'traced part: tasks over 50 ms, with over 50 ms of script',
    (one) => `${one.trace.longTasks}, ${one.trace.longScriptTasks}`,
  ],
  [
    'capture to keypoints, median / p95, ms',
    ({ captureToKeypoints: of }) => `${fixed(of.median, 0)} / ${fixed(of.p95, 0)}`,
  ],
  [
    'capture to coaching event, median / p95, ms (events)',
    ({ captureToEvent: of }) => `${fixed(of.median, 0)} / ${fixed(of.p95, 0)} (${of.n})`,
  ],
  ['JS heap after collection, MB, begin and end', ({ heapMb: [from, to] }) => `${fixed(from, 2)}, ${fixed(to, 2)}`],
  ['tensors, begin and end', ({ tensors }) => (tensors ? tensors.join(', ') : '–')],
];

const trainingPart = (figures: readonly TrainingFigures[]): string => {
  const measuredTable = table(
    ['', ...figures.map(({ user, size }) => `${users[user]}, ${size}`)],
    trainingRows.map(([what, of]) => [what, ...figures.map(of)]),
    figures.map((_, index) => index + 1),
  );
  const first = figures.filter(({ size }) => size === '480p');
  const threads = first.map(({ user, threads: busiest }) => {
    const rows = busiest.map(({ thread, processor }) => [thread, percent(processor)]);
    return `${users[user]}, 480p, by thread of the browser, in the traced part:\n\n${table(['thread', 'processor time'], rows, [1])}`;
  });
  const largest = first[0]?.trace.largest.map(([name, share]) => [`\`${name}\``, percent(share)]) ?? [];
  return [
    measuredTable,
    ...threads,
    `The main thread of ${users.limber}: the trace's events with the most processor time of their own.`,
    table(['event', 'processor time'], largest, [1]),
  ].join('\n\n');
};

const bytesIn = ({ files, raw, gzip }: Bytes): string =>
  `${(raw / 1000).toFixed(0)} kB in ${files} files, ${(gzip / 1000).toFixed(0)} kB gzip`;

const startRow = (name: string, start: Start): readonly string[] => [
  name,
  fixed(start.paintMs / 1000, 2),
  fixed(start.judgedMs / 1000, 2),
];

const startPart = ({ cold, cached, stored, again, restarted, rounds, loaded }: StartFigures): string =>
  [
    table(
      ['', 'first paint, s', 'first judged frame, s'],
      [
        startRow('cold: an empty browser', cold),
        startRow("a session before, the browser's own cache, no service worker", cached),
        startRow('app stored, served by its service worker for the first time', stored),
        startRow('the start some seconds after that: its process is kept', again),
        startRow('a start after the browser was restarted', restarted),
      ],
      [1, 2],
    ),
    `Medians of ${rounds} starts. A cold start fetches ${bytesIn(loaded.beforePaint)}, before its first paint, and ${bytesIn(loaded.beforeJudged)},
before its first judged frame.`,
  ].join('\n\n');

const circumstances = (results: Results): string =>
  table(
    ['stage', 'measured (UTC)', 'commit', 'load average, begin and end'],
    stages.map((name) => {
      const stage = results[name];
      return stage
        ? [name, stage.when, stage.commit, stage.load.map((load) => fixed(load, 1)).join(', ')]
        : [name, 'not measured', '–', '–'];
    }),
  );

const hourTable = ({ figures }: NonNullable<Results['hour']>): string => {
  const { filmSeconds, tookSeconds, frames, repetitions, rates, heapMb, tensors } = figures;
  return table(
    ['', 'begin', 'end'],
    [
      ['JS heap after collection, MB', ...heapMb.map((mb) => fixed(mb, 2))],
      ['tensors', ...tensors.map(String)],
      ['judged frames a second, first and last minute', ...rates.map((rate) => fixed(rate, 1))],
      ['film, minutes', '0', fixed(filmSeconds / 60, 0)],
      ['clock, minutes', '0', fixed(tookSeconds / 60, 1)],
      ['judged frames', '0', String(frames)],
      ['repetitions counted', '0', String(repetitions)],
    ],
    [1, 2],
  );
};

const engineWords = ({ figures }: NonNullable<Results['engine']>): string => {
  const { steps, loopUs, median, p99 } = figures;
  return `The engine's step for one pose takes ${fixed(median, 1)} loops at the median and ${fixed(p99, 1)} at the 99th percentile
(${steps} steps of butterflies at 30 frames a second, true keypoints, built as for production, in Node). A loop is a thousand dependent multiplications
and additions, ${fixed(loopUs, 1)} µs here.`;
};

/** The page `docs/speed.md`. */
export const pageOf = (results: Results): string => {
  const { start } = results;
  const training = cameraSizeNames.flatMap((size) => results[`training-${size}`]?.figures ?? []);
  const versions = Object.entries(versionsOfPeers()).map(([name, version]) => `${name} ${version}`);
  return `# How fast it is

Made by \`npm run bench:speed -- --write\` on ${machine()}.

Every time here is one of a loaded machine: what counts are the _ratios_. All candidates see the same frames in turn,
stretch by stretch, and a ratio is the median of the ratios of each turn. A load average above the number of cores means that
other programs ran meanwhile.

${circumstances(results)}

## What is asked, and what was measured

${askedTable(results)}

## From a frame to a coaching event

The film is the drawn figure at two butterflies, so the true keypoints are known; 720p is the same film, scaled. Time begins with the
decoded frame in hand, in luma and chroma as a webcam's decoder leaves it; who takes no \`VideoFrame\` gets it drawn on a canvas, within the
time. Everything runs on wasm with SIMD and one thread, as on a page without \`COOP\` and \`COEP\`. Limber's time ends when the
workout has published the frame's events; "as it trains" it prepares the next frame meanwhile. pose-detection judges the camera's whole
picture on the page's thread. Human judges every frame and caches none. MediaPipe takes its CPU way; its lite model stands beside Lightning, its
full one beside Thunder. The error is the distance from the true keypoints of head, arms, shoulders and hips, in thousandths of the
picture's height, over 180 frames in the film's order; Limber finds the same keypoints as it trains. Limber's crop does not trust the hips, whose place
MoveNet invents behind a desk; where they are in sight, as here, it reads them higher than pose-detection's larger crop does
([decision 8](decisions/0008-own-crop.md)). Versions: ${versions.join(', ')}.

${pathPart(results)}

## A trained minute

The app as built, and the loop of pose-detection's demo, on the same webcam film in real time. The processor seconds are those of all
processes of the browser, the webcam's decoder included (\`/proc\`). The main thread's processor time is Chromium's own counter; busy by the
clock is what other programs make larger. Limber judges 15 frames a second while the body moves and half as many while it is still;
the demo loop judges as many as it can.

${training.length > 0 ? trainingPart(training) : 'Not measured.'}

## An hour of film

The app as built judges a film of the same repetitions, again and again, as fast as it can: it is a chosen file, so no frame is
left out. Nothing is recorded.

${results.hour ? hourTable(results.hour) : 'Not measured.'}

## The engine alone

${results.engine ? engineWords(results.engine) : 'Not measured.'}

## Start

From navigation to a training link, served by this machine, uncompressed; the camera is granted. The tab is left alone for three
seconds first: for each new tab Chromium loads pages of its own, which keep a core busy for over a second. Nothing watches the browser
meanwhile: in earlier versions of this page Playwright did, which made a stored start 0.3 s longer.

${start ? startPart(start.figures) : 'Not measured.'}
`;
};
