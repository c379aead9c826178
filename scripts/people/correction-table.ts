import { fixed } from '../accuracy/tables.ts';
import { feedNames, groupsOf, inWords, perMinute, tableOf } from './cells.ts';
import { feedbackOf } from './feedback.ts';
import type { SetScore } from './set-score.ts';
import { sumOf, totalOf } from './tally.ts';

/** Whether a set shows correct movement, judged by the norm from a rest before it: each correction of it is false. */
export const isCorrect = ({ way, done }: SetScore): boolean => way === 'norm' && done !== 'incorrectly';

/** The corrections of correct movement, less those about tempo, and the minutes of it. */
export const correctionsOf = (scores: readonly SetScore[]): { readonly count: number; readonly minutes: number } => ({
  count: sumOf(scores.map(({ feedback }) => totalOf(feedback.cues))),
  minutes: sumOf(scores.map(({ minutes }) => minutes)),
});

/** What was said about correct movement; tempo apart, since these people were not asked to be slow. */
export const correctionTable = (scores: readonly SetScore[]): string =>
  tableOf(
    [
      'exercise',
      'feed',
      'sets',
      'minutes',
      'corrections',
      'a minute',
      'which',
      'tempo',
      'a minute',
      'which',
      'faults noticed',
      'hints',
    ],
    groupsOf(scores.filter(isCorrect), ({ exercise, feed }) => [exercise, feed].join()).map((group) => {
      const [first] = group;
      const { count, minutes } = correctionsOf(group);
      const { cues, tempo, faults, hints } = feedbackOf(group.map(({ feedback }) => feedback));
      return [
        first?.exercise ?? '',
        first ? feedNames[first.feed] : '',
        `${group.length}`,
        fixed(minutes, 1),
        `${count}`,
        perMinute(count, minutes),
        inWords(cues),
        `${totalOf(tempo)}`,
        perMinute(totalOf(tempo), minutes),
        inWords(tempo),
        inWords(faults),
        inWords(hints),
      ];
    }),
  );
