import { measureNames, measureRow, isOfBody } from '../../src/engine/kinematics/measures.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { factorName, groupsOf } from './groups.ts';
import { halfNames, type Half } from './half.ts';
import { filmsIntroOf, introOf } from './report-intro.ts';
import { modelNames, motionText, type MotionFindings } from './motion-text.ts';
import type { ClipResult } from './clips.ts';
import { evidenceText, type Evidence } from './evidence.ts';
import type { EverydayScore } from './everyday-score.ts';
import { correctOnes, differencesOf, faultyOnes, heldErrors, isExact, unseenShare, type Line } from './lines.ts';
import { linesBeside } from './lines-table.ts';
import { countedPlot, curvesPlot, heldPlot } from './report-plots.ts';
import type { Score } from './score.ts';
import { errorsOf, meanOf, quantileOf, shareOf } from './statistics.ts';
import { fixed, percent, table } from './tables.ts';
import { views } from '../../src/engine/pose/view.ts';

/** The films of the figure in one half, and what they came to. */
export interface HalfFindings {
  readonly lines: readonly Line[];
  readonly scores: readonly Score[];
  readonly everyday: readonly EverydayScore[];
}

/** The content of the page. */
export interface Findings {
  readonly machine: string;
  readonly commit: string;
  readonly command: string;
  readonly model: DetectorModel;
  /** What was measured on people, as Markdown; empty where nothing was. */
  readonly people: string;
  readonly evidence: readonly Evidence[];
  readonly halves: Readonly<Record<Half, HalfFindings>>;
  readonly motion: MotionFindings;
  readonly avatars: readonly Score[];
  readonly avatarLines: readonly Line[];
  /** What the other model came to. */
  readonly beside: Readonly<Record<Half | 'avatars', readonly Line[]>>;
  readonly clips: readonly ClipResult[];
  /** Users at a desk, as Markdown. */
  readonly desk: string;
  /** The parts of the plan that are missing, in words; empty where nothing is. */
  readonly missing: readonly string[];
}

/** The page of that name and its plots, by the names of their files below `docs/`. */
export const pageOf = (findings: Findings, name: string): ReadonlyMap<string, string> => {
  const drawn = inDetail(findings);
  return new Map([
    [`${name}.md`, textOf(findings, name)],
    [`${name}/counted.svg`, countedPlot(drawn)],
    [`${name}/held.svg`, heldPlot(drawn)],
    [`${name}/read-and-true.svg`, curvesPlot(drawn)],
  ]);
};

const insideOf = ({ scores }: HalfFindings): readonly Score[] => scores.filter(({ one }) => one.isInside);

/** The half that is shown in detail: the one that is tuned on where it has been seen. */
const detailedHalf = ({ halves }: Findings): Half => (halves.tuned.scores.length > 0 ? 'tuned' : 'held-out');

const inDetail = (findings: Findings): readonly Score[] => insideOf(findings.halves[detailedHalf(findings)]);

const textOf = (findings: Findings, name: string): string => {
  const { model, beside, motion } = findings;
  const { tuned, 'held-out': heldOut } = findings.halves;
  const motionFilms = motion.get(model)?.films ?? [];
  return [
    `# How well Limber judges with MoveNet ${modelNames[model]}`,
    `Made by \`${findings.command}\` on ${findings.machine}, from the sources of ${findings.commit}. The command writes this page; do not edit it by hand.`,
    ...findings.missing.map((what) => `**Not in it:** ${what}`),
    introOf(model),
    '## People',
    peopleText(findings),
    '### Films of people',
    clipText(findings.clips),
    '### What stands behind each exercise',
    'How many sets were judged, without the minutes of everyday movement. Stills are single pictures.',
    evidenceText(findings.evidence),
    '## How films are judged',
    filmsIntroOf(model),
    '## Rigged bodies',
    '### People’s motion on rigged bodies',
    motionText(motion),
    ...(motionFilms.length > 0
      ? ['Reading minus truth in these films, as below for the figure:', measureTable(motionFilms)]
      : []),
    '### The figure’s motion on rigged bodies',
    avatarText(findings),
    '### At the desk',
    'Head tilt and squeeze at 0.6, 0.75 and 0.95 m from a laptop, by the figure and by two rigged bodies, after a practice.',
    findings.desk,
    '## The figure: requirements, held out',
    ...heldOutTexts(model, heldOut, beside['held-out']),
    '## The figure: requirements, tuned on',
    ...tunedTexts(model, tuned, beside.tuned),
    '## The figure: each measure against the joints',
    `The films that are ${halfNames[detailedHalf(findings)]}; so in the plots.`,
    'Reading minus truth, in every frame from arming to the end. The truth is what the joints would show from straight ahead and far away. The error includes a turned camera, the filters’ lag and MoveNet’s bias.',
    measureTable(inDetail(findings)),
    `![What leading measures read against what is true](${name}/read-and-true.svg)`,
    `![How many sets were counted exactly, by what differs from the reference](${name}/counted.svg)`,
    `![How far held seconds are from the true ones](${name}/held.svg)`,
    '## Every film with a wrong result',
    failureText([...motionFilms, ...heldOut.scores, ...tuned.scores, ...findings.avatars]),
    '',
  ].join('\n\n');
};

