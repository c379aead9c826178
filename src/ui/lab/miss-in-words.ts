import type { MeasureName } from '../../engine/kinematics/measures.ts';
import { letOff, type FailedEnd, type MissedAttempt } from '../../session/workout/missed-attempt.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';

/** An amount of a measure in words. */
export const amountOf = ({ measures }: Texts, measure: MeasureName, value: number): string =>
  measures[measure].amount(value);

const goalLine = ({ measure, goal, tolerance, rest }: FailedEnd, texts: Texts, { misses }: LabTexts): string => {
  const amount = (value: number): string => amountOf(texts, measure, value);
  return rest === undefined
    ? misses.goalOnly(amount(goal), amount(tolerance))
    : misses.goal(amount(goal), amount(tolerance), amount(rest));
};

const rangeLines = (end: FailedEnd, texts: Texts, words: LabTexts): readonly string[] => {
  const amount = (value: number): string => amountOf(texts, end.measure, value);
  const shortBy = Math.abs(end.counted - end.furthest);
  return [words.misses.range(amount(end.furthest), amount(end.counted), amount(shortBy)), goalLine(end, texts, words)];
};

/** Why an attempt did not count, in sentences, with the numbers that decided. */
export const missInWords = (miss: MissedAttempt, texts: Texts, words: LabTexts): readonly string[] => {
  const { reason, end, lost, isFar } = miss;
  const { misses, measures } = words;
  const far = isFar ? [misses.far] : [];
  switch (reason.kind) {
    case 'range':
      return [...(end ? rangeLines(end, texts, words) : []), ...far];
    case 'hold': {
      const hold = misses.hold(reason.heldMs, reason.ofMs);
      if (!end?.hold) return [hold, ...far];
      const { measure, hold: bounds } = end;
      const [enter, leave] = [amountOf(texts, measure, bounds.enter), amountOf(texts, measure, bounds.leave)];
      return [hold, misses.holdBounds(enter, leave), goalLine(end, texts, words), ...far];
    }
    case 'posture': {
      const lines = lost.map(({ measure, side, is, enter, leave, read }) => {
        const name = `${texts.measures[measure].name}${side ? `, ${texts.app.sides[side].toLowerCase()}` : ''}`;
        const bound = measures.bounds[is];
        return misses.posture(
          `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
          read === undefined ? measures.unseen : amountOf(texts, measure, read),
          bound(amountOf(texts, measure, enter)),
          amountOf(texts, measure, leave),
        );
      });
      return [...lines, misses.postureTime(letOff.lossMs), ...far];
    }
    case 'unseen':
      return [misses.unseen(reason.forMs, letOff.unseenMs, letOff.unseenShortMs), ...far];
    case 'order':
      return [misses.order, ...far];
    case 'dose':
      return [misses.dose(reason.ofReps)];
    case 'interrupted':
      return [misses.interrupted];
    case 'return':
      return [];
  }
};
