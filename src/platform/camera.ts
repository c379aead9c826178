import { isAborted } from '../async/is-aborted.ts';
import type { SourceTime } from '../engine/units.ts';
import type { CameraDevice, OpenedCamera } from '../ports/camera-device.ts';
import { findCamera, listCameras } from './camera-devices.ts';
import { cameraProblemOf, CameraProblem } from './camera-problem.ts';
import { watchOpening } from './camera-opening.ts';
import { watchCamera, type CameraWatch } from './camera-watch.ts';
import { fullRate, type PictureRate } from './detector/frame-rate.ts';
import { isDrawnBySoftware } from './graphics.ts';
import type { Frame } from '../ports/frame.ts';
import { createPageVisibility, type PageVisibility } from './page-visibility.ts';
import { framesOfVideo } from './video-frames.ts';

/** An open camera. */
export interface CameraFeed {
  readonly stream: MediaStream;
  /** Which camera it is. */
  readonly device: OpenedCamera;
  /**
   * Shows the camera in the video and yields its frames, short side at most 288 pixels; the first is at `startsAt`, 0 by
   * default. Only those that are due by their time are taken. The consumer closes each frame. Ends when the signal aborts
   * or the feed is closed; throws a `CameraProblem` when the camera is lost.
   */
  framesOf(
    video: HTMLVideoElement,
    signal: AbortSignal,
    startsAt?: SourceTime,
    rate?: PictureRate,
  ): AsyncGenerator<Frame, void, undefined>;
  /** Begins to show the camera in a video, so that its first picture is there when `framesOf` is asked for it. */
  startIn(video: HTMLVideoElement): void;
  /** Switches the camera off. */
  close(): void;
}

/** Which camera, if the user chose one; aborting the signal switches it off, also while it is opening. */
export interface CameraRequest {
  readonly chosen?: CameraDevice | undefined;
  readonly signal: AbortSignal;
  /** The visibility of the page: a hidden one shows no picture, and its camera is not blamed. */
  readonly sight?: PageVisibility;
}

/** The time limit for the first picture, ms: in some installed apps on iOS it never appears. */
const firstPictureLimitMs = 6000;

/**
 * Opens the camera with a session's only `getUserMedia` call; rejects with a `CameraProblem` or the signal's reason. The
 * chosen camera is found by its id or its name; one that is not there is replaced by the browser's choice. If its name is
 * known only once a camera is open, a second call opens it.
 */
export const openCamera = async ({
  chosen,
  signal,
  sight = createPageVisibility(),
}: CameraRequest): Promise<CameraFeed> => {
  signal.throwIfAborted();
  // Browsers hide the whole interface from insecure pages.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!isSecureContext || devices === undefined) {
    throw new CameraProblem('insecure', 'Browsers give the camera to https and localhost pages only.');
  }
  const stream = await openStream({ devices, sight, signal }, chosen);
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new CameraProblem('absent', 'The stream has no picture.');
  const ending = new AbortController();
  const close = (): void => {
    signal.removeEventListener('abort', close);
    ending.abort();
    stopTracks(stream);
  };
  signal.addEventListener('abort', close, { once: true });
  const { deviceId = '' } = track.getSettings();
  const device = { deviceId, label: track.label };
  return {
    stream,
    device: { ...device, isAsChosen: chosen === undefined || findCamera(chosen, [device]) !== undefined },
    framesOf: (video, until, startsAt, rate) =>
      cameraFrames(stream, track, video, sight, AbortSignal.any([until, ending.signal]), startsAt, rate),
    startIn: (video) => startIn(video, stream),
    close,
  };
};

/** What the opening of a camera needs. */
interface Opening {
  readonly devices: MediaDevices;
  readonly sight: PageVisibility;
  readonly signal: AbortSignal;
}

/** The stream of the chosen camera, or of the browser's choice. */
const openStream = async (opening: Opening, chosen: CameraDevice | undefined): Promise<MediaStream> => {
  if (chosen === undefined) return streamOf(opening, undefined);
  const { devices, signal } = opening;
  const cameras = await listCameras(devices);
  signal.throwIfAborted();
  const listed = findCamera(chosen, cameras);
  // Without names the browser may still know the id.
  const stream = await streamOf(opening, listed?.deviceId ?? (cameras.length > 0 ? undefined : chosen.deviceId));
  if (listed || cameras.length > 0) return stream;
  const found = findCamera(chosen, await listCameras(devices));
  const isFound = stream.getVideoTracks().some((track) => track.getSettings().deviceId === found?.deviceId);
  if (!isAborted(signal) && (!found || isFound)) return stream;
  stopTracks(stream);
  signal.throwIfAborted();
  return streamOf(opening, found?.deviceId);
};

