import { LitElement, html } from 'lit';
import type { Texts } from '../../texts/texts.ts';
import { icons, type IconName } from '../icons.ts';
import { homeLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { safetyStyles } from './safety-screen.styles.ts';

/** What each band of the scale leads to, in the order of the bands in the texts. */
const bands = ['fine', 'ease', 'stop'] as const;

/**
 * The screen that the user reads once, before the first exercise: what Limber is, who should seek advice first, and
 * when to stop. Fires `safety-accepted`.
 */
export class SafetyScreen extends LitElement {
  static override properties = { texts: { attribute: false } };
  declare texts: Texts;

  static override styles = [base, buttons, pageLayout, safetyStyles];

  readonly #accept = (): void => void this.dispatchEvent(new Event('safety-accepted'));

  override render() {
    const { safety } = this.texts;
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${safety.back}</a>
        <h1>${safety.title}</h1>
        <p class="lead">${safety.lead}</p>
      </header>
      <div class="blocks">
        ${this.#list('ask', 'heart', safety.ask.title, safety.ask.lead, safety.ask.who)}
        ${this.#list('halt', 'hand', safety.stop.title, safety.stop.lead, safety.stop.signs)}
        <div class="column">
          ${this.#scale()} ${this.#list('chair', 'figure', safety.chair.title, '', safety.chair.lines)}
        </div>
      </div>
      <footer>
        <button class="button first" type="button" @click=${this.#accept}>${icons.check}${safety.accept}</button>
        <p class="promise">${icons.shield}${safety.privacy}</p>
      </footer>
    </main>`;
  }

  #list(kind: string, icon: IconName, title: string, lead: string, lines: readonly string[]) {
    return html`<section class=${kind}>
      <h2>${icons[icon]}${title}</h2>
      ${lead ? html`<p>${lead}</p>` : undefined}
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>`;
  }

  #scale() {
    const { title, lead, bands: words } = this.texts.safety.scale;
    return html`<section class="scale">
      <h2>${icons.range}${title}</h2>
      <p>${lead}</p>
      <dl>
        ${words.map(
          ({ numbers, words: meaning }, index) =>
            html`<div class=${bands[index] ?? ''}>
              <dt>${numbers}</dt>
              <dd>${meaning}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }
}

customElements.define('safety-screen', SafetyScreen);

declare global {
  interface HTMLElementTagNameMap {
    'safety-screen': SafetyScreen;
  }
}
