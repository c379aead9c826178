import type { SourceTime } from '../../engine/units.ts';

/**
 * How long a camera may show the very same pixels, ms: from `unseenFrom` on nothing is seen, at `stuckFrom` the camera is
 * stuck. A camera in the dark delivers five pictures a second, so 0.4 s contain two.
 */
const unseenFrom = 400;
const stuckFrom = 3000;

/** What a camera's picture shows: something new, the very same as some time before, or nothing else for long. */
export type Stillness = 'live' | 'still' | 'stuck';

/** Judges the stillness of a camera by the fingerprint of each picture; an unknown one is a new picture. */
export const watchStillness = (): ((picture: number | undefined, at: SourceTime) => Stillness) => {
  let shown: { readonly picture: number | undefined; readonly since: SourceTime } | undefined;
  return (picture, at) => {
    if (picture === undefined || picture !== shown?.picture) shown = { picture, since: at };
    const lasted = at - shown.since;
    if (lasted >= stuckFrom) return 'stuck';
    return lasted >= unseenFrom ? 'still' : 'live';
  };
};
