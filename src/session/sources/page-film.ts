import { sourceTime } from '../../engine/units.ts';
import type { PageFrame } from '../ports.ts';
import type { DrawnFrame } from '../../ports/frame.ts';
import type { FilmPort } from './source-ports.ts';

/** Thrown for a frame of the page that cannot be judged; `kind` selects the text, the message is for a developer. */
export class FrameProblem extends Error {
  override readonly name = 'FrameProblem';
  readonly kind = 'bad-frames';
}

/** What a page may pass in spite of the declared types. */
interface Given {
  readonly image?: Partial<ImageBitmap> | null;
  readonly at?: unknown;
}

/** Why a frame cannot be judged after one at the time `last`; `undefined` if it can. */
const faultIn = (given: Given | null | undefined, last: number): string | undefined => {
  const { image, at } = given ?? {};
  // A closed bitmap has no size.
  if (!image?.width || !image.height) return 'has no open ImageBitmap as its image';
  if (typeof at !== 'number' || !Number.isFinite(at))
    return `has the time ${String(at)}, which is no number of milliseconds`;
  if (at < 0) return `has the time ${at}, before the first frame`;
  if (at <= last) return `has the time ${at}, not after that of the frame before, ${last}`;
  return undefined;
};

async function* timed(frames: AsyncIterable<PageFrame>): AsyncGenerator<DrawnFrame> {
  let last = -Infinity;
  let number = 0;
  for await (const frame of frames) {
    number += 1;
    const fault = faultIn(frame, last);
    if (fault !== undefined) {
      (frame as Partial<PageFrame> | undefined)?.image?.close?.();
      throw new FrameProblem(`Frame ${number} ${fault}.`);
    }
    last = frame.at;
    yield { image: frame.image, at: sourceTime(frame.at) };
  }
}

/** The frames of an embedding page, as a film of unknown duration; a frame that cannot be judged is a `FrameProblem`. */
export const pageFilm = (frames: AsyncIterable<PageFrame>): FilmPort => ({
  frames: () => timed(frames),
  lasts: undefined,
  close: () => undefined,
});
