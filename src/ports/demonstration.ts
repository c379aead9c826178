import type { Exercise } from '../engine/exercise/exercise.ts';
import type { View } from '../engine/pose/view.ts';

/** How a demonstration is shown; it may change while the demonstration runs. */
export interface FigureLook {
  /** The rotation of the figure from its view towards its own left, degrees. */
  readonly turn: number;
  /** The playback speed; below 1 is slow motion. */
  readonly speed: number;
  readonly isPaused: boolean;
}

/** The part of an exercise to show: in a loop, or drawn once: in the start posture, or at the first endpoint. */
export type FigureMoment = 'moving' | 'start' | 'end';

/** A request for a demonstration. */
export interface Demonstration {
  readonly canvas: HTMLCanvasElement;
  readonly exercise: Exercise;
  readonly view: View;
  readonly moment: FigureMoment;
  /** Called before every picture; by default the figure is not rotated and moves at its own speed. */
  readonly lookedAt?: (() => FigureLook) | undefined;
  /** Called once, when the first picture has been drawn. */
  readonly onDrawn?: (() => void) | undefined;
  readonly signal: AbortSignal;
}

/**
 * Shows the figure performing an exercise until the signal aborts; rejects if it cannot be drawn, and can be retried.
 */
export type Demonstrate = (demonstration: Demonstration) => Promise<void>;
