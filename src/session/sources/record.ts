import type { TimedPose } from '../../engine/pose/pose.ts';
import type { SourceTime } from '../../engine/units.ts';
import { recordingOf } from '../../engine/pose/recording.ts';
import type { RecordVideo } from '../ports.ts';
import type { SourcePorts } from './source-ports.ts';

/** Records films with the detector that training uses: every frame is read, and everything opened is closed. */
export const createRecord =
  ({ openDetector, openVideo }: Pick<SourcePorts, 'openDetector' | 'openVideo'>): RecordVideo =>
  async (video, { model, onProgress, signal = new AbortController().signal } = {}) => {
    // The film first: an unreadable one is reported before the model is fetched.
    const film = await openVideo(video, signal);
    try {
      const detector = await openDetector({ onProgress: () => undefined, signal, ...(model ? { model } : {}) });
      const poses: TimedPose<SourceTime>[] = [];
      try {
        for await (const pose of detector.poses(film.frames(signal), signal, 'paced')) {
          poses.push(pose);
          if (film.lasts) onProgress?.(Math.min(1, pose.at / film.lasts));
        }
      } finally {
        detector.close();
      }
      signal.throwIfAborted();
      onProgress?.(1);
      return recordingOf(poses);
    } finally {
      film.close();
    }
  };
