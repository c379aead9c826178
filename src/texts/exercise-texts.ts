import type { JudgedPhase } from '../engine/exercise/phase.ts';
import type { View } from '../engine/pose/view.ts';

/** Everything that is said about one exercise, in one language. */
export interface ExerciseTexts {
  readonly name: string;
  /** What it is good for, in one short line. */
  readonly inOneLine: string;
  readonly setUp: readonly string[];
  readonly movement: readonly string[];
  readonly breath: string;
  /** What belongs to the dose besides its numbers. */
  readonly dose: string;
  /** Who should not do it, or should ask first. */
  readonly notFor: readonly string[];
  /** What the camera cannot see of it. */
  readonly cannotSee: readonly string[];
  /** What the camera cannot see from a view that may be chosen instead of the usual one. */
  readonly cannotSeeFrom?: Readonly<Partial<Record<View, readonly string[]>>>;
  /** The ends by their names, where there are two: one word each, as in "Forward: your range ...". */
  readonly ends?: Readonly<Record<string, string>>;
  /** The start posture as a request, at most seven words, read from two metres. */
  readonly startPosture: string;
  /** What to do in each phase, at most five words, read from two metres. */
  readonly prompts: Readonly<Record<JudgedPhase, string>>;
  /** What is said instead where one arm trains alone, seen from the front. */
  readonly oneArm?: Partial<Pick<ExerciseTexts, 'setUp' | 'movement' | 'startPosture' | 'prompts'>>;
}
