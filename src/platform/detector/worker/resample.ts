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
  let rows = new Float32Array(0);
  return {
    values,
    read(plane, { x, y, size }, outside) {
      const across = tapsOf(x, size, side, plane.width);
      const down = tapsOf(y, size, side, plane.height);
      const top = Math.max(0, Math.floor(y) - 1);
      const bottom = Math.min(plane.height, Math.ceil(y + size) + 1);
      if (rows.length < (bottom - top) * side) rows = new Float32Array((bottom - top) * side);
      for (let row = top; row < bottom; row += 1) narrowRow(plane, row, across, rows, (row - top) * side, side);
      for (let line = 0; line < side; line += 1) mixRows(rows, top, down, line, values, side);
      for (let line = 0; line < side; line += 1) {
        const covered = down.inside[line] ?? 0;
        for (let column = 0; column < side; column += 1) {
          const at = line * side + column;
          values[at] = (values[at] ?? 0) + (1 - covered * (across.inside[column] ?? 0)) * outside;
        }
      }
    },
  };
};

/** One row of a plane, as wide as the square. */
const narrowRow = (
  { values, offset, stride, step }: Plane,
  row: number,
  { first, count, weights, most }: Taps,
  into: Float32Array,
  begin: number,
  side: number,
): void => {
  const start = offset + row * stride;
  for (let column = 0; column < side; column += 1) {
    const [from, taps, weight] = [start + (first[column] ?? 0) * step, count[column] ?? 0, column * most];
    let sum = 0;
    for (let tap = 0; tap < taps; tap += 1) sum += (weights[weight + tap] ?? 0) * (values[from + tap * step] ?? 0);
    into[begin + column] = sum;
  }
};

/** One line of the square, from the rows that it covers. */
const mixRows = (
  rows: Float32Array,
  top: number,
  { first, count, weights, most }: Taps,
  line: number,
  into: Float32Array,
  side: number,
): void => {
  const begin = line * side;
  into.fill(0, begin, begin + side);
  const [from, taps] = [((first[line] ?? 0) - top) * side, count[line] ?? 0];
  for (let tap = 0; tap < taps; tap += 1) {
    const weight = weights[line * most + tap] ?? 0;
    const row = from + tap * side;
    if (weight > 0)
      for (let column = 0; column < side; column += 1)
        into[begin + column] = (into[begin + column] ?? 0) + weight * (rows[row + column] ?? 0);
  }
};
