import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  CanvasSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Output,
  TextSubtitleSource,
  type OutputFormat,
  type Rotation,
  type VideoCodec,
} from 'mediabunny';

/** How a film of the tests is encoded, and what it shows. */
export interface FilmRequest {
  readonly format: OutputFormat;
  readonly codec: VideoCodec;
  readonly frames: number;
  /** Clockwise rotation that the player must apply, degrees. */
  readonly rotation?: Rotation;
  /** Whether its transparency is kept, as by browsers that record a canvas. */
  readonly isTransparent?: true;
  /** The time of the first frame, s; frames before 0 are not presented. By default 3. */
  readonly startsAt?: number;
  /** Whether width and height are exchanged. */
  readonly isUpright?: true;
  /** The number of the first frame; by default 0. */
  readonly from?: number;
  /** The end of a subtitle track, s; by default there is none. */
  readonly subtitlesUntil?: number;
}

/** The size of the test films, pixels. */
const size = { width: 480, height: 360 };

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);

/** When a frame of the films is shown, s since the first: uneven, as in films from phones. */
export const timeOf = (frame: number): number => frame * 0.1 + (frame % 2) * 0.03;

/** How many bits a picture contains: one bar each, from the left, the lowest first; black is 0. */
const bits = 8;

const encoded = new Map<FilmRequest, Promise<Blob>>();

/**
 * A film in which each picture contains its number in black and white bars; it begins some seconds after 0. Encoded
 * once.
 */
export const filmOf = (request: FilmRequest): Promise<Blob> => {
  const film = encoded.get(request) ?? encode(request);
  encoded.set(request, film);
  return film;
};

const encode = async ({
  format,
  codec,
  frames,
  rotation = 0,
  isTransparent,
  startsAt = 3,
  isUpright,
  from = 0,
  subtitlesUntil,
}: FilmRequest): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, isUpright ? { width: size.height, height: size.width } : size);
  const context = canvas.getContext('2d', { alpha: isTransparent ?? false });
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, {
    codec,
    bitrate: 1_000_000,
    keyFrameInterval: 0.5,
    alpha: isTransparent ? 'keep' : 'discard',
  });
  output.addVideoTrack(source, { rotation });
  const subtitles = subtitlesUntil === undefined ? undefined : new TextSubtitleSource('webvtt');
  if (subtitles) output.addSubtitleTrack(subtitles);
  await output.start();
  await subtitles?.add(`WEBVTT\n\n00:00:00.000 --> ${clock(subtitlesUntil ?? 0)}\nBreathe\n`);
  subtitles?.close();
  const wide = canvas.width / bits;
  for (let frame = from; frame < from + frames; frame += 1) {
    for (let bit = 0; bit < bits; bit += 1) {
      if (context) context.fillStyle = (frame >> bit) % 2 === 1 ? '#fff' : '#000';
      context?.fillRect(bit * wide, 0, wide, canvas.height);
    }
    await source.add(startsAt + timeOf(frame), 0.1);
  }
  await output.finalize();
  if (!target.buffer) throw new Error('Nothing was encoded.');
  return new Blob([target.buffer]);
};

/** Joins the pictures of two films of one codec, as they are encoded, to one film of the format. */
export const joined = async (format: OutputFormat, codec: VideoCodec, films: readonly Blob[]): Promise<Blob> => {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  await output.start();
  for (const film of films) {
    const track = await new Input({ source: new BlobSource(film), formats: ALL_FORMATS }).getPrimaryVideoTrack();
    if (!track) throw new Error('There is nothing to join.');
    const decoderConfig = await track.getDecoderConfig();
    for await (const packet of new EncodedPacketSink(track).packets())
      await source.add(packet, decoderConfig ? { decoderConfig } : undefined);
  }
  await output.finalize();
  if (!target.buffer) throw new Error('Nothing was joined.');
  return new Blob([target.buffer]);
};

/** The number in a picture; where the picture was turned clockwise, the bars are stacked vertically. */
export const numberIn = (image: ImageBitmap, isTurned = false): number => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  let number = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const along = (bit + 0.5) / bits;
    const [x, y] = isTurned ? [0.5, along] : [along, 0.5];
    const [red = 0] = context?.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data ?? [];
    if (red > 127) number += 1 << bit;
  }
  return number;
};
