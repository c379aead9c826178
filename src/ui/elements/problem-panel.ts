import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../ask.ts';
import { icons } from '../icons.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';

/** What went wrong with the source and what to do about it; fires `again-asked` and `figure-asked`. */
export class ProblemPanel extends LitElement {
  static override properties = {
    heading: { attribute: false },
    whatToDo: { attribute: false },
    steps: { attribute: false },
    again: { attribute: false },
    figure: { attribute: false },
  };
  declare heading: string;
  declare whatToDo: string;
  declare steps: readonly string[];
  /** The words on the button that tries again. */
  declare again: string;
  /** The words on the button that goes on with the figure; none, no button. */
  declare figure: string | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        align-content: safe center;
        justify-items: center;
        padding: var(--edge);
      }
      section {
        display: grid;
        gap: var(--space-m);
        inline-size: min(44rem, 100%);
        padding: clamp(1.5rem, 4vw, 3.25rem);
        border-radius: var(--radius-m);
        background: var(--surface);
        box-shadow: 0 1.5rem 4rem var(--shadow);
      }
      h1 {
        font-size: var(--text-xl);
      }
      p {
        font-size: var(--text-l);
        color: var(--ink-soft);
        line-height: 1.4;
      }
      ol {
        display: grid;
        gap: var(--space-s);
        padding-inline-start: 1.4em;
        font-size: var(--text-l);
        line-height: 1.4;
      }
      li::marker {
        color: var(--warm);
        font-weight: 700;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
        margin-block-start: var(--space-s);
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.whatToDo = '';
    this.steps = [];
    this.again = '';
  }

  readonly #again = (): void => ask(this, 'again-asked');
  readonly #figure = (): void => ask(this, 'figure-asked');

  override render() {
    return html`<section role="alert">
      <h1>${this.heading}</h1>
      <p>${this.whatToDo}</p>
      <ol>
        ${this.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <div class="actions">
        <button class="button first" type="button" @click=${this.#again}>${icons.again}${this.again}</button>
        ${
          this.figure
            ? html`<button class="button quiet" type="button" @click=${this.#figure}>
                ${icons.figure}${this.figure}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }
}

customElements.define('problem-panel', ProblemPanel);

declare global {
  interface HTMLElementTagNameMap {
    'problem-panel': ProblemPanel;
  }
}
