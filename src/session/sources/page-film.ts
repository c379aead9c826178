import { sourceTime } from '../../engine/units.ts';
import type { PageFrame } from '../ports.ts';
import type { Frame } from '../../ports/frame.ts';
import type { FilmPort } from './source-ports.ts';

async function* timed(frames: AsyncIterable<PageFrame>): AsyncGenerator<Frame> {
  for await (const { image, at } of frames) yield { image, at: sourceTime(at) };
}

/** The frames of an embedding page, as a film of unknown duration. */
export const pageFilm = (frames: AsyncIterable<PageFrame>): FilmPort => ({
  frames: () => timed(frames),
  lasts: undefined,
  close: () => undefined,
});
