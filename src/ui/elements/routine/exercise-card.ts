import { LitElement, css, html, nothing } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../figure/figure-view.ts';
import type { Demonstrate } from '../../../ports/demonstration.ts';
import type { View } from '../../../engine/pose/view.ts';

/** The words and links of a card. */
export interface CardWords {
  readonly name: string;
  readonly inOneLine: string;
  readonly view: string;
  readonly dose: string;
  readonly figure: string;
  /** Shown if the figure cannot be shown. */
  readonly figureMissing: string;
  readonly train: string;
  readonly trainLink: string;
  readonly watch: string;
  readonly watchLink: string;
}

/** An exercise on the home screen: its moving figure, what it is good for, and two links. */
export class ExerciseCard extends LitElement {
  static override properties = {
    exercise: { attribute: false },
    view: { attribute: false },
    words: { attribute: false },
    showFigure: { attribute: false },
  };
  declare exercise: Exercise;
  declare view: View;
  declare words: CardWords;
  declare showFigure: Demonstrate | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr;
        overflow: hidden;
        border-radius: var(--radius-m);
        background: var(--surface);
        box-shadow: 0 0.75rem 2.5rem var(--shadow);
      }
      .text {
        display: grid;
        align-content: start;
        gap: var(--space-s);
        padding: clamp(1.25rem, 2.4vw, 2rem);
      }
      h3 {
        font-size: var(--text-xl);
      }
      p {
        font-size: var(--text-m);
        line-height: 1.4;
        color: var(--ink-soft);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        list-style: none;
      }
      li {
        padding: 0.3em 0.85em;
        border-radius: 999px;
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--brand-deep);
        background: var(--brand-tint);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
        margin-block-start: var(--space-s);
      }
      .first {
        padding-inline: 2.2em;
      }
      .quiet {
        padding-inline: 1.2em;
        flex: 1 1 auto;
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`
      <figure-view
        .exercise=${this.exercise}
        .view=${this.view}
        .showFigure=${this.showFigure}
        .label=${words.figure}
        .missing=${words.figureMissing}
      ></figure-view>
      <div class="text">
        <h3>${words.name}</h3>
        <p>${words.inOneLine}</p>
        <ul>
          <li>${words.view}</li>
          <li>${words.dose}</li>
        </ul>
        <div class="actions">
          <a class="button first" href=${words.trainLink}>${words.train}<span class="unseen">: ${words.name}</span></a>
          ${
            this.showFigure
              ? html`<a class="button quiet" href=${words.watchLink}
                  >${icons.figure}${words.watch}<span class="unseen">: ${words.name}</span></a
                >`
              : nothing
          }
        </div>
      </div>
    `;
  }
}

customElements.define('exercise-card', ExerciseCard);

declare global {
  interface HTMLElementTagNameMap {
    'exercise-card': ExerciseCard;
  }
}
