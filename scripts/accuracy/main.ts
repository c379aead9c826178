import { join } from 'node:path';
import { exercises } from '../../src/exercises/registry.ts';
import { detectorModels, type DetectorModel } from '../../src/ports/detector-model.ts';
import { allAvatarFiles, avatarFiles, avatarProportions } from '../films/avatars.ts';
import { timesOf, type Film } from '../films/film.ts';
import { observerWith, type Observer } from '../films/observe.ts';
import { viewsOf } from '../films/rules-of.ts';
import { peopleFolder } from '../people/people-folder.ts';
import { summaryOfPeople } from '../people/summary.ts';
import { avatarCases } from './avatar-cases.ts';
import { deskCases } from './desk-cases.ts';
import { deskScoreOf, deskTable } from './desk-score.ts';
import { clipResults, type ClipResult } from './clips.ts';
import { seenInClips } from './clip-recordings.ts';
import { armingFilm, everydayFilms, minutes } from './everyday.ts';
import { everydayScores, observedMinutes } from './everyday-score.ts';
import { halfNames, halves, type Half } from './half.ts';
import { heldOutCases } from './held-out.ts';
import { evidenceOfCases, evidenceOfClips, evidenceOfPeople, type Evidence } from './evidence.ts';
import { everydayLine, linesOf, type Line } from './lines.ts';
import { linesTable } from './lines-table.ts';
import { motionScores, type MotionScores } from './motion-score.ts';
import { modelNames, motionTable } from './motion-text.ts';
import { fewCases, plannedCases, type Case } from './plan.ts';
import { motionCases, type MotionCase } from './real-motion.ts';
import type { Findings, HalfFindings } from './report.ts';
import { scoreOf, type Score } from './score.ts';
import { commit } from './pages.ts';
import { machine, pageFor, writePage } from './write-page.ts';

/*
 * `npm run bench:accuracy`: draws the films, runs the app's own detector on them, judges them with the app's own
 * engine, and writes the model's page. The detector's output is saved, so that the bench resumes where it stopped.
 * `--quick` draws a few films only and prints their lines, `--desk` those of users at a desk; `--judge` draws nothing
 * and judges what has been seen so far; `--tuned` leaves the held-out half alone, prints, and writes nothing; `--motion`
 * is the same for people's motion on rigged bodies only, of both halves without `--tuned`.
 */

/** The options of the command. */
export interface BenchOptions {
  readonly quick: boolean;
  readonly desk: boolean;
  readonly judge: boolean;
  readonly motion: boolean;
  readonly tuned: boolean;
  /** The model that sees the films. */
  readonly model: DetectorModel;
}

const framesIn = (films: readonly Film[]): number => films.reduce((sum, film) => sum + timesOf(film).length, 0);

/** Observes what is missing, and prints the progress and the time left. */
const observe = async (observer: Observer, films: readonly Film[]): Promise<void> => {
  const missing = films.filter((film) => !observer.isObserved(film));
  if (missing.length === 0) return;
  const all = framesIn(missing);
  console.log(`${missing.length} of ${films.length} films are to be drawn and seen: ${all} frames.`);
  const begun = performance.now();
  let frames = 0;
  await observer.observe(missing, (film, done, of) => {
    frames += timesOf(film).length;
    const left = ((performance.now() - begun) / frames) * (all - frames);
    console.log(`${done} of ${of}: ${film.name}; about ${Math.ceil(left / 60_000)} minutes to go`);
  });
};

const judged = ({ isObserved, posesIn }: Observer, cases: readonly Case[]): readonly Score[] =>
  cases.filter(({ film }) => isObserved(film)).map((one) => scoreOf(one, posesIn(one.film)));

const print = (title: string, lines: readonly Line[]): void => console.log(`\n${title}\n\n${linesTable(lines)}`);

const quick = async (observer: Observer): Promise<void> => {
  const cases = fewCases();
  await observe(
    observer,
    cases.map(({ film }) => film),
  );
  print('A few films only; the whole plan says more.', linesOf(judged(observer, cases)));
};

/** The figure at a desk, and two rigged bodies where there are any. */
const seated = async (): Promise<readonly Case[]> =>
  deskCases(clipFolder === undefined ? new Map() : await avatarProportions(avatarFiles.slice(0, 2)));

