import { html } from 'lit';
import { isCorrectable, type Coaching } from '../../../engine/coach/coaching.ts';
import type { Texts } from '../../../texts/texts.ts';
import type { Wish } from '../../ask.ts';
import { tile } from './tile.ts';

/** The two buttons that put a miscount right; nothing where the count cannot be corrected. */
export const countCorrection = (coaching: Coaching, { app: { train } }: Texts, ask: (wish: Wish) => void) => {
  if (!isCorrectable(coaching)) return undefined;
  const { addOne, takeBack, keys } = train;
  const isNone = coaching.repetitions === 0;
  const [kind, takeBackKind] = ['small add-one', 'small take-back'];
  return html`<div class="correction">
    ${tile({ kind, wish: 'add-one-asked', icon: 'plus', label: addOne, key: keys.addOne }, ask)}
    ${tile(
      {
        kind: takeBackKind,
        wish: 'take-back-asked',
        icon: 'minus',
        label: takeBack,
        key: keys.takeBack,
        isDisabled: isNone,
      },
      ask,
    )}
  </div>`;
};

/** The line that confirms a correction: the count, and how much of it is the user's own. */
export const correctionInWords = ({ repetitions, ownCount }: Coaching, { app: { train } }: Texts): string =>
  train.corrected(repetitions, ownCount, ownCount?.side);
