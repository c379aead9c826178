import { feedNames, groupsOf, having, hits, inWords, medianSeconds, share, tableOf, unknown } from './cells.ts';
import { ways, type Way } from './judged.ts';
import type { SetScore } from './set-score.ts';
import { sumOf, tallied } from './tally.ts';

/** The ways to judge in words. */
export const wayNames: Readonly<Record<Way, string>> = {
  norm: 'the norm',
  practice: 'own range, practised',
  kept: 'own range, kept',
  film: 'the norm, as a film',
};

const isExact = (score: SetScore): boolean => score.isExact;
const isOfGroup = (group: SetScore['group']) => (score: SetScore) => score.group === group;

const full = (scores: readonly SetScore[]): string => {
  const graded = scores.flatMap((score) => score.full ?? []);
  return graded.length > 0 ? `${sumOf(graded)}` : unknown;
};

const counted = (scores: readonly SetScore[]): string =>
  hits(sumOf(scores.map((score) => score.counted)), sumOf(scores.map(({ asked }) => asked)));

const attempts = (scores: readonly SetScore[]): string => inWords(tallied(scores.map((score) => score.attempts)));

type Column = readonly [title: string, cell: (scores: readonly SetScore[]) => string];

const first =
  (cell: (score: SetScore) => string): Column[1] =>
  ([score]) =>
    score ? cell(score) : '';

const leading: readonly Column[] = [
  ['exercise', first(({ exercise }) => exercise)],
  ['judged by', first(({ way }) => wayNames[way])],
  ['feed', first(({ feed }) => feedNames[feed])],
];

const columns: readonly Column[] = [
  ...leading,
  ['sets exact', (scores) => having(scores, isExact, share)],
  ['healthy', (scores) => having(scores.filter(isOfGroup('healthy')), isExact)],
  ['patients', (scores) => having(scores.filter(isOfGroup('patient')), isExact)],
  ['segmented', (scores) => having(scores, ({ isSegmented }) => isSegmented)],
  ['counted', counted],
  ['full', full],
  ['too many', (scores) => `${scores.filter((score) => score.counted > score.asked && !score.isExact).length}`],
  ['never armed', (scores) => `${scores.filter(({ armedAfter }) => armedAfter === undefined).length}`],
  ['armed after', (scores) => medianSeconds(scores.flatMap(({ armedAfter }) => armedAfter ?? []))],
  ['attempts', attempts],
  ['unanswered', (scores) => `${sumOf(scores.map(({ unanswered }) => unanswered))}`],
];

const filmColumns: readonly Column[] = [
  ...leading,
  ['judged', (scores) => having(scores, ({ armedAfter }) => armedAfter !== undefined, share)],
  ['sets exact', (scores) => having(scores, isExact)],
  ['healthy', (scores) => having(scores.filter(isOfGroup('healthy')), isExact)],
  ['patients', (scores) => having(scores.filter(isOfGroup('patient')), isExact)],
  ['counted', counted],
  ['full', full],
  ['attempts', attempts],
];

const oneArmColumns: readonly Column[] = [
  ['done', first(({ done = '' }) => done)],
  ...leading,
  ['sets exact', (scores) => having(scores, isExact)],
  ['counted', counted],
  ['full', full],
  ['attempts', attempts],
  [
    'raised by 10 degrees: answered',
    (scores) => hits(sumOf(scores.map((score) => score.answered)), sumOf(scores.map(({ raised }) => raised))),
  ],
];

const rowsOf = (some: readonly Column[], scores: readonly SetScore[]): string =>
  tableOf(
    some.map(([title]) => title),
    groupsOf(
      scores.toSorted((one, other) => ways.indexOf(one.way) - ways.indexOf(other.way)),
      ({ way, exercise, done, feed }) => [way, exercise, done, feed].join(),
    ).map((group) => some.map(([, cell]) => cell(group))),
  );

/** Whether a set was done with both arms, as an exercise that people were asked for. */
export const isOfBothArms = ({ done }: SetScore): boolean => done === undefined;

/** The sets of exercises, without those that were begun as films. */
export const setTable = (scores: readonly SetScore[]): string =>
  rowsOf(
    columns,
    scores.filter((score) => isOfBothArms(score) && score.way !== 'film'),
  );

/** The sets that were begun as films, without the rest before them. */
export const filmTable = (scores: readonly SetScore[]): string =>
  rowsOf(
    filmColumns,
    scores.filter((score) => score.way === 'film'),
  );

/** The sets of one arm, correctly and incorrectly done. */
export const oneArmTable = (scores: readonly SetScore[]): string =>
  rowsOf(
    oneArmColumns,
    scores.filter((score) => !isOfBothArms(score) && score.way === 'norm'),
  );