/** What was measured on people, in a part that `npm run bench:people -- --write` renews, too. */
const peopleText = ({ people }: Findings): string =>
  [
    'Recordings of real people’s movement, judged by what people saw in them: [all tables](people.md).',
    `<!-- people -->\n\n${people === '' ? 'Not measured: `npm run bench:people -- --write` measures it.' : people}\n\n<!-- /people -->`,
  ].join('\n\n');

const heldOutTexts = (
  model: DetectorModel,
  { lines, scores, everyday }: HalfFindings,
  beside: readonly Line[],
): readonly string[] =>
  scores.length === 0
    ? ['Not measured.']
    : [
        `The figure's films with settings and seeds of their own, of which some were in view all the same, as said above: ${scores.length} films.`,
        linesBeside(model, lines, beside),
        exerciseTable(scores),
        faultTable(scores),
        everydayText(everyday),
      ];

const tunedTexts = (model: DetectorModel, tuned: HalfFindings, beside: readonly Line[]): readonly string[] =>
  tuned.scores.length === 0
    ? ['Not measured.']
    : [
        `Inside the camera range of the briefing: ${insideOf(tuned).length} films.`,
        linesBeside(model, tuned.lines, beside),
        exerciseTable(insideOf(tuned)),
        faultTable(insideOf(tuned)),
        '### One factor at a time, and a random sample',
        factorTable(insideOf(tuned)),
        '### Slightly outside the briefing',
        factorTable(tuned.scores.filter(({ one }) => !one.isInside)),
        everydayText(tuned.everyday),
      ];

const nameOfExercise = ({ one }: Score): string => `${one.exercise.id}, ${one.view}`;

const exerciseTable = (scores: readonly Score[]): string =>
  table(
    ['exercise', 'sets', 'counted exactly', 'holds', 'held error, median s', 'p95 s', 'false corrections', 'not seen'],
    [...groupsOf(correctOnes(scores), nameOfExercise)].map(([name, own]) => {
      const exact = shareOf(own.filter(isExact).length, own.length);
      const held = heldErrors(own).map((error) => Math.abs(error) / 1000);
      return [
        name,
        String(own.length),
        `${percent(exact.share)} (${percent(exact.low)} to ${percent(exact.high)})`,
        held.length === 0 ? '–' : String(held.length),
        fixed(quantileOf(held, 0.5), 2),
        fixed(quantileOf(held, 0.95), 2),
        String(own.reduce((sum, { falseCues }) => sum + falseCues.length, 0)),
        percent(meanOf(own.map(({ unseenMs, judgedMs }) => (judgedMs > 0 ? unseenMs / judgedMs : 1)))),
      ];
    }),
    [1, 3, 4, 5, 6, 7],
  );

const measureTable = (scores: readonly Score[]): string =>
  table(
    ['view', 'measure', 'unit', 'bias', 'mean error', 'p95', 'frames', 'not seen'],
    views.flatMap((view) =>
      measureNames.filter(isOfBody).flatMap((measure) => {
        const errors = errorsOf(differencesOf(scores, view, measure));
        if (errors.n === 0) return [];
        const { unit } = measureRow(measure);
        const places = unit === 'degrees' ? 1 : 2;
        return [
          [
            view,
            measure,
            unit,
            fixed(errors.bias, places),
            fixed(errors.mae, places),
            fixed(errors.p95, places),
            String(errors.n),
            percent(unseenShare(scores, view, measure)),
          ],
        ];
      }),
    ),
    [3, 4, 5, 6, 7],
  );

