/** Reads a camera's picture as it came, in luma and chroma, and makes only the part of it that MoveNet reads to RGB. */
import type { Detection } from '../protocol.ts';
import { brightened } from './brighten.ts';
import type { Crop } from './crop.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Look } from './pixels.ts';
import { edgesOf, isOneColour } from './plain-picture.ts';
import { squareOf, type Plane } from './resample.ts';

/** The planes of a picture, and how they become RGB. */
export interface RawPicture {
  readonly luma: Plane;
  readonly chroma: readonly [blue: Plane, red: Plane];
  readonly colours: Colours;
}

/** How luma and chroma become RGB. */
interface Colours {
  /** The value of black, and what a step of luma or chroma is in RGB. */
  readonly black: number;
  readonly lumaStep: number;
  readonly chromaStep: number;
  /** The weights of red and blue in luma. */
  readonly red: number;
  readonly blue: number;
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

/**
 * Returns a function that copies the planes of a frame, into memory that the next call uses again. It resolves to
 * `undefined` where the frame has another layout, is turned, or cannot be copied.
 */
export const rawReader = (): ((frame: VideoFrame) => Promise<RawPicture | undefined>) => {
  let memory = new Uint8Array(0);
  return async (frame) => {
    if (!isReadable(frame)) return undefined;
    const { format, displayWidth: width, displayHeight: height } = frame;
    const bytes = frame.allocationSize();
    if (memory.length !== bytes) memory = new Uint8Array(bytes);
    const [y, first, second] = await frame.copyTo(memory).catch(() => []);
    if (y === undefined || first === undefined) return undefined;
    const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
    const chroma = ({ offset, stride }: PlaneLayout, step: number): Plane => ({
      ...half,
      values: memory,
      offset,
      stride,
      step,
    });
    return {
      luma: { width, height, values: memory, ...y, step: 1 },
      chroma:
        format === 'NV12'
          ? [chroma(first, 2), chroma({ ...first, offset: first.offset + 1 }, 2)]
          : [chroma(first, 1), chroma(second ?? first, 1)],
      colours: coloursOf(frame.colorSpace),
    };
  };
};

/** Returns a function that makes a square part of a picture, in its pixels, a square of that side in RGB. */
export const rawCropReader = (side: number): ((picture: RawPicture, crop: Crop) => Look) => {
  const pixels = new Uint8ClampedArray(side * side * 4);
  const rgb = new Int32Array(side * side * 3);
  const [lumas, blues, reds] = [squareOf(side), squareOf(side), squareOf(side)];
  return ({ luma, chroma: [blue, red], colours }, crop) => {
    const half = { x: crop.x / 2, y: crop.y / 2, size: crop.size / 2 };
    lumas.read(luma, crop, colours.black);
    blues.read(blue, half, grey);
    reds.read(red, half, grey);
    fillRgb(pixels, [lumas.values, blues.values, reds.values], colours);
    return { rgb, light: brightened(pixels, rgb) };
  };
};

const fillRgb = (
  data: Uint8ClampedArray,
  [lumas, blues, reds]: readonly [Float32Array, Float32Array, Float32Array],
  { black, lumaStep, chromaStep, red, blue }: Colours,
): void => {
  const [fromBlue, fromRed] = [2 * (1 - blue) * chromaStep, 2 * (1 - red) * chromaStep];
  const green = 1 - red - blue;
  for (let at = 0; at < lumas.length; at += 1) {
    const level = ((lumas[at] ?? 0) - black) * lumaStep;
    const b = ((blues[at] ?? 0) - grey) * fromBlue;
    const r = ((reds[at] ?? 0) - grey) * fromRed;
    data[4 * at] = level + r;
    data[4 * at + 1] = level - (blue * b + red * r) / green;
    data[4 * at + 2] = level + b;
  }
};

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

/** The fingerprint of a picture, and whether all of it has one colour. */
export const marksOf = ({
  luma,
  chroma: [blue, red],
  colours,
}: RawPicture): Pick<Detection, 'picture' | 'isPlain'> => ({
  picture: fingerprintOf(luma),
  isPlain: isOneColour((box) => rgbOf(meanIn(luma, box), meanIn(blue, box), meanIn(red, box), colours)),
});
