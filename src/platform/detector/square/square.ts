/**
 * Makes a square part of a picture in luma and chroma a square of RGB, four values at a time. AssemblyScript, compiled to
 * WebAssembly with SIMD by `scripts/vite/assembly-script.ts`; one instance serves pictures of one size.
 */

/** Chroma without colour. */
const grey: f32 = 128;

/** Which values of a line make each of the `side` new ones, and how much each counts. */
class Taps {
  /** The first value of each new one, and how many there are. */
  first: StaticArray<i32>;
  count: StaticArray<i32>;
  /** The weights, `room` for each new value; 0 behind the last. */
  weights: StaticArray<f32>;
  /** The sum of the weights of each new value: 1, less at the picture's edge, 0 outside. */
  inside: StaticArray<f32>;
  /** The first value that counts for any new one, and how many there are from it on. */
  begin: i32 = 0;
  length: i32 = 0;
  /** How many groups of four weights a new value has. */
  groups: i32 = 0;

  constructor(side: i32) {
    this.first = new StaticArray<i32>(side);
    this.count = new StaticArray<i32>(side);
    this.weights = new StaticArray<f32>(side * room);
    this.inside = new StaticArray<f32>(side);
  }

  /**
   * The part of a line of that `length` from `start`, `size` long: each new value is the mean of what it covers, or, where
   * the line is made longer, a mixture of the two nearest. What lies outside of the line counts nothing.
   */
  fill(start: f64, size: f64, length: i32): void {
    const scale = size / side;
    const covered = Math.max(scale, 1);
    const most = <i32>Math.ceil(covered) + 1;
    this.groups = (most + 3) / 4;
    this.begin = min(max(0, <i32>Math.floor(start) - 1), length);
    this.length = max(0, min(length, <i32>Math.ceil(start + size) + 1) - this.begin);
    memory.fill(changetype<usize>(this.weights), 0, side * room * sizeof<f32>());
    for (let index = 0; index < side; index += 1) {
      const middle = start + (index + 0.5) * scale;
      const from = middle - covered / 2;
      const to = middle + covered / 2;
      const begin = min(max(0, <i32>Math.floor(from)), length);
      const end = min(length, <i32>Math.floor(from) + most);
      let sum: f64 = 0;
      for (let at = begin; at < end; at += 1) {
        const weight = Math.max(0, Math.min(at + 1, to) - Math.max(at, from)) / (to - from);
        this.weights[index * room + at - begin] = <f32>weight;
        sum += weight;
      }
      this.first[index] = begin;
      this.count[index] = max(0, end - begin);
      this.inside[index] = <f32>sum;
    }
  }
}

/** A line of the square, and the plane that it is read from: `step` bytes from value to value, 1 or 2. */
class Plane {
  line: StaticArray<f32>;
  at: usize = 0;
  stride: i32 = 0;
  step: i32 = 1;
  /** The value of what lies outside of the picture. */
  outside: f32 = 0;

  constructor(side: i32) {
    this.line = new StaticArray<f32>(side);
  }
}

let side: i32 = 0;
/** How many weights a new value may have, a multiple of 4. */
let room: i32 = 0;
let width: i32 = 0;
let height: i32 = 0;

let across = changetype<Taps>(0);
let down = changetype<Taps>(0);
let chromaAcross = changetype<Taps>(0);
let chromaDown = changetype<Taps>(0);
let luma = changetype<Plane>(0);
let blue = changetype<Plane>(0);
let red = changetype<Plane>(0);
/** A row, mixed from those that a line of the square covers. */
let mixed = changetype<StaticArray<f32>>(0);
let rgb = changetype<StaticArray<i32>>(0);
let frame = changetype<StaticArray<u8>>(0);

let lumaStep: f32 = 1;
let redOfRed: f32 = 0;
let greenOfRed: f32 = 0;
let greenOfBlue: f32 = 0;
let blueOfBlue: f32 = 0;

