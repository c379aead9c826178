import { code } from '../square/square.ts?assembly';
import type { FrameSize } from '../../../engine/pose/pose.ts';
import type { Crop } from './crop.ts';
import type { PlanePlace } from './plane.ts';

/** Where a frame's planes lie; both planes of chroma have the same strides, and half of the width and height. */
export interface PlanePlaces {
  readonly luma: PlanePlace;
  readonly blue: PlanePlace;
  readonly red: PlanePlace;
}

/** How luma and chroma become RGB. */
export interface Colours {
  /** The value of black, and what a step of luma or chroma is in RGB. */
  readonly black: number;
  readonly lumaStep: number;
  readonly chromaStep: number;
  /** The weights of red and blue in luma. */
  readonly red: number;
  readonly blue: number;
}

/** What `square.ts` exports. */
interface SquareCode {
  readonly memory: WebAssembly.Memory;
  open(side: number, width: number, height: number, bytes: number): void;
  frameAt(): number;
  squareAt(): number;
  setPlanes(
    lumaOffset: number,
    lumaStride: number,
    blueOffset: number,
    redOffset: number,
    chromaStride: number,
    chromaStep: number,
  ): void;
  setColours(
    black: number,
    lumaStep: number,
    redOfRed: number,
    greenOfRed: number,
    greenOfBlue: number,
    blueOfBlue: number,
  ): void;
  read(x: number, y: number, size: number): void;
}

/** Memory for frames of one size, and what makes a square part of them RGB. */
export interface SquareReader {
  /** The bytes of a frame, to be filled before `read`. */
  readonly frame: Uint8Array<ArrayBuffer>;
  /**
   * Makes a square part of the frame, in its pixels, a square of RGB, 0-255, row by row: the mean of what each pixel
   * covers, black outside of the frame. Valid until the next one is read.
   */
  read(planes: PlanePlaces, colours: Colours, crop: Crop): Int32Array;
}

/**
 * Returns a function that makes the memory for frames of that size in pixels and bytes, and squares of that side, a
 * multiple of 4. Returns `undefined` where the browser has no WebAssembly with SIMD.
 */
export const squareReaders = (side: number): ((size: FrameSize, bytes: number) => SquareReader) | undefined => {
  const compiled = compile();
  return compiled && (({ width, height }, bytes) => readerOf(compiled, side, { width, height, bytes }));
};

const compile = (): WebAssembly.Module | undefined => {
  try {
    return new WebAssembly.Module(code);
  } catch {
    return undefined;
  }
};

const readerOf = (
  compiled: WebAssembly.Module,
  side: number,
  { width, height, bytes }: FrameSize & { readonly bytes: number },
): SquareReader => {
  const square = new WebAssembly.Instance(compiled).exports as unknown as SquareCode;
  square.open(side, width, height, bytes);
  const { buffer } = square.memory;
  const rgb = new Int32Array(buffer, square.squareAt(), side * side * 3);
  return {
    frame: new Uint8Array(buffer, square.frameAt(), bytes),
    read({ luma, blue, red }, { black, lumaStep, chromaStep, ...weights }, { x, y, size }) {
      square.setPlanes(luma.offset, luma.stride, blue.offset, red.offset, blue.stride, blue.step);
      const [ofBlue, ofRed] = [2 * (1 - weights.blue) * chromaStep, 2 * (1 - weights.red) * chromaStep];
      const green = 1 - weights.red - weights.blue;
      square.setColours(
        black,
        lumaStep,
        ofRed,
        (-weights.red * ofRed) / green,
        (-weights.blue * ofBlue) / green,
        ofBlue,
      );
      square.read(x, y, size);
      return rgb;
    },
  };
};
