import { millis, type Millis } from '../units.ts';
import type { Tempo } from './motion.ts';
import type { Keyframe } from './performance.ts';
import { repetitionOf, type RepetitionAngles } from './repetition.ts';

/** How long each end of a practice is shown, whatever the hold is, milliseconds. */
export const practiceStays = 2000;

/** How much longer than between two repetitions the start posture stays between the sides of a practice, milliseconds. */
export const pauseBetweenSides = 800;

/** The keyframes of one easy repetition that shows one's own range, after which the start posture stays for `after`. */
export const practiceOf = ({ start, sides }: RepetitionAngles, tempo: Tempo, after: Millis): readonly Keyframe[] =>
  sides.flatMap((ends, side) => {
    const frames = repetitionOf(start, ends, { ...tempo, stay: practiceStays });
    const stays = side === sides.length - 1 ? after : millis(tempo.pause + pauseBetweenSides);
    return frames.map((frame, index) => (index === frames.length - 1 ? { ...frame, stays } : frame));
  });
