import { LitElement, css, html } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../figure/figure-view.ts';
import type { Demonstrate } from '../../../ports/demonstration.ts';
import type { View } from '../../../engine/pose/view.ts';

/** One exercise of the routine on the card. */
export interface CardStep {
  readonly exercise: Exercise;
  readonly view: View;
  readonly name: string;
}

/** The words and links of the card. */
export interface RoutineCardWords {
  readonly name: string;
  readonly inOneLine: string;
  readonly facts: readonly string[];
  readonly steps: string;
  readonly start: string;
  readonly startLink: string;
  readonly open: string;
  readonly openLink: string;
}

/** The built-in routine on the home screen: the figure at the end of each exercise, and the links. */
export class RoutineCard extends LitElement {
  static override properties = {
    steps: { attribute: false },
    words: { attribute: false },
    showFigure: { attribute: false },
  };
  declare steps: readonly CardStep[];
  declare words: RoutineCardWords;
  declare showFigure: Demonstrate | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: clamp(1.25rem, 2.4vw, 2rem);
        padding: clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        background: var(--surface);
        box-shadow: 0 0.75rem 2.5rem var(--shadow);
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-m) clamp(1.5rem, 4vw, 4rem);
        align-items: center;
      }
      .words {
        display: grid;
        gap: var(--space-s);
      }
      h2 {
        font-size: clamp(1.75rem, 1.2rem + 2vw, 2.75rem);
      }
      p {
        line-height: 1.4;
        color: var(--ink-soft);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        list-style: none;
      }
      ul li {
        padding: 0.3em 0.85em;
        border-radius: 999px;
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--brand-deep);
        background: var(--brand-tint);
      }
      .actions {
        display: grid;
        gap: var(--space-s);
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(30%, 9rem), 1fr));
        gap: clamp(0.5rem, 1vw, 1rem);
        list-style: none;
      }
      figure-view {
        --zoom: 1.12;
        aspect-ratio: 1;
        border-radius: var(--radius-s);
      }
      ol span {
        display: block;
        margin-block-start: 0.4rem;
        font-size: var(--text-s);
        font-weight: 600;
        line-height: 1.25;
        text-align: center;
        text-wrap: balance;
      }
      @media (max-width: 55rem) {
        header {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`
      <header>
        <div class="words">
          <h2>${words.name}</h2>
          <p>${words.inOneLine}</p>
          <ul>
            ${words.facts.map((fact) => html`<li>${fact}</li>`)}
          </ul>
        </div>
        <div class="actions">
          <a class="button first" href=${words.startLink}
            >${icons.play}${words.start}<span class="unseen">: ${words.name}</span></a
          >
          <a class="button quiet" href=${words.openLink}>${words.open}</a>
        </div>
      </header>
      <ol aria-label=${words.steps}>
        ${this.steps.map(
          ({ exercise, view, name }, index) =>
            html`<li>
              <figure-view
                .exercise=${exercise}
                .view=${view}
                .moment=${'end'}
                .showFigure=${this.showFigure}
              ></figure-view>
              <span>${index + 1}. ${name}</span>
            </li>`,
        )}
      </ol>
    `;
  }
}

customElements.define('routine-card', RoutineCard);

declare global {
  interface HTMLElementTagNameMap {
    'routine-card': RoutineCard;
  }
}
