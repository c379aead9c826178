import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { handVideo } from '../../hand-video.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { panel } from '../../styles/panel.ts';
import './video-choice.ts';

/** Asks for a video to train on, chosen with a button or dropped. Fires `video-chosen` and `cancel-asked`. */
export class VideoPanel extends LitElement {
  static override properties = {
    heading: { attribute: false },
    lead: { attribute: false },
    lines: { attribute: false },
    choose: { attribute: false },
    drop: { attribute: false },
    cancel: { attribute: false },
    isOver: { state: true },
  };
  declare heading: string;
  declare lead: string;
  /** What the video should show, and the allowed formats. */
  declare lines: readonly string[];
  /** Label of the button. */
  declare choose: string;
  /** The hint that a file can be dropped. */
  declare drop: string;
  declare cancel: string;
  /** Whether a file is dragged over the panel. */
  declare private isOver: boolean;

  static override styles = [
    base,
    buttons,
    panel,
    css`
      section {
        border: 2px dashed var(--line);
      }
      .over {
        border-color: var(--brand);
        background: var(--brand-tint);
      }
      li::marker {
        color: var(--brand);
      }
      @media (hover: none) {
        .drop {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.lead = '';
    this.lines = [];
    this.choose = '';
    this.drop = '';
    this.cancel = '';
    this.isOver = false;
    // On the whole panel: a file dropped outside would replace the page.
    this.addEventListener('dragover', this.#hold);
    this.addEventListener('dragleave', this.#leave);
    this.addEventListener('drop', this.#drop);
  }

  readonly #hold = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };
  readonly #leave = (): void => {
    this.isOver = false;
  };
  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const [video] = event.dataTransfer?.files ?? [];
    if (video) handVideo(this, video);
  };
  readonly #cancel = (): void => ask(this, 'cancel-asked');
  readonly #chosen = ({ detail }: CustomEvent<Blob>): void => handVideo(this, detail);

  override render() {
    return html`<section class=${this.isOver ? 'over' : nothing}>
      <h1>${this.heading}</h1>
      <p>${this.lead}</p>
      <ul>
        ${this.lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      <div class="actions">
        <video-choice .words=${this.choose} .isFirst=${true} @video-chosen=${this.#chosen}></video-choice>
        <button class="button quiet" type="button" @click=${this.#cancel}>${this.cancel}</button>
      </div>
      <p class="drop">${this.drop}</p>
    </section>`;
  }
}

customElements.define('video-panel', VideoPanel);

declare global {
  interface HTMLElementTagNameMap {
    'video-panel': VideoPanel;
  }
}
