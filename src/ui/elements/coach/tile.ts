import { html } from 'lit';
import type { Wish } from '../../ask.ts';
import { icons, type IconName } from '../../icons.ts';

/** A button over the picture: its label under its icon, and its key in the corner if there is room. */
export interface Tile {
  /** Its classes, besides those of every tile. */
  readonly kind: string;
  readonly wish: Wish;
  readonly icon: IconName;
  readonly label: string;
  readonly key: string;
  readonly isDisabled?: boolean;
}

/** The template of a tile. */
export const tile = ({ kind, wish, icon, label, key, isDisabled = false }: Tile, ask: (wish: Wish) => void) =>
  html`<button
    class="button tile ${kind}"
    type="button"
    aria-label=${label}
    ?disabled=${isDisabled}
    @click=${() => ask(wish)}
  >
    ${icons[icon]}<span>${label}</span><kbd aria-hidden="true" data-key=${key}></kbd>
  </button>`;
