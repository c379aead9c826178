/** How bright MoveNet likes its picture: the mean luma of the films' daylight, 0-1. */
const wantedMean = 0.5;

/** No more than this: beyond it a dark picture is mostly noise. */
const gainLimit = 2;

/** Rec. 601's weights of red, green and blue. */
const luma = [0.299, 0.587, 0.114] as const;

/** Every which pixel is looked at for the mean. */
const stride = 4;

/** How many times brighter a picture should be, 1 to 2; the black around it, fully 0, does not count. */
export const gainFor = (pixels: Uint8ClampedArray): number => {
  let [sum, counted] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4 * stride) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const value = luma[0] * red + luma[1] * green + luma[2] * blue;
    if (value === 0) continue;
    sum += value;
    counted += 1;
  }
  return sum === 0 ? 1 : Math.min(Math.max((wantedMean * 255 * counted) / sum, 1), gainLimit);
};

/** Brightens a dim picture in place; one that is bright enough stays as it is, to the byte. */
export const brighten = (pixels: Uint8ClampedArray): void => {
  const gain = gainFor(pixels);
  if (gain === 1) return;
  // Alpha is 255 everywhere and stays, since the array clamps.
  for (let at = 0; at < pixels.length; at++) pixels[at] = (pixels[at] ?? 0) * gain;
};
