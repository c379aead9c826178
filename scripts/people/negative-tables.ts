import { fixed } from '../accuracy/tables.ts';
import { feedNames, groupsOf, inWords, perMinute, tableOf } from './cells.ts';
import { feedbackOf } from './feedback.ts';
import type { MotionScore, NegativeScore } from './negative-score.ts';
import { sumOf, tallied, totalOf } from './tally.ts';

const spoken = (motions: readonly MotionScore[]): number => {
  const { cues, tempo } = feedbackOf(motions.map(({ feedback }) => feedback));
  return totalOf(cues) + totalOf(tempo);
};

const attempted = (motions: readonly MotionScore[]): number => sumOf(motions.map(({ attempts }) => totalOf(attempts)));

const wrong = (motions: readonly MotionScore[]): number => sumOf(motions.map(({ wrongAt }) => wrongAt.length));

const minutesOf = (motions: readonly MotionScore[]): number => sumOf(motions.map(({ minutes }) => minutes));

/** The last cells of a row about motions. */
const figures = (motions: readonly MotionScore[]): readonly string[] => {
  const minutes = minutesOf(motions);
  return [
    fixed(minutes, 1),
    `${wrong(motions)}`,
    `${attempted(motions)}`,
    perMinute(attempted(motions), minutes),
    `${spoken(motions)}`,
    perMinute(spoken(motions), minutes),
  ];
};

const figureHeads = ['minutes', 'wrong', 'attempts', 'a minute', 'cues', 'a minute'];

/** The data set of a recording: the first folder of its path. */
const dataSetOf = ({ set }: NegativeScore): string => set.split('/')[0] ?? set;

/** Movement that is not the exercise: for each exercise and data set what was counted, attempted and said. */
export const negativeTable = (scores: readonly NegativeScore[]): string =>
  tableOf(
    [
      'exercise',
      'movement',
      'feed',
      'recordings',
      'never armed',
      'motions',
      'not judged',
      ...figureHeads,
      'hints',
      'which cues',
    ],
    groupsOf(
      scores.toSorted((one, other) => one.exercise.localeCompare(other.exercise)),
      (score) => [score.exercise, dataSetOf(score), score.feed].join(),
    ).map((group) => {
      const [first] = group;
      const motions = group.flatMap((score) => score.motions);
      const { cues, tempo, hints } = feedbackOf(motions.map(({ feedback }) => feedback));
      return [
        first?.exercise ?? '',
        first ? dataSetOf(first) : '',
        first ? feedNames[first.feed] : '',
        `${group.length}`,
        `${group.filter(({ isArmed }) => !isArmed).length}`,
        `${motions.length}`,
        `${sumOf(group.map(({ notJudged }) => notJudged))}`,
        ...figures(motions),
        `${totalOf(hints)}`,
        inWords(tallied([cues, tempo])),
      ];
    }),
  );

/** The motions that are listed: the worst ones. */
const most = 12;

/** The motions of recordings of many that were answered most: wrong repetitions first, then attempts a minute. */
export const motionTable = (scores: readonly NegativeScore[]): string => {
  const motions = scores
    .filter((score) => score.motions.length + score.notJudged > 1)
    .flatMap(({ exercise, feed, motions: own }) => own.map((motion) => ({ exercise, feed, motion })));
  const answered = groupsOf(motions, ({ exercise, feed, motion }) => [exercise, feed, motion.motion].join())
    .map((group) => ({ group, all: group.map(({ motion }) => motion) }))
    .filter(({ all }) => wrong(all) + attempted(all) + spoken(all) > 0)
    .toSorted(
      (one, other) =>
        wrong(other.all) - wrong(one.all) ||
        attempted(other.all) / minutesOf(other.all) - attempted(one.all) / minutesOf(one.all),
    );
  return tableOf(
    ['exercise', 'motion', 'feed', 'times', ...figureHeads, 'attempts'],
    answered.slice(0, most).map(({ group, all }) => {
      const [first] = group;
      return [
        first?.exercise ?? '',
        first?.motion.motion ?? '',
        first ? feedNames[first.feed] : '',
        `${group.length}`,
        ...figures(all),
        inWords(tallied(all.map(({ attempts }) => attempts))),
      ];
    }),
  );
};

/** Each wrong repetition: where, and in which motion. */
export const wrongLines = (scores: readonly NegativeScore[]): string => {
  const lines = scores.flatMap(({ name, feed, exercise, motions }) =>
    motions.flatMap(({ motion, wrongAt }) =>
      wrongAt.map((at) => `- ${exercise} in ${name} (${feedNames[feed]}) at ${fixed(at / 1000, 1)} s: ${motion}`),
    ),
  );
  return lines.length > 0 || scores.length === 0 ? lines.join('\n') : 'No wrong repetition.';
};
