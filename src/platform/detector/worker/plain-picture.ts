/** How many cells a picture is divided into, across and down. */
const columns = 8;
const rows = 6;

/**
 * How far the mean colours of two cells of a plain picture may differ, of 255: sensor noise behind a covered lens averages
 * out over the hundreds of pixels of a cell. A design choice, not measured on many cameras.
 */
const mostApart = 8;

const channels = [0, 8, 16] as const;

/** The mean of one channel in a cell that begins at `left`, `top`, 0-255; every second pixel is read. */
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
  return channels.every((shift) => {
    let [least, most] = [255, 0];
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const edge = (index: number, of: number, size: number): number => Math.floor((index * size) / of);
        const mean = meanIn(
          pixels,
          width,
          [
            edge(column, columns, width),
            edge(row, rows, height),
            edge(column + 1, columns, width),
            edge(row + 1, rows, height),
          ],
          shift,
        );
        least = Math.min(least, mean);
        most = Math.max(most, mean);
        if (most - least > mostApart) return false;
      }
    return true;
  });
};
