import type { Reason } from '../../engine/exercise/events.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import { measures, type MeasureText } from './measures.ts';

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const measureText = (name: string): MeasureText | undefined =>
  name in measures ? measures[name as MeasureName] : undefined;

/** The amount missing; one that rounds to nothing is "a little". */
const shortAmount = (measure: string, by: number): string => {
  const text = measureText(measure);
  const isNothing = text === undefined || text.amount(by) === text.amount(0);
  return isNothing ? 'a little' : text.amount(by);
};

/** Why an attempt did not count, in the person's words: short, and without blame. */
export const reasonInWords = (reason: Reason): string => {
  switch (reason.kind) {
    case 'range':
      return `${shortAmount(reason.measure, reason.shortBy)} short`;
    case 'hold':
      return `held ${seconds(reason.heldMs)} of ${seconds(reason.ofMs)} seconds`;
    case 'posture':
      return measureText(reason.measure)?.lost ?? 'the position was left';
    case 'order':
      return 'the parts came in another order';
    case 'return':
      return `back in ${seconds(reason.tookMs)} seconds, take ${seconds(reason.ofMs)}`;
    case 'unseen':
      return `not seen for ${seconds(reason.forMs)} s`;
    case 'dose':
      return 'this side is done';
    case 'interrupted':
      return 'ended before it was over';
  }
};
