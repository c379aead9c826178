import type { Crop } from './crop.ts';

/** One plane of a picture: `step` bytes from value to value, `stride` from row to row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
  readonly offset: number;
  readonly stride: number;
  readonly step: number;
}

/** Which values of a line make each of its new ones, and how much each counts. */
interface Taps {
  /** The first value of each new one, and how many there are. */
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** The weights, `most` for each new value. */
  readonly weights: Float32Array;
  readonly most: number;
  /** The sum of the weights of each new value: 1, less at the picture's edge, 0 outside. */
  readonly inside: Float32Array;
}

/**
 * The part of a line from `start`, `size` long, as `side` values: the mean of what each covers, or, where the line is
 * made longer, a mixture of the two nearest. What lies outside of the line, `length` long, counts nothing.
 */
const tapsOf = (start: number, size: number, side: number, length: number): Taps => {
  const scale = size / side;
  const most = Math.ceil(Math.max(scale, 1)) + 1;
  const [first, count] = [new Int32Array(side), new Int32Array(side)];
  const weights = new Float32Array(side * most);
  const inside = new Float32Array(side);
  for (let index = 0; index < side; index += 1) {
    const middle = start + (index + 0.5) * scale;
    const [from, to] = [middle - Math.max(scale, 1) / 2, middle + Math.max(scale, 1) / 2];
    const begin = Math.max(0, Math.floor(from));
    const end = Math.min(length, Math.floor(from) + most);
    first[index] = begin;
    for (let at = begin; at < end; at += 1) {
      const weight = Math.max(0, Math.min(at + 1, to) - Math.max(at, from)) / (to - from);
      weights[index * most + at - begin] = weight;
      inside[index] = (inside[index] ?? 0) + weight;
    }
    count[index] = Math.max(0, end - begin);
  }
  return { first, count, weights, most, inside };
};

/** A square of `side` times `side` values, row by row, which `read` fills from a square part of a plane. */
export interface Square {
  readonly values: Float32Array;
  /** `outside`: the value of what lies outside of the plane. */
  read(plane: Plane, crop: Crop, outside: number): void;
}

/** A square that uses its memory again. */
export const squareOf = (side: number): Square => {
  const values = new Float32Array(side * side);
  let mixed = new Float32Array(0);
  return {
    values,
    read(plane, { x, y, size }, outside) {
      const across = tapsOf(x, size, side, plane.width);
      const down = tapsOf(y, size, side, plane.height);
      const left = Math.max(0, Math.floor(x) - 1);
      const width = Math.max(0, Math.min(plane.width, Math.ceil(x + size) + 1) - left);
      if (mixed.length < width) mixed = new Float32Array(width);
      const part = { left, values: mixed.subarray(0, width) };
      for (let line = 0; line < side; line += 1) {
        mixRows(plane, down, line, part);
        narrow(part, across, { values, line, covered: down.inside[line] ?? 0, outside });
      }
    },
  };
};

/** A part of a row, from its value at `left` on. */
interface Part {
  readonly left: number;
  readonly values: Float32Array;
}

/** Mixes the rows of a plane that a line of the square covers. Rows first: their values lie one after the other. */
const mixRows = (
  { values, offset, stride, step }: Plane,
  { first, count, weights, most }: Taps,
  line: number,
  { left, values: into }: Part,
): void => {
  into.fill(0);
  const [top, taps] = [first[line] ?? 0, count[line] ?? 0];
  for (let tap = 0; tap < taps; tap += 1) {
    const weight = weights[line * most + tap] ?? 0;
    if (weight === 0) continue;
    const from = offset + (top + tap) * stride + left * step;
    for (let column = 0; column < into.length; column += 1)
      into[column] = (into[column] ?? 0) + weight * (values[from + column * step] ?? 0);
  }
};

/** Narrows a mixed row to a line of the square; `covered`: how much of its height lies inside of the plane, 0-1. */
const narrow = (
  { left, values }: Part,
  { first, count, weights, most, inside }: Taps,
  to: { readonly values: Float32Array; readonly line: number; readonly covered: number; readonly outside: number },
): void => {
  const side = first.length;
  const begin = to.line * side;
  for (let column = 0; column < side; column += 1) {
    const [from, taps, weight] = [(first[column] ?? 0) - left, count[column] ?? 0, column * most];
    let sum = (1 - to.covered * (inside[column] ?? 0)) * to.outside;
    for (let tap = 0; tap < taps; tap += 1) sum += (weights[weight + tap] ?? 0) * (values[from + tap] ?? 0);
    to.values[begin + column] = sum;
  }
};