/** Makes room for a frame of that size and that many bytes, and for a square of `toSide` times `toSide` pixels, a multiple of 4. */
export function open(toSide: i32, frameWidth: i32, frameHeight: i32, bytes: i32): void {
  side = toSide;
  width = frameWidth;
  height = frameHeight;
  const longest = max(width, height);
  // A crop is at most as long as the picture, rounded; each new value may also cover a part of one value more on either side.
  room = ((longest + side - 1) / side + 3 + 3) & ~3;
  across = new Taps(side);
  down = new Taps(side);
  chromaAcross = new Taps(side);
  chromaDown = new Taps(side);
  luma = new Plane(side);
  blue = new Plane(side);
  red = new Plane(side);
  // Groups are read and written whole, beyond the end of a row.
  mixed = new StaticArray<f32>(longest + room + 16);
  rgb = new StaticArray<i32>(side * side * 3);
  frame = new StaticArray<u8>(bytes + 16);
}

/** The address of the frame's bytes. */
export function frameAt(): usize {
  return changetype<usize>(frame);
}

/** The address of the square: red, green and blue of each pixel, 32 bits each, row by row. */
export function squareAt(): usize {
  return changetype<usize>(rgb);
}

/** Where the planes lie in the frame, bytes; both planes of chroma have half of the width and height. */
export function setPlanes(
  lumaOffset: i32,
  lumaStride: i32,
  blueOffset: i32,
  redOffset: i32,
  chromaStride: i32,
  chromaStep: i32,
): void {
  const start = changetype<usize>(frame);
  luma.at = start + lumaOffset;
  luma.stride = lumaStride;
  blue.at = start + blueOffset;
  red.at = start + redOffset;
  blue.stride = red.stride = chromaStride;
  blue.step = red.step = chromaStep;
  blue.outside = red.outside = grey;
}

/** How luma and chroma become RGB: the luma of black, what a step of luma is, and what a step of either chroma adds. */
export function setColours(black: f32, step: f32, redRed: f32, redGreen: f32, blueGreen: f32, blueBlue: f32): void {
  luma.outside = black;
  lumaStep = step;
  redOfRed = redRed;
  greenOfRed = redGreen;
  greenOfBlue = blueGreen;
  blueOfBlue = blueBlue;
}

/** Reads the square part of the frame at `x`, `y`, pixels, with that side; it may extend beyond the picture. */
export function read(x: f64, y: f64, size: f64): void {
  across.fill(x, size, width);
  down.fill(y, size, height);
  chromaAcross.fill(x / 2, size / 2, (width + 1) / 2);
  chromaDown.fill(y / 2, size / 2, (height + 1) / 2);
  for (let line = 0; line < side; line += 1) {
    readLine(luma, across, down, line);
    readLine(blue, chromaAcross, chromaDown, line);
    readLine(red, chromaAcross, chromaDown, line);
    writeLine(line);
  }
}

function readLine(plane: Plane, along: Taps, rows: Taps, line: i32): void {
  mixRows(plane, along, rows, line);
  narrow(plane, along, unchecked(rows.inside[line]));
}

/** Mixes the rows of a plane that a line of the square covers. Rows first: their values lie one after the other. */
function mixRows(plane: Plane, along: Taps, rows: Taps, line: i32): void {
  const weights = changetype<usize>(rows.weights) + line * room * sizeof<f32>();
  const taps = unchecked(rows.count[line]);
  const stride = plane.stride;
  const step = plane.step;
  const start = plane.at + unchecked(rows.first[line]) * stride + along.begin * step;
  for (let column = 0; column < along.length; column += 8) {
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (let tap = 0; tap < taps; tap += 1) {
      const from = start + tap * stride + column * step;
      // Of paired chroma every second byte belongs to this plane.
      const values =
        step === 1 ? i16x8.extend_low_i8x16_u(v128.load64_zero(from)) : v128.and(v128.load(from), i16x8.splat(0xff));
      const weight = v128.load32_splat(weights + tap * sizeof<f32>());
      low = f32x4.add(low, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(values))));
      high = f32x4.add(high, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(values))));
    }
    const to = changetype<usize>(mixed) + column * sizeof<f32>();
    v128.store(to, low);
    v128.store(to, high, 16);
  }
}

