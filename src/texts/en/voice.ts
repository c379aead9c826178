import type { Side } from '../../engine/pose/keypoints.ts';
import { app } from './app.ts';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number up to 99 as one says it; a larger one in digits. */
const numberInWords = (number: number): string => {
  const [ten, one] = [tens[Math.floor(number / 10)], small[number % 10]];
  if (small[number]) return small[number];
  if (!ten || !one) return `${number}`;
  return number % 10 === 0 ? ten : `${ten}-${one}`;
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What the voice says besides cues, hints and prompts, at most seven words each. */
export const voice = {
  number: (number: number): string => capital(numberInWords(number)),
  /** A repetition as it is counted: "Two", "Left, one"; before the last of all, that it comes. */
  counted: (number: number, side: Side | undefined, isLastNext: boolean): string => {
    const count = side ? `${app.sides[side]}, ${numberInWords(number)}` : capital(numberInWords(number));
    return isLastNext ? `${count}. Now the last one` : count;
  },
  /** After a good repetition, one after the other. */
  good: ['Good', 'Lovely', "That's it"],
  better: "That's better",
  onceMore: 'Once more, gently',
  otherSide: 'That side is done. Now the other',
  setDone: 'Set done. Rest a little',
  allDone: 'All done. Well done',
  timeDone: 'That was the last one',
  cannotSee: (parts: string): string => `I can't see ${parts}`,
  cannotSeeAll: "I can't see all of you",
  paused: 'Paused. Take your time',
  goOn: 'On we go',
  byTime: 'We begin. I keep the time',
};
