import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { View } from '../../src/engine/pose/view.ts';
import type { Judged } from './judged.ts';
import type { Feed, Person } from './people-folder.ts';
import type { Truth } from './truth.ts';

/** The recording, the feed and the exercise that a score is of. */
export interface Scored {
  readonly name: string;
  readonly set: string;
  readonly half: Person['half'];
  readonly group: Truth['group'];
  readonly feed: Feed;
  readonly exercise: string;
}

/** What a score is made from. */
export interface Ran {
  readonly scored: Scored;
  readonly exercise: Exercise;
  readonly view: View;
  readonly truth: Truth;
  readonly judged: Judged;
}

/** Milliseconds in minutes, 0 where they are negative. */
export const inMinutes = (ms: number): number => Math.max(0, ms) / 60_000;
