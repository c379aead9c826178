import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { keypointNames, keypointsFrom, type Keypoints, type Side } from '../../src/engine/pose/keypoints.ts';
import { Complaint } from '../analyse/complaint.ts';
import { jsonIn } from '../analyse/json-in.ts';
import { textIn } from '../analyse/recording-file.ts';
import type { Half } from './people-folder.ts';

/* Head tilts of people on stills, classed by hand, with the keypoints that MoveNet Thunder sees in them. */

/** What a still shows, as people noted it. */
export interface Truth {
  /** The side that the head is tilted to; `undefined`: it is held straight. */
  readonly tilt: Side | undefined;
  /** Whether the tilt is as far as asked for. */
  readonly isWhole: boolean;
  /** The shoulder that is raised with the tilt. */
  readonly raised: Side | undefined;
  /** Whether the head is pushed forward with the tilt. */
  readonly isForward: boolean;
}

const shows = (tilt?: Side, more: Partial<Truth> = {}): Truth => ({
  tilt,
  isWhole: false,
  raised: undefined,
  isForward: false,
  ...more,
});

/** The classes of the stills with what they show, the correct ones first. */
export const stillClasses = {
  center: shows(),
  'half-left': shows('left'),
  'half-right': shows('right'),
  left: shows('left', { isWhole: true }),
  right: shows('right', { isWhole: true }),
  'wrong-left-shoulder': shows('left', { raised: 'left' }),
  'wrong-right-shoulder': shows('right', { raised: 'right' }),
  'wrong-left-forward': shows('left', { isForward: true }),
  'wrong-right-forward': shows('right', { isForward: true }),
} as const satisfies Record<string, Truth>;

/** A class of stills. */
export type StillClass = keyof typeof stillClasses;

/** The classes, in the order of the tables. */
export const classNames = Object.keys(stillClasses) as [StillClass, ...StillClass[]];

const number = v.pipe(v.number(), v.finite());
const stillsSchema = v.object({
  version: v.literal(1),
  frame: v.object({ width: number, height: number }),
  stills: v.array(
    v.object({
      class: v.picklist(classNames),
      session: number,
      keypoints: v.pipe(v.array(v.tuple([number, number, number])), v.length(keypointNames.length)),
    }),
  ),
});

/** A still: its class, the session in which it was taken, and MoveNet's keypoints, pixels. */
export interface Still {
  readonly class: StillClass;
  readonly session: number;
  readonly keypoints: Keypoints;
}

/** The sessions that thresholds may be tuned with. */
const tuning: ReadonlySet<number> = new Set([0, 4]);

/** Whether a still belongs to a half: sessions 0 and 4 tune (`odd`), the others are held out (`even`). */
export const isInHalf = ({ session }: Still, half: Half): boolean =>
  half === 'all' || tuning.has(session) === (half === 'odd');

const fileIn = (folder: string): string => join(folder, 'head-tilt-stills', 'stills.json.gz');

/** Whether a folder of people's recordings has stills of head tilts. */
export const hasStills = (folder: string): boolean => existsSync(fileIn(folder));

/** The stills of a folder of people's recordings; throws a `Complaint` where the file is damaged. */
export const stillsIn = (folder: string): readonly Still[] => {
  const file = fileIn(folder);
  const { success, output } = v.safeParse(stillsSchema, jsonIn(file, textIn(file)));
  if (!success) throw new Complaint(`${file} does not hold stills of head tilts.`);
  return output.stills.map(({ keypoints, ...still }) => ({
    ...still,
    keypoints: keypointsFrom((_, index) => {
      const [x, y, score] = keypoints[index] ?? [0, 0, 0];
      return { x, y, score };
    }),
  }));
};
