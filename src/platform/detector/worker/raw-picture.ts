/** Reads a camera's picture as it came, in luma and chroma, and makes only the part of it that MoveNet reads to RGB. */
import type { FrameSize } from '../../../engine/pose/pose.ts';
import type { Detection } from '../protocol.ts';
import { brightened } from './brighten.ts';
import type { Crop } from './crop.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Look } from './pixels.ts';
import { edgesOf, isOneColour } from './plain-picture.ts';
import type { Plane } from './plane.ts';
import { squareReaders, type Colours, type PlanePlaces, type SquareReader } from './square-reader.ts';

/** A camera's picture, in memory that the next one uses again. */
export interface RawPicture {
  readonly size: FrameSize;
  /** A part of it, in its pixels, as MoveNet reads it. */
  look(crop: Crop): Look;
  marks(): Pick<Detection, 'picture' | 'isPlain'>;
}

/** Chroma without colour. */
const grey = 128;

/** The weights of ITU-R BT.601 and BT.709; cameras that name none use the first. */
const colourWeights = { smpte170m: [0.299, 0.114], bt709: [0.2126, 0.0722] } as const;

const coloursOf = ({ matrix, fullRange }: Pick<VideoColorSpace, 'matrix' | 'fullRange'>): Colours => {
  const [red, blue] = matrix === 'bt709' ? colourWeights.bt709 : colourWeights.smpte170m;
  return fullRange === true
    ? { black: 0, lumaStep: 1, chromaStep: 1, red, blue }
    : { black: 16, lumaStep: 255 / 219, chromaStep: 255 / 224, red, blue };
};

/** Red, green and blue, 0-255 and beyond. */
type Rgb = readonly [red: number, green: number, blue: number];

const rgbOf = (luma: number, blueChroma: number, redChroma: number, colours: Colours): Rgb => {
  const { black, lumaStep, chromaStep, red, blue } = colours;
  const level = (luma - black) * lumaStep;
  const [b, r] = [2 * (1 - blue) * (blueChroma - grey) * chromaStep, 2 * (1 - red) * (redChroma - grey) * chromaStep];
  return [level + r, level - (blue * b + red * r) / (1 - red - blue), level + b];
};

/** What a frame says about its turn; browsers that know none show it as it is. */
type Turned = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

/** Whether the planes of a frame are the picture as it is shown, in a layout that is read here. */
const isReadable = (frame: Turned): boolean => {
  const { format, visibleRect, displayWidth, displayHeight, rotation = 0, flip = false } = frame;
  return (
    (format === 'I420' || format === 'NV12') &&
    visibleRect?.width === displayWidth &&
    visibleRect.height === displayHeight &&
    rotation === 0 &&
    !flip
  );
};

/** Where the planes of a frame lie. */
const placesOf = ([luma, first, second]: readonly PlaneLayout[], isPaired: boolean): PlanePlaces | undefined => {
  if (luma === undefined || first === undefined) return undefined;
  const [blue, red] = isPaired ? [first, { ...first, offset: first.offset + 1 }] : [first, second ?? first];
  const step = isPaired ? 2 : 1;
  return { luma: { ...luma, step: 1 }, blue: { ...blue, step }, red: { ...red, step } };
};

/**
 * Returns a function that reads a camera's frame for a model's square input of that side in pixels. It resolves to
 * `undefined` where the frame has another layout, is turned, or cannot be copied, and in a browser without WebAssembly with
 * SIMD: each that has a `VideoFrame` has it.
 */
export const rawReader = (side: number): ((frame: VideoFrame) => Promise<RawPicture | undefined>) => {
  const readers = squareReaders(side);
  let square: SquareReader | undefined;
  let last = { width: 0, height: 0, bytes: 0 };
  return async (frame) => {
    if (!isReadable(frame) || readers === undefined) return undefined;
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    const bytes = frame.allocationSize();
    if (square === undefined || size.width !== last.width || size.height !== last.height || bytes !== last.bytes)
      square = readers(size, bytes);
    last = { ...size, bytes };
    const places = placesOf(await frame.copyTo(square.frame).catch(() => []), frame.format === 'NV12');
    return places && pictureIn(square, size, places, coloursOf(frame.colorSpace));
  };
};

const pictureIn = (square: SquareReader, size: FrameSize, places: PlanePlaces, colours: Colours): RawPicture => ({
  size,
  look: (crop) => {
    const rgb = square.read(places, colours, crop);
    return { rgb, light: brightened(rgb) };
  },
  marks: () => {
    const half = { width: Math.ceil(size.width / 2), height: Math.ceil(size.height / 2) };
    const [luma, blue, red] = [
      { ...size, ...places.luma, values: square.frame },
      { ...half, ...places.blue, values: square.frame },
      { ...half, ...places.red, values: square.frame },
    ];
    return {
      picture: fingerprintOf(luma),
      isPlain: isOneColour((box) => rgbOf(meanIn(luma, box), meanIn(blue, box), meanIn(red, box), colours)),
    };
  },
});

/** The mean of a plane's values in a box; every second one of every fourth row is read. */
const meanIn = ({ width, height, values, offset, stride, step }: Plane, box: number): number => {
  const [left, top, right, bottom] = edgesOf(box, width, height);
  let [sum, counted] = [0, 0];
  for (let y = top; y < bottom; y += 4)
    for (let x = left; x < right; x += 2) {
      sum += values[offset + y * stride + x * step] ?? 0;
      counted += 1;
    }
  return counted === 0 ? 0 : sum / counted;
};