const faultTable = (scores: readonly Score[]): string => {
  const named = groupsOf(faultyOnes(scores), ({ one }) =>
    one.shown.is === 'fault' ? `${one.exercise.id}, ${one.view}: ${one.shown.fault}` : '',
  );
  return table(
    ['fault', 'films', 'noticed', 'after, s', 'also noticed'],
    [...named].map(([name, own]) => {
      const shown = own.map(({ one }) => (one.shown.is === 'fault' ? one.shown.fault : ''));
      const found = own.flatMap(({ noticed }, film) => noticed.filter(({ fault }) => fault === shown[film]));
      const delays = found.flatMap(({ delayMs }) => (delayMs === undefined ? [] : [delayMs / 1000]));
      const besides = own.flatMap(({ noticed }) => noticed.filter(({ isShown }) => !isShown));
      return [
        name,
        String(own.length),
        String(found.length),
        fixed(quantileOf(delays, 0.5), 2),
        besides.map(({ fault }) => fault).join(', ') || '–',
      ];
    }),
    [1, 2, 3],
  );
};

const factorTable = (scores: readonly Score[]): string =>
  table(
    ['what differs', 'sets', 'counted exactly', 'held error, median s', 'other faults', 'false corrections'],
    [
      ...groupsOf(
        scores.filter(({ one }) => one.shown.is !== 'fault'),
        factorName,
      ),
    ].map(([name, own]) => {
      const held = heldErrors(own).map((error) => Math.abs(error) / 1000);
      return [
        name,
        String(own.length),
        `${own.filter(isExact).length} of ${own.length}`,
        fixed(quantileOf(held, 0.5), 2),
        String(own.reduce((sum, { noticed }) => sum + noticed.filter(({ isShown }) => !isShown).length, 0)),
        String(own.reduce((sum, { falseCues }) => sum + falseCues.length, 0)),
      ];
    }),
    [1, 3, 4, 5],
  );

const everydayText = (scores: readonly EverydayScore[]): string =>
  scores.length === 0
    ? 'Not measured.'
    : [
        'Drinking, scratching the head, reaching, typing, standing up, leaving and coming back, looking about, shifting on the seat: drawn once from the front and once from the side, judged in one session by each exercise after its practice.',
        table(
          ['exercise', 'armed', 'minutes', 'false repetitions', 'attempts opened', 'cues given'],
          scores.map(({ exercise, view, isArmed, minutes, repetitions, attempts, corrections }) => [
            `${exercise.id}, ${view}`,
            isArmed ? 'yes' : '**no**',
            fixed(minutes, 1),
            String(repetitions),
            String(attempts),
            String(corrections),
          ]),
          [2, 3, 4, 5],
        ),
      ].join('\n\n');

const avatarText = ({ model, avatars, avatarLines, beside }: Findings): string =>
  avatars.length === 0
    ? 'Not measured: `LIMBER_CLIPS` names no folder with rigged bodies.'
    : [
        `Four rigged, textured adults posed with the figure's motions: ${avatars.length} films. Nine tenths of each requirement applies to them.`,
        linesBeside(model, avatarLines, beside.avatars),
        exerciseTable(avatars),
      ].join('\n\n');

const clipText = (clips: readonly ClipResult[]): string =>
  clips.length === 0
    ? 'Not measured: `LIMBER_CLIPS` names no folder with films.'
    : table(
        ['film', 'required', 'measured', ''],
        clips.map(({ film, asked, measured, isMet }) => [film, asked, measured, isMet ? 'met' : '**not met**']),
      );

const wrongIn = (score: Score): readonly string[] => {
  const { one, counted, attempts, noticed, falseCues, isArmed, isTimed } = score;
  const { shown } = one;
  const missed = shown.is === 'fault' && !noticed.some(({ fault }) => fault === shown.fault);
  const besides = noticed.filter(({ isShown }) => !isShown).map(({ fault }) => fault);
  return [
    ...(isArmed ? [] : ['never armed']),
    ...(isTimed ? ['told that only the time is kept'] : []),
    ...(shown.is !== 'fault' && !isExact(score)
      ? [`counted ${counted} of ${one.repetitions}${attempts.length > 0 ? ` (${attempts.join(', ')})` : ''}`]
      : []),
    ...(missed ? [`${shown.fault} not noticed`] : []),
    ...(besides.length > 0 ? [`noticed ${besides.join(', ')}`] : []),
    ...(falseCues.length > 0 ? [`said ${falseCues.join(', ')}`] : []),
  ];
};

const failureText = (scores: readonly Score[]): string => {
  const wrong = scores.map((score) => [score, wrongIn(score)] as const).filter(([, what]) => what.length > 0);
  if (wrong.length === 0) return 'None.';
  return table(
    ['film', 'camera', 'what went wrong'],
    wrong.map(([{ one }, what]) => [one.film.name, one.isInside ? 'inside' : 'beyond', what.join('; ')]),
  );
};
