import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The reason for a pause and what to do, over the picture. Fires `resume-asked` from its button; what is slotted stands under it. */
export class PausePanel extends LitElement {
  static override properties = {
    heading: { attribute: false },
    why: { attribute: false },
    whatToDo: { attribute: false },
    resume: { attribute: false },
  };
  declare heading: string;
  declare why: string;
  declare whatToDo: string;
  /** Label of the button that resumes; `undefined` if the session resumes by itself. */
  declare resume: string | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        place-content: safe center;
        overflow: auto;
        justify-items: center;
        gap: 2.5cqh;
        padding: var(--edge);
        text-align: center;
        background: rgb(6 12 13 / 0.88);
      }
      p {
        font-size: clamp(1.5rem, 5cqh, 8cqw);
        line-height: 1.2;
      }
      .heading {
        display: flex;
        align-items: center;
        gap: 0.4em;
        color: var(--stage-soft);
        font-size: clamp(1.25rem, 4cqh, 7cqw);
        font-weight: 600;
      }
      .heading svg {
        inline-size: 1.2em;
        block-size: 1.2em;
      }
      .why {
        font-size: clamp(2rem, 9cqh, 11cqw);
        font-weight: 700;
        line-height: 1.06;
        text-wrap: balance;
      }
      .button {
        margin-block-start: 2cqh;
        padding-inline: 2.2em;
        font-size: clamp(1.25rem, 3.6cqh, 2rem);
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.why = '';
    this.whatToDo = '';
  }

  readonly #resume = (): void => ask(this, 'resume-asked');

  override render() {
    return html`
      <p class="heading">${icons.pause}${this.heading}</p>
      <p class="why" role="status">${this.why}</p>
      <p>${this.whatToDo}</p>
      ${
        this.resume
          ? html`<button class="button first" type="button" @click=${this.#resume}>${icons.play}${this.resume}</button>`
          : nothing
      }
      <slot></slot>
    `;
  }
}

customElements.define('pause-panel', PausePanel);

declare global {
  interface HTMLElementTagNameMap {
    'pause-panel': PausePanel;
  }
}
