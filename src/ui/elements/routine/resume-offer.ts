import { LitElement, css, html, nothing } from 'lit';
import type { Texts } from '../../../texts/texts.ts';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** An unfinished routine. */
export interface Offer {
  readonly name: string;
  /** The number of exercises done. */
  readonly done: number;
  readonly of: number;
}

/** Offers to resume an unfinished session, if there is one. Fires `resume-asked` and `forget-asked`. */
export class ResumeOffer extends LitElement {
  static override properties = { offer: { attribute: false }, texts: { attribute: false } };
  declare offer: Offer | undefined;
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s) var(--space-l);
        align-items: center;
        justify-content: space-between;
        padding: clamp(1.25rem, 2.4vw, 1.75rem) clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        background: var(--brand-tint);
      }
      .words {
        display: grid;
        gap: 0.25rem;
      }
      h2 {
        font-size: var(--text-xl);
      }
      p {
        font-size: var(--text-m);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
      .quiet {
        border-color: currentColor;
      }
    `,
  ];

  readonly #resume = (): void => ask(this, 'resume-asked');
  readonly #forget = (): void => ask(this, 'forget-asked');

  override render() {
    if (!this.offer) return nothing;
    const { name, done, of } = this.offer;
    const { resume } = this.texts.routine;
    return html`<section aria-labelledby="offer">
      <div class="words">
        <h2 id="offer">${resume.title}</h2>
        <p>${resume.line(name, done, of)}</p>
      </div>
      <div class="actions">
        <button class="button first" type="button" @click=${this.#resume}>${icons.play}${resume.go}</button>
        <button class="button quiet" type="button" @click=${this.#forget}>${resume.forget}</button>
      </div>
    </section>`;
  }
}

customElements.define('resume-offer', ResumeOffer);

declare global {
  interface HTMLElementTagNameMap {
    'resume-offer': ResumeOffer;
  }
}
