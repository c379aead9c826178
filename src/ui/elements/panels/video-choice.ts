import { LitElement, css, html } from 'lit';
import { handVideo } from '../../hand-video.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** A button that chooses a video file. Fires `video-chosen` with the file. */
export class VideoChoice extends LitElement {
  static override properties = {
    words: { attribute: false },
    isFirst: { attribute: false },
  };
  declare words: string;
  /** Whether it is the primary button of its group. */
  declare isFirst: boolean;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
      }
      .button {
        position: relative;
        flex: 1;
        padding-inline: var(--padding, 1.5em);
      }
      .button:has(:focus-visible) {
        outline: 4px solid var(--focus, Highlight);
        outline-offset: 3px;
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
    this.isFirst = false;
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const [video] = currentTarget.files ?? [];
    // Allows the same file to be chosen again after it was changed.
    currentTarget.value = '';
    if (video) handVideo(this, video);
  };

  override render() {
    return html`<label class=${this.isFirst ? 'button first' : 'button quiet'}>
      <input class="unseen" type="file" accept="video/*" @change=${this.#choose} />${icons.film}${this.words}
    </label>`;
  }
}

customElements.define('video-choice', VideoChoice);

declare global {
  interface HTMLElementTagNameMap {
    'video-choice': VideoChoice;
  }
}
