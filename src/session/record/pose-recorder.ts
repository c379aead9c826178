import { recordedPose, recordingOf, type Recording } from '../../engine/pose/recording.ts';
import { keypointNames, keypointsFrom } from '../../engine/pose/keypoints.ts';
import type { FrameSize, TimedPose } from '../../engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../../engine/units.ts';

/** The longest recording, frames: an hour at thirty a second. Later frames are not recorded. */
export const longestRecording = 108_000;

/** A frame in memory: all numbers of its keypoints side by side, a third of the size that objects take. */
interface PackedFrame {
  readonly at: number;
  readonly frame: FrameSize;
  readonly numbers: Float64Array;
}

const packed = ({ at, frame, keypoints }: TimedPose<number>): PackedFrame => ({
  at,
  frame,
  numbers: Float64Array.from(
    keypointNames.flatMap((name) => [keypoints[name].x, keypoints[name].y, keypoints[name].score]),
  ),
});

const unpacked = ({ at, frame, numbers }: PackedFrame): TimedPose<number> => ({
  at,
  frame,
  keypoints: keypointsFrom((_, index) => {
    const [x = 0, y = 0, score = 0] = numbers.subarray(3 * index);
    return { x, y, score };
  }),
});

/** Records the poses of one exercise in memory. */
export class PoseRecorder {
  readonly #frames: PackedFrame[] = [];

  /** Records a pose, and returns it as recorded: what is judged is then exactly what a replay judges. */
  take(pose: TimedPose<SourceTime>): TimedPose<SourceTime> {
    const taken = recordedPose(pose, sourceTime);
    if (this.#frames.length < longestRecording) this.#frames.push(packed(taken));
    return taken;
  }

  /** The recording so far. */
  get recording(): Recording {
    return recordingOf(this.#frames.map(unpacked));
  }
}
