import {
  BlobSource,
  EncodedPacketSink,
  Input,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
  registerDecoder,
  type InputVideoTrack,
} from 'mediabunny';
import { millis, type Millis } from '../engine/units.ts';
import type { DrawnFrame } from '../ports/frame.ts';
import { hasWholeSegment } from './matroska-size.ts';
import { OpaqueDecoder } from './opaque-decoder.ts';
import { VideoProblem, videoProblemOf } from './video-problem.ts';
import { framesOfTrack } from './video-track.ts';

/** An open video file. */
export interface VideoFile {
  /** The duration of what it presents, ms. */
  readonly lasts: Millis;
  /**
   * Yields every frame that the file presents once, in display order, with the time since the first, as fast as they
   * are requested. Each is upright, in square pixels and in its own shape, the short side at most 288; the consumer
   * closes it. Ends with the film or when the signal aborts; throws a `VideoProblem` if the file is damaged.
   */
  frames(signal: AbortSignal): AsyncGenerator<DrawnFrame, void, undefined>;
  close(): void;
}

registerDecoder(OpaqueDecoder);

const formats = [MP4, QTFF, WEBM, MATROSKA];

/**
 * A file whose last picture comes this much earlier than announced was cut off; as a share of its duration, and in s.
 */
const missing = { share: 0.05, least: 1 };

/**
 * Opens a video file; rejects with a `VideoProblem` or the signal's reason. Aborting closes it, also while it opens.
 */
export const openVideoFile = async (file: Blob, signal: AbortSignal): Promise<VideoFile> => {
  signal.throwIfAborted();
  if (typeof VideoDecoder === 'undefined')
    throw new VideoProblem('old-browser', 'This browser, or this insecure page, has no WebCodecs.');
  const input = new Input({ source: new BlobSource(file), formats });
  const ending = new AbortController();
  const close = (): void => {
    signal.removeEventListener('abort', close);
    ending.abort();
    input.dispose();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const track = await decodableTrack(input, file);
    return {
      lasts: await wholeDuration(input, track, file),
      frames: (until) => framesOfTrack(track, AbortSignal.any([until, ending.signal])),
      close,
    };
  } catch (thrown) {
    close();
    signal.throwIfAborted();
    throw videoProblemOf(thrown);
  }
};

/** The video track of a film; throws a `VideoProblem` if there is none that this browser can decode. */
const decodableTrack = async (input: Input, file: Blob): Promise<InputVideoTrack> => {
  if (file.size === 0) throw new VideoProblem('broken-video', 'The file is empty.');
  if (!(await input.canRead()))
    throw new VideoProblem('not-a-video', 'The container is neither MP4, MOV, WebM nor MKV.');
  // A film that was cut off before its table of contents has no tracks at all.
  if ((await input.getTracks()).length === 0) throw new VideoProblem('broken-video', 'The file has no tracks.');
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new VideoProblem('no-picture', 'The file has no video track.');
  const config = await track.getDecoderConfig();
  if (config === null || !(await VideoDecoder.isConfigSupported(config)).supported)
    throw new VideoProblem(
      'undecodable',
      `Pictures packed as ${await track.getCodecParameterString()} cannot be decoded.`,
    );
  return track;
};

/**
 * The time from the first presented frame to the end of the last, ms; throws if the file presents nothing, or ends before
 * its announced duration.
 */
const wholeDuration = async (input: Input, track: InputVideoTrack, file: Blob): Promise<Millis> => {
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  if (last === null) throw new VideoProblem('broken-video', 'The file does not hold its last picture.');
  const ends = last.timestamp + last.duration;
  if (ends <= 0) throw new VideoProblem('no-picture', 'The file presents none of its pictures.');
  const announced = (await input.getDurationFromMetadata()) ?? 0;
  const isShort = announced > 0 && announced - (await input.computeDuration()) > missingFrom(announced);
  if (isShort && (await hasWholeSegment(file)) !== true)
    throw new VideoProblem('broken-video', `The file ends before the ${announced} seconds that it announces.`);
  return millis((ends - Math.max(0, await track.getFirstTimestamp())) * 1000);
};

/** How much of an announced duration must be missing from a file that was cut off, s. */
const missingFrom = (announced: number): number => Math.max(missing.least, announced * missing.share);
