import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';

/** The progress of a routine. */
export interface RoutinePlace {
  /** The number of exercises done; the next one is current. */
  readonly done: number;
  readonly of: number;
  /** The exercises' names, in order. */
  readonly names: readonly string[];
}

/** A routine as a line of its exercises: done ones are filled, the current one is tall, later ones are hollow. */
export class RoutineLine extends LitElement {
  static override properties = { place: { attribute: false }, words: { attribute: false } };
  declare place: RoutinePlace;
  /** The place of the current exercise in words, for a screen reader. */
  declare words: string;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      ol {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        block-size: 0.75rem;
        list-style: none;
      }
      li {
        flex: 1;
        block-size: 0.3125rem;
        border: 1.5px solid var(--stage-soft, CanvasText);
        border-radius: 999px;
      }
      .done {
        background: var(--stage-soft, CanvasText);
      }
      .now {
        flex: 2;
        block-size: 0.75rem;
        border-color: var(--stage-ink, CanvasText);
        background: var(--stage-ink, CanvasText);
      }
      @media (forced-colors: active) {
        li {
          border-color: CanvasText;
        }
        .done,
        .now {
          background: CanvasText;
        }
      }
    `,
  ];

  override render() {
    const { done, of, names } = this.place;
    const kindOf = (index: number): string => (index < done ? 'done' : index === done ? 'now' : 'to-come');
    return html`<ol aria-hidden="true">
        ${Array.from({ length: of }, (_, index) => html`<li class=${kindOf(index)} title=${names[index] ?? ''}></li>`)}
      </ol>
      <p class="unseen">${this.words}</p>`;
  }
}

customElements.define('routine-line', RoutineLine);

declare global {
  interface HTMLElementTagNameMap {
    'routine-line': RoutineLine;
  }
}
