import type { HintId } from '../../engine/exercise/hints.ts';
import { sparseIn, type Paced } from '../../session/summary/tempo.ts';
import { countedIn, type Summary } from '../../session/summary/summary.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { rangesWithError } from './ranges-in-words.ts';

/** A name and its amount, which may be empty. */
export type Line = readonly [string, string];

/** Lines under one heading. */
export interface Block {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The large numbers of a session; absent ones are left out. */
export const factsOf = (summary: Summary, texts: Texts): readonly Line[] => {
  const words = texts.app.summary;
  const { arm, repetitions, ownCount, timed, ofRepetitions, heldMs, durationMs, best } = summary;
  const { added, takenBack } = ownCount;
  const isJudged = timed === 0 || repetitions.length + added > 0;
  const { amount, isOwnScale } = texts.measures[summary.measure];
  return [
    ...(arm ? [[words.arm, texts.app.sides[arm]] as const] : []),
    ...(timed > 0 ? [[words.repetitions, words.timed(timed)] as const] : []),
    ...(isJudged ? [[words.repetitions, `${countedIn(summary)} / ${ofRepetitions}`] as const] : []),
    ...(added > 0 ? [[words.ownCount, `${added}`] as const] : []),
    ...(takenBack > 0 ? [[words.takenBack, `${takenBack}`] as const] : []),
    ...(heldMs > 0 ? [[words.held, texts.app.seconds(heldMs)] as const] : []),
    ...(best === undefined || isOwnScale ? [] : [[words.best, amount(best)] as const]),
    ...(durationMs > 0 ? [[words.duration, texts.app.time(durationMs)] as const] : []),
  ];
};

const eachOf = ({ repetitions, measure, areSidesApart }: Summary, { app, measures }: Texts): readonly Line[] =>
  repetitions.map(({ number, side, heldMs, peak }) => {
    const reached = measures[measure].isOwnScale ? '' : measures[measure].amount(peak);
    const words = [reached, heldMs ? app.seconds(heldMs) : ''].filter(Boolean).join(', ');
    return [app.summary.repetition(number, areSidesApart ? side : undefined), words];
  });

/** The own ranges from practice; without them the furthest reading of today, beside the norm. */
const rangeOf = (summary: Summary, texts: Texts): readonly Line[] => {
  const words = texts.app.summary;
  const { measure, best, norm, ranges, eased } = summary;
  const { amount, bare, isOwnScale } = texts.measures[measure];
  const own = rangesWithError(ranges, exerciseTextsOf(texts, summary.exercise), texts);
  const furthest =
    best === undefined
      ? []
      : [[words.furthest, words.usual(amount(best), norm === undefined ? undefined : bare(norm))] as const];
  const graded = summary.repetitions.filter(({ full }) => full !== undefined);
  const full = graded.filter((repetition) => repetition.full);
  const known: readonly Line[] = own.length > 0 ? own : furthest;
  return [
    ...(!isOwnScale ? known : best === undefined ? [] : [[words.ownScale, ''] as const]),
    ...(full.length < graded.length ? [[words.fullHeight, words.fullOf(full.length, graded.length)] as const] : []),
    ...(eased > 0 ? [[words.eased(eased), ''] as const] : []),
  ];
};

const paceOf = ({ tempo, smoothness, repetitions }: Summary, { app }: Texts): readonly Line[] => {
  if (repetitions.length === 0) return [];
  const { out, back, held, took, heldFor, smoothness: smooth, ...words } = app.summary.pace;
  const line = (name: string, paced: Paced | undefined, inWords: typeof took): readonly Line[] =>
    paced ? [[name, inWords(paced.took, paced.planned)]] : [];
  const isSmooth =
    smoothness.is === 'not-judged'
      ? words.notJudged
      : smoothness.jerky === 0
        ? words.smooth(smoothness.of)
        : words.jerky(smoothness.jerky, smoothness.of);
  return [
    ...line(out, tempo.out, took),
    ...line(held, tempo.held, heldFor),
    ...line(back, tempo.back, took),
    // Where too few pictures came, that is told with what was not seen.
    ...(smoothness.is === 'not-judged' && sparseIn(repetitions) === repetitions.length
      ? []
      : [[smooth, isSmooth] as const]),
  ];
};

const correctionsOf = ({ corrections, repetitions }: Summary, { app, cues }: Texts): readonly Line[] => {
  const words = app.summary;
  if (corrections.length === 0) return repetitions.length > 0 ? [[words.clean, '']] : [];
  return corrections.map(({ cue, times, isHint }) => [
    isHint ? words.perhaps(cues[cue]) : cues[cue],
    words.times(times),
  ]);
};

/** A set-up hint; the start posture in the words of the exercise. */
const hintInWords = (hint: HintId, exercise: string, texts: Texts): string =>
  hint === 'take-start-posture' ? exerciseTextsOf(texts, exercise).startPosture : texts.hints[hint];

const notSeenIn = (
  { exercise, repetitions, timed, isTimedByChoice, unseenMs, notJudged, unbegun }: Summary,
  texts: Texts,
): readonly Line[] => {
  const { app, measures } = texts;
  const words = app.summary;
  const sparse = sparseIn(repetitions);
  const lines = [
    ...(unbegun ? [words.unbegun(unbegun === 'set-up' ? undefined : hintInWords(unbegun, exercise, texts))] : []),
    ...(timed > 0 ? [isTimedByChoice ? words.notJudgedByChoice : words.notWellSeen] : []),
    ...(sparse > 0 ? [words.tempoNotJudged(sparse, repetitions.length)] : []),
    ...(unseenMs >= 500 ? [words.unseen(unseenMs)] : []),
    ...notJudged.map(({ measure, ms }) => words.notJudged(measures[measure].name, ms)),
  ];
  return (lines.length > 0 ? lines : [words.allSeen]).map((line) => [line, '']);
};

/** The other results of a session, the most important first; empty blocks are left out. */
export const blocksOf = (summary: Summary, texts: Texts): readonly Block[] => {
  const words = texts.app.summary;
  return [
    { title: words.ranges, lines: rangeOf(summary, texts) },
    { title: words.pace.title, lines: paceOf(summary, texts) },
    { title: words.corrections, lines: correctionsOf(summary, texts) },
    { title: words.attempts, lines: summary.attempts.map((reason) => [texts.reasonInWords(reason), ''] as const) },
    { title: words.notSeen, lines: notSeenIn(summary, texts) },
    { title: words.each, lines: eachOf(summary, texts) },
  ].filter(({ lines }) => lines.length > 0);
};