/** Opens a camera; one that opens after the abort is switched off. */
const streamOf = async ({ devices, sight, signal }: Opening, deviceId: string | undefined): Promise<MediaStream> => {
  const stream = await cancellable(devices.getUserMedia(constraintsFor(deviceId)), signal, sight);
  if (isAborted(signal)) stopTracks(stream);
  signal.throwIfAborted();
  return stream;
};

/**
 * Pictures a second that are asked of a camera. Where the processor draws the page, each takes 4 ms of it, and as much again
 * to decode and to pass on: there no more are shown than are judged while the body moves, at even intervals.
 */
const askedRate = (): number => (isDrawnBySoftware() ? fullRate : 30);

/** Preferences only: a camera that cannot meet them is still used. */
const constraintsFor = (deviceId: string | undefined): MediaStreamConstraints => ({
  audio: false,
  video: {
    width: { ideal: 640 },
    height: { ideal: 480 },
    frameRate: { ideal: askedRate() },
    ...(deviceId === undefined ? { facingMode: { ideal: 'user' } } : { deviceId: { ideal: deviceId } }),
  },
});

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/**
 * Resolves to the stream, or rejects as soon as the signal aborts or the browser has taken too long; a stream that
 * arrives too late is switched off.
 */
const cancellable = (opening: Promise<MediaStream>, signal: AbortSignal, sight: PageVisibility): Promise<MediaStream> =>
  new Promise((done, failed) => {
    let isTooLate = false;
    const settle = (): void => {
      stopWatching();
      signal.removeEventListener('abort', onAbort);
    };
    const leave = (reason: unknown): void => {
      isTooLate = true;
      settle();
      failed(reason);
    };
    const onAbort = (): void => leave(signal.reason);
    const stopWatching = watchOpening(sight, leave);
    signal.addEventListener('abort', onAbort, { once: true });
    opening.then(
      (stream) => {
        settle();
        if (isTooLate) stopTracks(stream);
        else done(stream);
      },
      (error: unknown) => {
        settle();
        failed(cameraProblemOf(error));
      },
    );
  });

async function* cameraFrames(
  stream: MediaStream,
  track: MediaStreamTrack,
  video: HTMLVideoElement,
  sight: PageVisibility,
  signal: AbortSignal,
  startsAt: SourceTime | undefined,
  rate: PictureRate | undefined,
): AsyncGenerator<Frame, void, undefined> {
  if (signal.aborted) return;
  const trouble = new AbortController();
  const until = AbortSignal.any([signal, trouble.signal]);
  let watch: CameraWatch | undefined;
  try {
    await showIn(video, stream, until);
    watch = watchCamera(track, sight, (problem) => trouble.abort(problem));
    for await (const frame of framesOfVideo(video, until, startsAt, rate)) {
      watch.pulse();
      yield frame;
    }
    if (!signal.aborted) trouble.signal.throwIfAborted();
  } finally {
    watch?.stop();
    trouble.abort();
    if (video.srcObject === stream) video.srcObject = null;
  }
}

/** Plays the stream in the video, inline and muted as iOS requires. */
const startIn = (video: HTMLVideoElement, stream: MediaStream): void => {
  // To set it again would load it again.
  if (video.srcObject === stream) return;
  video.muted = true;
  video.playsInline = true;
  video.autoplay = true;
  video.srcObject = stream;
  // A refusal to play shows as a missing first picture.
  video.play().catch(() => undefined);
};

/** Plays the stream in the video, and waits for the first picture. */
const showIn = async (video: HTMLVideoElement, stream: MediaStream, signal: AbortSignal): Promise<void> => {
  startIn(video, stream);
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
  await new Promise<void>((done, failed) => {
    const settle = (finish: () => void): void => {
      clearTimeout(limit);
      video.removeEventListener('loadeddata', onLoaded);
      signal.removeEventListener('abort', onLoaded);
      finish();
    };
    const onLoaded = (): void => settle(done);
    const limit = setTimeout(
      () => settle(() => failed(new CameraProblem('stalled', 'The camera opened but shows no picture.'))),
      firstPictureLimitMs,
    );
    video.addEventListener('loadeddata', onLoaded);
    signal.addEventListener('abort', onLoaded);
  });
};
