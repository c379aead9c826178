import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { exercises } from '../../src/exercises/registry.ts';
import { avatarFiles, avatarProportions } from '../films/avatars.ts';
import { timesOf, type Film } from '../films/film.ts';
import { observerWith, type Observer } from '../films/observe.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { viewsOf } from '../films/rules-of.ts';
import { avatarCases } from './avatar-cases.ts';
import { clipResults, type ClipResult } from './clips.ts';
import { seenInClips } from './clip-recordings.ts';
import { armingFilm, everydayFilms, minutes } from './everyday.ts';
import { everydayScores, observedMinutes } from './everyday-score.ts';
import { everydayLine, linesOf, type Line } from './lines.ts';
import { commit, inHouseStyle, root, withPart } from './pages.ts';
import { fewCases, plannedCases, type Case } from './plan.ts';
import { linesTable, pageOf, type Findings } from './report.ts';
import { scoreOf, type Score } from './score.ts';

/*
 * `npm run bench:accuracy`: draws the plan's films, runs the app's own detector on them, judges them with the app's own
 * engine, and writes the model's page. The detector's output is saved, so that the bench resumes where it stopped.
 * `--quick` draws a few films only and prints their lines; `--judge` draws nothing and judges what has been seen so
 * far.
 */

/** The options of the command. */
export interface BenchOptions {
  readonly quick: boolean;
  readonly judge: boolean;
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

const machine = (): string => {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), Node ${process.version}, no graphics card`;
};

const print = (title: string, lines: readonly Line[]): void => console.log(`\n${title}\n\n${linesTable(lines)}`);

const quick = async (observer: Observer): Promise<void> => {
  const cases = fewCases();
  await observe(
    observer,
    cases.map(({ film }) => film),
  );
  print('A few films only; the whole plan says more.', linesOf(judged(observer, cases)));
};

const clipFolder = process.env['LIMBER_CLIPS'];

const realClips = async (model: DetectorModel, isDrawing: boolean): Promise<readonly ClipResult[]> => {
  if (clipFolder === undefined) return [];
  const seen = await seenInClips(join(clipFolder, 'video'), model, isDrawing);
  return seen === undefined ? [] : clipResults(seen);
};

const rigged = async (): Promise<readonly Case[]> =>
  clipFolder === undefined ? [] : avatarCases(await avatarProportions(avatarFiles));

const missingIn = ({ isObserved }: Observer, all: readonly Film[], what: string): readonly string[] => {
  const missing = all.filter((film) => !isObserved(film)).length;
  return missing === 0 ? [] : [`${missing} of the ${all.length} ${what} have not been seen.`];
};

/** The path of a model's page below `docs/`, without its extension; the README quotes the first. */
const pageFor: Readonly<Record<DetectorModel, string>> = { thunder: 'accuracy', lightning: 'accuracy-lightning' };

/** Writes the page with its plots, and the first table of the better model into the README. */
const write = async (findings: Findings): Promise<void> => {
  const readme = join(root, 'README.md');
  const quoted = withPart(readFileSync(readme, 'utf8'), 'accuracy', linesTable(findings.lines));
  const pages = [...pageOf(findings, pageFor[findings.model])].map(
    ([name, page]) => [join(root, 'docs', name), page] as const,
  );
  for (const [file, page] of [
    ...pages,
    ...(findings.model === 'thunder' && quoted !== undefined ? [[readme, quoted] as const] : []),
  ]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await inHouseStyle(file, page));
  }
};

const whole = async (observer: Observer, isDrawing: boolean): Promise<void> => {
  const plan = plannedCases();
  const bodies = await rigged();
  const arming = exercises.flatMap((exercise) => viewsOf(exercise).map((view) => armingFilm(exercise, view)));
  const everydayLong = [...everydayFilms('front'), ...everydayFilms('side')];
  const filmsOf = (cases: readonly Case[]): readonly Film[] => cases.map(({ film }) => film);
  if (isDrawing) await observe(observer, [...filmsOf(plan), ...arming, ...everydayLong, ...filmsOf(bodies)]);
  const scores = judged(observer, plan);
  const inside = scores.filter(({ one }) => one.isInside);
  const avatars = judged(observer, bodies);
  const everyday = everydayScores(observer);
  const findings: Findings = {
    machine: machine(),
    commit: commit(),
    command: `npm run bench:accuracy${observer.model === 'thunder' ? '' : ` -- --model ${observer.model}`}`,
    model: observer.model,
    lines: [...linesOf(inside), everydayLine(everyday, minutes)],
    scores,
    everyday,
    avatars,
    avatarLines: avatars.length > 0 ? linesOf(avatars, 0.9) : [],
    clips: await realClips(observer.model, isDrawing),
    missing: [
      ...missingIn(observer, filmsOf(plan), 'films of the plan'),
      ...(observedMinutes(observer, 'front').length + observedMinutes(observer, 'side').length < 2 * minutes
        ? [
            `of ${minutes} everyday minutes from each view, ${observedMinutes(observer, 'front').length} from the front and ${observedMinutes(observer, 'side').length} from the side have been seen.`,
          ]
        : []),
      ...missingIn(observer, filmsOf(bodies), 'films of rigged bodies'),
    ],
  };
  await write(findings);
  print('Inside the briefing’s camera range', findings.lines);
  if (avatars.length > 0) print('Rigged bodies, nine tenths of each', findings.avatarLines);
  for (const { film, measured, isMet } of findings.clips)
    console.log(`${film}: ${measured} (${isMet ? 'met' : 'not met'})`);
  console.log(`\nWritten: docs/${pageFor[observer.model]}.md`);
};

/** Runs the bench. */
export const runBench = ({ quick: isQuick, judge, model }: BenchOptions): Promise<void> =>
  isQuick ? quick(observerWith(model)) : whole(observerWith(model), !judge);
