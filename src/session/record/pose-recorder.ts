import { recordedPose, recordingOf, type Recording } from '../../engine/pose/recording.ts';
import { keypointNames, keypointsFrom } from '../../engine/pose/keypoints.ts';
import { isSameSize, type FrameSize, type TimedPose } from '../../engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../../engine/units.ts';
import { Column } from './column.ts';

/** The longest recording, frames: an hour at thirty a second. Later frames are not recorded. */
export const longestRecording = 108_000;

/** How many numbers a frame has: x, y and score of each keypoint, and 1 where pictures before it were left out on purpose. */
const numbersInFrame = 3 * keypointNames.length + 1;

/** Records the poses of one exercise in memory, about 0.2 kB for each. */
export class PoseRecorder {
  readonly #times = new Column(Float64Array);
  /** A tenth of a pixel and a thousandth of a score are told apart in 32 bits. */
  readonly #numbers = new Column(Float32Array);
  /** The sizes of the pictures, each with the number of its first frame. */
  readonly #sizes: { readonly from: number; readonly frame: FrameSize }[] = [];

  /** Records a pose, and returns it as recorded: what is judged is then exactly what a replay judges. */
  take(pose: TimedPose<SourceTime>): TimedPose<SourceTime> {
    const taken = recordedPose(pose, sourceTime);
    const { length } = this.#times;
    if (length >= longestRecording) return taken;
    const { at, frame, keypoints, hasSpared } = taken;
    const before = this.#sizes.at(-1);
    if (!before || !isSameSize(before.frame, frame)) this.#sizes.push({ from: length, frame });
    this.#times.push(at);
    for (const name of keypointNames) {
      const { x, y, score } = keypoints[name];
      this.#numbers.push(x);
      this.#numbers.push(y);
      this.#numbers.push(score);
    }
    this.#numbers.push(hasSpared === true ? 1 : 0);
    return taken;
  }

  /** The recording so far. */
  get recording(): Recording {
    return recordingOf(
      this.#sizes.flatMap(({ from, frame }, index) => {
        const to = this.#sizes[index + 1]?.from ?? this.#times.length;
        return Array.from({ length: to - from }, (_, offset) => this.#poseAt(from + offset, frame));
      }),
    );
  }

  #poseAt(index: number, frame: FrameSize): TimedPose<number> {
    const numberAt = (offset: number): number => this.#numbers.at(index * numbersInFrame + offset);
    return {
      at: this.#times.at(index),
      frame,
      keypoints: keypointsFrom((_, keypoint) => ({
        x: numberAt(3 * keypoint),
        y: numberAt(3 * keypoint + 1),
        score: numberAt(3 * keypoint + 2),
      })),
      hasSpared: numberAt(numbersInFrame - 1) === 1,
    };
  }
}
