import { LitElement, css, html } from 'lit';
import type { ReplayEvent, ReplayMiss } from '../../session/workout/replay.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { factsOf, isNotable } from './event-in-words.ts';
import { labStyles } from './lab.styles.ts';
import { missInWords } from './miss-in-words.ts';

/**
 * The events with their times, and why attempts did not count. Fires `frame-chosen` with the frame of one that the user
 * goes to, where that is possible.
 */
export class LabLog extends LitElement {
  static override properties = {
    events: { attribute: false },
    misses: { attribute: false },
    isReplay: { attribute: false },
    texts: { attribute: false },
    words: { attribute: false },
    areAllShown: { state: true },
  };
  /** The events so far; the latest is shown first while more are coming. */
  declare events: readonly ReplayEvent[];
  declare misses: readonly ReplayMiss[];
  /** Whether one can go to a frame. */
  declare isReplay: boolean;
  declare texts: Texts;
  declare words: LabTexts;
  declare private areAllShown: boolean;

  static override styles = [
    base,
    buttons,
    labStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-m);
        align-content: start;
      }
      .scroll {
        max-block-size: 22rem;
        overflow: auto;
      }
      .scroll li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75em;
        align-items: baseline;
      }
      .facts {
        flex: 1 1 8rem;
      }
      .misses {
        gap: var(--space-m);
      }
      .misses li {
        display: grid;
        gap: 0.25rem;
      }
      .moment {
        padding: 0.1em 0.4em;
        border: 0;
        border-radius: 0.4em;
        font: inherit;
        font-variant-numeric: tabular-nums;
        color: var(--brand);
        background: none;
        text-decoration: underline;
        cursor: pointer;
      }
      .all {
        display: inline-flex;
        gap: 0.5em;
        align-items: center;
        min-block-size: 2.75rem;
        cursor: pointer;
      }
      .all input {
        inline-size: 1.4rem;
        block-size: 1.4rem;
        accent-color: var(--brand);
      }
    `,
  ];

  constructor() {
    super();
    this.events = [];
    this.misses = [];
    this.isReplay = false;
    this.areAllShown = false;
  }

  readonly #showAll = (): void => {
    this.areAllShown = !this.areAllShown;
  };

  #go(index: number): void {
    this.dispatchEvent(new CustomEvent<number>('frame-chosen', { detail: index }));
  }

  override render() {
    return html`${this.#misses()} ${this.#events()}`;
  }

  #misses() {
    const { misses: words } = this.words;
    return html`<section aria-labelledby="misses">
      <h2 id="misses">${words.title}</h2>
      ${
        this.misses.length === 0
          ? html`<p class="soft">${this.isReplay ? words.none : words.noneYet}</p>`
          : html`<ol class="misses">
              ${this.misses.map((miss) => {
                const side = miss.side ? this.texts.app.sides[miss.side].toLowerCase() : '';
                return html`<li>
                  <h3>${this.#moment(miss.at, miss.index, words.heading(miss.from, miss.at, side))}</h3>
                  ${missInWords(miss, this.texts, this.words).map((line) => html`<p>${line}</p>`)}
                </li>`;
              })}
            </ol>`
      }
    </section>`;
  }

  #events() {
    const { events: words } = this.words;
    const shown = this.areAllShown ? this.events : this.events.filter(({ event }) => isNotable(event));
    const inOrder = this.isReplay ? shown : shown.toReversed().slice(0, 60);
    return html`<section aria-labelledby="events">
      <h2 id="events">${words.title}</h2>
      <label class="all"
        ><input type="checkbox" .checked=${this.areAllShown} @change=${this.#showAll} />${words.all}</label
      >
      ${
        inOrder.length === 0
          ? html`<p class="soft">${words.none}</p>`
          : html`<ol class="scroll" tabindex="0" aria-labelledby="events">
              ${inOrder.map(
                ({ event, index }) =>
                  html`<li>
                    ${this.#moment(event.at, index, words.at(event.at))}<strong>${event.type}</strong
                    ><span class="facts soft">${factsOf(event, this.texts).join(' · ')}</span>
                  </li>`,
              )}
            </ol>`
      }
    </section>`;
  }

  /** A time, as a button that goes there where that is possible. */
  #moment(at: number, index: number, label: string) {
    if (!this.isReplay) return html`<span class="number">${label}</span>`;
    return html`<button class="moment" type="button" @click=${() => this.#go(index)}>
      ${label}<span class="unseen">: ${this.words.events.go(at)}</span>
    </button>`;
  }
}

customElements.define('lab-log', LabLog);

declare global {
  interface HTMLElementTagNameMap {
    'lab-log': LabLog;
  }
}