/** Narrows the mixed row to a plane's line; `covered`: how much of its height lies inside of the picture, 0-1. */
function narrow(plane: Plane, along: Taps, covered: f32): void {
  const outside = f32x4.splat(plane.outside);
  for (let column = 0; column < side; column += 4) {
    const sums = sumsOfFour(
      weighted(along, column),
      weighted(along, column + 1),
      weighted(along, column + 2),
      weighted(along, column + 3),
    );
    const at = column * sizeof<f32>();
    const inside = f32x4.mul(f32x4.splat(covered), v128.load(changetype<usize>(along.inside) + at));
    const beyond = f32x4.mul(f32x4.sub(f32x4.splat(1), inside), outside);
    v128.store(changetype<usize>(plane.line) + at, f32x4.add(sums, beyond));
  }
}

/** The values that make a new one, weighted; their sum is in the four lanes together. */
function weighted(along: Taps, index: i32): v128 {
  let values = changetype<usize>(mixed) + (unchecked(along.first[index]) - along.begin) * sizeof<f32>();
  let weights = changetype<usize>(along.weights) + index * room * sizeof<f32>();
  let sum = f32x4.mul(v128.load(values), v128.load(weights));
  for (let group = 1; group < along.groups; group += 1) {
    values += 16;
    weights += 16;
    sum = f32x4.add(sum, f32x4.mul(v128.load(values), v128.load(weights)));
  }
  return sum;
}

/** The sum of the lanes of each of four vectors. */
function sumsOfFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** Writes a line of the square from the lines of the planes. */
function writeLine(line: i32): void {
  let to = changetype<usize>(rgb) + line * side * 3 * sizeof<i32>();
  for (let column = 0; column < side; column += 4) {
    const at = column * sizeof<f32>();
    const level = f32x4.mul(
      f32x4.sub(v128.load(changetype<usize>(luma.line) + at), f32x4.splat(luma.outside)),
      f32x4.splat(lumaStep),
    );
    const b = f32x4.sub(v128.load(changetype<usize>(blue.line) + at), f32x4.splat(grey));
    const r = f32x4.sub(v128.load(changetype<usize>(red.line) + at), f32x4.splat(grey));
    const reds = whole(f32x4.add(level, f32x4.mul(r, f32x4.splat(redOfRed))));
    const greens = whole(
      f32x4.add(level, f32x4.add(f32x4.mul(b, f32x4.splat(greenOfBlue)), f32x4.mul(r, f32x4.splat(greenOfRed)))),
    );
    const blues = whole(f32x4.add(level, f32x4.mul(b, f32x4.splat(blueOfBlue))));
    // r0 g0 r1 g1, r2 g2 r3 g3; then r0 g0 b0 r1, g1 b1 r2 g2, b2 r3 g3 b3.
    const first = v128.shuffle<i32>(reds, greens, 0, 4, 1, 5);
    const second = v128.shuffle<i32>(reds, greens, 2, 6, 3, 7);
    const middle = v128.shuffle<i32>(first, blues, 3, 5, 3, 5);
    v128.store(to, v128.shuffle<i32>(first, blues, 0, 1, 4, 2));
    v128.store(to, v128.shuffle<i32>(middle, second, 0, 1, 4, 5), 16);
    v128.store(to, v128.shuffle<i32>(second, blues, 6, 2, 3, 7), 32);
    to += 48;
  }
}

/** The nearest whole numbers from 0 to 255; halves to the even one, as in a `Uint8ClampedArray`. */
function whole(values: v128): v128 {
  const nearest = f32x4.nearest(f32x4.max(f32x4.splat(0), f32x4.min(values, f32x4.splat(255))));
  return i32x4.trunc_sat_f32x4_s(nearest);
}
