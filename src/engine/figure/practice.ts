import { millis, type Millis } from '../units.ts';
import type { Tempo } from './motion.ts';
import type { Keyframe } from './performance.ts';
import { repetitionOf, type RepetitionAngles } from './repetition.ts';

/** How long each endpoint of a practice is shown, whatever the hold, milliseconds. */
export const practiceStays = 2000;

/**
 * How much longer the start posture lasts between the sides of a practice than between two repetitions, milliseconds.
 */
export const pauseBetweenSides = 800;

/** The keyframes of one easy repetition that shows the figure's own range; then the start posture lasts for `after`. */
export const practiceOf = ({ start, sides }: RepetitionAngles, tempo: Tempo, after: Millis): readonly Keyframe[] =>
  sides.flatMap((ends, side) => {
    const frames = repetitionOf(start, ends, { ...tempo, stay: practiceStays });
    const stays = side === sides.length - 1 ? after : millis(tempo.pause + pauseBetweenSides);
    return frames.map((frame, index) => (index === frames.length - 1 ? { ...frame, stays } : frame));
  });