const atDesk = async (observer: Observer, isDrawing: boolean): Promise<void> => {
  const cases = await seated();
  if (isDrawing)
    await observe(
      observer,
      cases.map(({ film }) => film),
    );
  console.log(`\n${deskText(observer, cases)}`);
};

const deskText = ({ isObserved, posesIn }: Observer, cases: readonly Case[]): string => {
  const seen = cases.filter(({ film }) => isObserved(film));
  if (seen.length === 0) return 'Not measured.';
  return deskTable(seen.map((one) => deskScoreOf(one, posesIn(one.film))));
};

const clipFolder = process.env['LIMBER_CLIPS'];

const realClips = async (model: DetectorModel, isDrawing: boolean): Promise<readonly ClipResult[]> => {
  if (clipFolder === undefined) return [];
  const seen = await seenInClips(join(clipFolder, 'video'), model, isDrawing);
  return seen === undefined ? [] : clipResults(seen);
};

const rigged = async (): Promise<readonly Case[]> =>
  clipFolder === undefined ? [] : avatarCases(await avatarProportions(avatarFiles));

/** The sets of people's motion on every rigged body, where both folders are there. */
const moved = async (which: readonly Half[]): Promise<readonly MotionCase[]> => {
  const people = peopleFolder();
  if (clipFolder === undefined || people === undefined) return [];
  return motionCases(people, await avatarProportions(allAvatarFiles())).filter(({ half }) => which.includes(half));
};

const casesOf: Readonly<Record<Half, () => readonly Case[]>> = { 'held-out': heldOutCases, tuned: plannedCases };

const filmsOf = (cases: readonly Pick<Case, 'film'>[]): readonly Film[] => cases.map(({ film }) => film);

const filmsIn = (half: Half): readonly Film[] => [
  ...filmsOf(casesOf[half]()),
  ...everydayFilms('front', half),
  ...everydayFilms('side', half),
];

const missingIn = ({ isObserved }: Observer, all: readonly Film[], what: string): readonly string[] => {
  const missing = all.filter((film) => !isObserved(film)).length;
  return missing === 0 ? [] : [`${missing} of the ${all.length} ${what} have not been seen.`];
};

const missingMinutes = (observer: Observer, half: Half): readonly string[] => {
  const [front, side] = (['front', 'side'] as const).map((view) => observedMinutes(observer, view, half).length);
  return (front ?? 0) + (side ?? 0) < 2 * minutes
    ? [
        `of ${minutes} everyday minutes, ${halfNames[half]}, from each view, ${front} from the front and ${side} from the side have been seen.`,
      ]
    : [];
};

const halfFindings = (observer: Observer, half: Half): HalfFindings => {
  const scores = judged(observer, casesOf[half]());
  const everyday = everydayScores(observer, half);
  const inside = scores.filter(({ one }) => one.isInside);
  return { scores, everyday, lines: scores.length > 0 ? [...linesOf(inside), everydayLine(everyday, minutes)] : [] };
};

const avatarLinesOf = (scores: readonly Score[]): readonly Line[] => (scores.length > 0 ? linesOf(scores, 0.9) : []);

const motionOf = async (cases: readonly MotionCase[]): Promise<ReadonlyMap<DetectorModel, MotionScores>> => {
  const found = new Map<DetectorModel, MotionScores>();
  for (const model of detectorModels) found.set(model, await motionScores(observerWith(model), cases));
  return found;
};

const filmsOfMotion = (cases: readonly MotionCase[]): readonly Film[] => filmsOf(cases.map(({ one }) => one));

/** Only people's motion on rigged bodies: prints, and writes nothing. */
const motionOnly = async (observer: Observer, which: readonly Half[], isDrawing: boolean): Promise<void> => {
  const cases = await moved(which);
  if (isDrawing) await observe(observer, filmsOfMotion(cases));
  const scores = await motionOf(cases);
  console.log(`\n${motionTable(scores)}\n`);
  for (const { one, counted, attempts, falseCues } of scores.get(observer.model)?.films ?? [])
    console.log(
      `${one.film.name} (${modelNames[observer.model]}): ${counted} of ${one.repetitions}; ${[...attempts, ...falseCues].join(', ') || 'nothing else'}`,
    );
};

/** The half that is tuned on: prints, and writes nothing. */
const tunedOnly = async (observer: Observer, isDrawing: boolean): Promise<void> => {
  if (isDrawing) await observe(observer, [...filmsIn('tuned'), ...armingFilms()]);
  print('Tuned on, inside the briefing’s camera range', halfFindings(observer, 'tuned').lines);
};

