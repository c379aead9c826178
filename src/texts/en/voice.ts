import type { Side } from '../../engine/pose/keypoints.ts';
import { capital, numberInWords } from './amounts.ts';
import { app } from './app.ts';

const counted = (number: number, side: Side | undefined): string =>
  side ? `${app.sides[side]}, ${numberInWords(number)}` : capital(numberInWords(number));

/** What the voice says besides cues, hints and prompts, at most seven words each. */
export const voice = {
  number: (number: number): string => capital(numberInWords(number)),
  /** A repetition as it is counted: "Two", "Left, one"; before the last of all, that it comes. */
  counted: (number: number, side: Side | undefined, isLastNext: boolean): string => {
    const count = counted(number, side);
    return isLastNext ? `${count}. Now the last one` : count;
  },
  /** The count after the person has corrected it: "Eight now", "Left, two now". */
  corrected: (number: number, side: Side | undefined): string => `${counted(number, side)} now`,
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
  cameraGone: 'Your camera is gone. I use another',
};
