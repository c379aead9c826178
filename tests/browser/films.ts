import { BufferTarget, CanvasSource, Output, type OutputFormat, type Rotation, type VideoCodec } from 'mediabunny';

/** How a film of the tests is encoded, and what it shows. */
export interface FilmRequest {
  readonly format: OutputFormat;
  readonly codec: VideoCodec;
  readonly frames: number;
  /** Clockwise rotation that the player must apply, degrees. */
  readonly rotation?: Rotation;
  /** Whether its transparency is kept, as by browsers that record a canvas. */
  readonly isTransparent?: true;
}

/** The size of the test films, pixels. */
const size = { width: 480, height: 360 };

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

const encode = async ({ format, codec, frames, rotation = 0, isTransparent }: FilmRequest): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
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
  await output.start();
  const wide = size.width / bits;
  for (let frame = 0; frame < frames; frame += 1) {
    for (let bit = 0; bit < bits; bit += 1) {
      if (context) context.fillStyle = (frame >> bit) % 2 === 1 ? '#fff' : '#000';
      context?.fillRect(bit * wide, 0, wide, size.height);
    }
    await source.add(3 + timeOf(frame), 0.1);
  }
  await output.finalize();
  if (!target.buffer) throw new Error('Nothing was encoded.');
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
