import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A film without light, 640 x 480, which Chromium repeats as its camera; `drawBlackFilm` writes it. */
export const blackFilm = resolve('.cache/faults/black.y4m');

/** Writes the black film. */
export const drawBlackFilm = async (): Promise<void> => {
  const [width, height] = [640, 480];
  const luma = Buffer.alloc(width * height, 16);
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420\n`);
  await mkdir(dirname(blackFilm), { recursive: true });
  await writeFile(blackFilm, Buffer.concat([header, ...Array.from({ length: 15 }, () => frame)]));
};