const casesIn = (scores: readonly Score[]): readonly Case[] => scores.map(({ one }) => one);

/** What was judged of people, of rigged bodies and of the figure. */
const evidenceIn = (
  { isObserved }: Observer,
  findings: Pick<Findings, 'halves' | 'avatars' | 'clips'>,
  motion: readonly MotionCase[],
  desk: readonly Case[],
): readonly Evidence[] => [
  ...evidenceOfPeople(peopleFolder()),
  ...(findings.clips.length > 0 ? evidenceOfClips() : []),
  ...motion
    .filter(({ one: { film } }) => isObserved(film))
    .flatMap(({ one, half }) => evidenceOfCases([one], half === 'held-out', true)),
  ...evidenceOfCases(casesIn(findings.avatars), false),
  ...evidenceOfCases(casesIn(findings.halves['held-out'].scores), true),
  ...evidenceOfCases(casesIn(findings.halves.tuned.scores), false),
  ...evidenceOfCases(
    desk.filter(({ film }) => isObserved(film)),
    false,
  ),
];

const armingFilms = (): readonly Film[] =>
  exercises.flatMap((exercise) => viewsOf(exercise).map((view) => armingFilm(exercise, view)));

const whole = async (observer: Observer, isDrawing: boolean): Promise<void> => {
  const { model } = observer;
  const bodies = await rigged();
  const motion = await moved(halves);
  const desk = await seated();
  if (isDrawing)
    await observe(observer, [
      ...filmsOfMotion(motion),
      ...armingFilms(),
      ...halves.flatMap(filmsIn),
      ...filmsOf(bodies),
      ...filmsOf(desk),
    ]);
  const others = detectorModels.filter((one) => one !== model).map(observerWith);
  const besideOf = (half: Half): readonly Line[] => others.flatMap((other) => halfFindings(other, half).lines);
  const avatars = judged(observer, bodies);
  const judgedHere = {
    halves: { 'held-out': halfFindings(observer, 'held-out'), tuned: halfFindings(observer, 'tuned') },
    avatars,
    clips: await realClips(model, isDrawing),
  };
  const findings: Findings = {
    ...judgedHere,
    people: summaryOfPeople(),
    evidence: evidenceIn(observer, judgedHere, motion, desk),
    machine: machine(),
    commit: commit(),
    command: `npm run bench:accuracy${model === 'thunder' ? '' : ` -- --model ${model}`}`,
    model,
    motion: await motionOf(motion),
    avatarLines: avatarLinesOf(avatars),
    desk: deskText(observer, desk),
    beside: {
      'held-out': besideOf('held-out'),
      tuned: besideOf('tuned'),
      avatars: others.flatMap((other) => avatarLinesOf(judged(other, bodies))),
    },
    missing: [
      ...missingIn(observer, filmsOfMotion(motion), 'films of people’s motion'),
      ...halves.flatMap((half) => [
        ...missingIn(observer, filmsOf(casesOf[half]()), `films of the figure, ${halfNames[half]}`),
        ...missingMinutes(observer, half),
      ]),
      ...missingIn(observer, filmsOf(bodies), 'films of rigged bodies'),
      ...missingIn(observer, filmsOf(desk), 'films of users at a desk'),
    ],
  };
  await writePage(findings);
  if (motion.length > 0) console.log(`\n${motionTable(findings.motion)}`);
  print('Held out', findings.halves['held-out'].lines);
  print('Tuned on, inside the briefing’s camera range', findings.halves.tuned.lines);
  if (avatars.length > 0) print('Rigged bodies, nine tenths of each', findings.avatarLines);
  for (const { film, measured, isMet } of findings.clips)
    console.log(`${film}: ${measured} (${isMet ? 'met' : 'not met'})`);
  console.log(`\nWritten: docs/${pageFor[model]}.md`);
};

/** Runs the bench. */
export const runBench = ({ quick: isQuick, desk, judge, motion, tuned, model }: BenchOptions): Promise<void> => {
  const observer = observerWith(model);
  if (isQuick) return quick(observer);
  if (desk) return atDesk(observer, !judge);
  if (motion) return motionOnly(observer, tuned ? ['tuned'] : halves, !judge);
  return tuned ? tunedOnly(observer, !judge) : whole(observer, !judge);
};
