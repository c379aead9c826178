import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { SourceTime } from '../../engine/units.ts';
import { watchMotion } from './body-motion.ts';

/*
 * Decides which of a camera's pictures are judged. The others are not even taken. Three things lengthen the time between
 * two: that the body is still, that the device is on battery, and that a detection takes long.
 */

/**
 * Judged pictures a second while the body moves, with mains power and on battery; and while it is still. Against 30 pictures
 * a second, the counts of 18 performances of the figure with MoveNet's noise and of 37 recordings of 22 people are the same,
 * and held times differ by 167 ms at p95, on battery by 200 (57 holds of the figure).
 */
const rates = { mains: 15, battery: 13, still: 7.5 } as const;

/** The most pictures a second that are judged. */
export const fullRate = rates.mains;

/** The largest share of the time in which the detector works: the page and the device need the rest. */
const mostBusy = 0.75;

/**
 * But that share does not cost what the pictures are for: a device that can judge twelve a second does, since tempo is
 * judged from eleven on, and so does one that can judge four, at which repetitions still count.
 */
const leastRates = [12, 4] as const;

/** How long a detection takes is the median of so many, and unknown after fewer than three: the first may take a second. */
const timed = 9;
const fewestTimed = 3;

/** A picture that comes this much before its time is judged, ms: cameras are not punctual. */
const early = 8;

/** Which pictures of a video are taken. */
export interface PictureRate {
  /**
   * Whether the picture that is shown at this time is due; `true` takes it. `hasPassed` is whether pictures were shown
   * since the last call that were not asked about, since none was due.
   */
  isDue(at: SourceTime, hasPassed?: boolean): boolean;
  /** How long no picture can be due from this time on, ms, as far as is known now; 0 or less if one may be due. */
  restFrom(at: SourceTime): number;
}

/** Decides which pictures of a live source are judged. */
export interface FrameRate extends PictureRate {
  /** Forgets the stream before. */
  restart(): void;
  /**
   * Notes what was found in a picture, and how long that took, ms. Returns whether pictures before it were left out that
   * could have been judged.
   */
  judged(keypoints: Keypoints, at: SourceTime, took: number): boolean;
}

/** Makes the frame rate of the live pictures; `isOnBattery` is asked for each picture. */
export const createFrameRate = (isOnBattery: () => boolean): FrameRate => {
  let moves = watchMotion();
  let isMoving = true;
  let times: readonly number[] = [];
  /** When the last picture that was taken was due, ms. */
  let dueAt: number | undefined;
  let hasLeftOut = false;

  const wanted = (): number => 1000 / (isMoving ? rates[isOnBattery() ? 'battery' : 'mains'] : rates.still);
  const interval = (): number => Math.max(wanted(), neededBy(times));
  const restFrom = (at: SourceTime): number => (dueAt === undefined ? 0 : dueAt + interval() - early - at);
  return {
    restart: () => {
      moves = watchMotion();
      isMoving = true;
      dueAt = undefined;
      hasLeftOut = false;
    },
    restFrom,
    isDue: (at, hasPassed = false) => {
      if (hasPassed) hasLeftOut = true;
      if (restFrom(at) > 0) {
        hasLeftOut = true;
        return false;
      }
      // By the time at which it was due, not by its own: so the mean rate holds, whatever the camera's is.
      dueAt = dueAt === undefined ? at : Math.max(dueAt + interval(), at - interval() / 2);
      return true;
    },
    judged: (keypoints, at, took) => {
      times = [...times, took].slice(-timed);
      const hasSpared = hasLeftOut && wanted() > neededBy(times);
      hasLeftOut = false;
      isMoving = moves(keypoints, at);
      return hasSpared;
    },
  };
};

/** The least time from one picture to the next, ms, where detections take so long. */
const neededBy = (times: readonly number[]): number => {
  const took = times.length < fewestTimed ? 0 : medianOf(times);
  const longest = leastRates.map((rate) => 1000 / rate).find((interval) => took <= interval) ?? took;
  return Math.min(took / mostBusy, longest);
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
