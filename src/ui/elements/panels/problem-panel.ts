import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { handVideo } from '../../hand-video.ts';
import { icons, type IconName } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { panel } from '../../styles/panel.ts';
import './video-choice.ts';

/**
 * A problem of the source and what to do about it. Fires `again-asked`, `other-camera-asked`, `figure-asked`, `summary-asked` and
 * `video-chosen`.
 */
export class ProblemPanel extends LitElement {
  static override properties = {
    heading: { attribute: false },
    whatToDo: { attribute: false },
    steps: { attribute: false },
    again: { attribute: false },
    camera: { attribute: false },
    figure: { attribute: false },
    video: { attribute: false },
    summary: { attribute: false },
  };
  declare heading: string;
  declare whatToDo: string;
  declare steps: readonly string[];
  /** Label of the button that tries again; without a label no button, here and below. */
  declare again: string | undefined;
  /** Label of the button that uses another camera. */
  declare camera: string | undefined;
  /** Label of the button that continues with the figure. */
  declare figure: string | undefined;
  /** Label of the button that chooses a video file; it is the first one where trying again is not offered. */
  declare video: string | undefined;
  /** Label of the button that shows the summary so far. */
  declare summary: string | undefined;

  static override styles = [
    base,
    buttons,
    panel,
    css`
      li::marker {
        color: var(--warm);
        font-weight: 700;
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.whatToDo = '';
    this.steps = [];
  }

  readonly #again = (): void => ask(this, 'again-asked');
  readonly #camera = (): void => ask(this, 'other-camera-asked');
  readonly #figure = (): void => ask(this, 'figure-asked');
  readonly #summary = (): void => ask(this, 'summary-asked');
  readonly #chosen = ({ detail }: CustomEvent<Blob>): void => handVideo(this, detail);

  override render() {
    return html`<section role="alert">
      <h1>${this.heading}</h1>
      <p>${this.whatToDo}</p>
      <ol>
        ${this.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <div class="actions">
        ${this.#button('first', 'again', this.again, this.#again)}
        ${this.#button('', 'camera', this.camera, this.#camera)}
        ${
          this.video
            ? html`<video-choice
                .words=${this.video}
                .isFirst=${!this.again}
                @video-chosen=${this.#chosen}
              ></video-choice>`
            : nothing
        }
        ${this.#button('quiet', 'figure', this.figure, this.#figure)}
        ${this.#button('quiet', 'check', this.summary, this.#summary)}
      </div>
    </section>`;
  }

  #button(kind: string, icon: IconName, words: string | undefined, act: () => void) {
    if (!words) return nothing;
    return html`<button class="button ${kind}" type="button" @click=${act}>${icons[icon]}${words}</button>`;
  }
}

customElements.define('problem-panel', ProblemPanel);

declare global {
  interface HTMLElementTagNameMap {
    'problem-panel': ProblemPanel;
  }
}
