import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { handVideo } from '../../hand-video.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { panel } from '../../styles/panel.ts';
import './video-choice.ts';

/** Asks for the video that is to be watched: chosen with a button, or dropped; fires `video-chosen` and `cancel-asked`. */
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
  /** What the video should show, and of what kind it may be. */
  declare lines: readonly string[];
  /** The words on the button. */
  declare choose: string;
  /** That it may be dropped as well. */
  declare drop: string;
  declare cancel: string;
  /** Whether a file is being held over the panel. */
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
    // On the whole of it: a file that is let go beside the panel would take the place of the page.
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
