/** How many boxes a picture is divided into, across and down. */
export const boxes = { across: 8, down: 6 } as const;

/**
 * How far the mean colours of two boxes of a plain picture may differ, of 255: sensor noise behind a covered lens averages
 * out over the hundreds of pixels of a box. A design choice, not measured on many cameras.
 */
const mostApart = 8;

const channels = [0, 8, 16] as const;

/** Red, green and blue, 0-255. */
type Rgb = readonly [red: number, green: number, blue: number];

/** The pixels of a box, of a picture of that size: the first column and row, and the first ones behind it. */
export const edgesOf = (
  box: number,
  width: number,
  height: number,
): readonly [left: number, top: number, right: number, bottom: number] => {
  const [column, row] = [box % boxes.across, Math.floor(box / boxes.across)];
  const edge = (index: number, of: number, size: number): number => Math.floor((index * size) / of);
  return [
    edge(column, boxes.across, width),
    edge(row, boxes.down, height),
    edge(column + 1, boxes.across, width),
    edge(row + 1, boxes.down, height),
  ];
};

/** Whether the mean colours of all boxes are alike; `colourAt` returns that of a box, counted row by row from 0. */
export const isOneColour = (colourAt: (box: number) => Rgb): boolean => {
  const [least, most] = [
    [255, 255, 255],
    [0, 0, 0],
  ];
  for (let box = 0; box < boxes.across * boxes.down; box += 1)
    for (const [channel, value] of colourAt(box).entries()) {
      least[channel] = Math.min(least[channel] ?? 0, value);
      most[channel] = Math.max(most[channel] ?? 0, value);
      if ((most[channel] ?? 0) - (least[channel] ?? 0) > mostApart) return false;
    }
  return true;
};

/** The mean of one channel in a box, 0-255; every second pixel is read. */
const meanIn = (
  pixels: Uint32Array,
  width: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
  shift: number,
): number => {
  let [sum, counted] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 2) {
      sum += ((pixels[y * width + x] ?? 0) >>> shift) & 0xff;
      counted += 1;
    }
  return counted === 0 ? 0 : sum / counted;
};

/**
 * Whether a picture has one colour all over, as behind a lens cover, a switch, or where another program has the camera.
 * `pixels`: one 32-bit number each, row by row.
 */
export const isPlainPicture = (pixels: Uint32Array, width: number): boolean => {
  const height = pixels.length / width;
  return isOneColour((box) => {
    const [red, green, blue] = channels.map((shift) => meanIn(pixels, width, edgesOf(box, width, height), shift));
    return [red ?? 0, green ?? 0, blue ?? 0];
  });
};
