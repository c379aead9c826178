import { LitElement, css, html } from 'lit';
import type { Exercise } from '../../engine/coaching/exercise.ts';
import { viewOf } from '../../engine/coaching/plan.ts';
import { planFor } from '../../session/plan-for.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { doseInWords } from '../dose-in-words.ts';
import type { CardWords } from '../elements/exercise-card.ts';
import '../elements/exercise-card.ts';
import type { ShowFigure } from '../elements/figure-view.ts';
import '../elements/word-mark.ts';
import { icons } from '../icons.ts';
import { briefingLink, trainingLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { pageLayout } from '../styles/page-layout.ts';

/** The first screen: what Limber is, and a card for each exercise. */
export class HomeScreen extends LitElement {
  static override properties = {
    exercises: { attribute: false },
    showFigure: { attribute: false },
    texts: { attribute: false },
  };
  declare exercises: readonly Exercise[];
  declare showFigure: ShowFigure | undefined;
  declare texts: Texts;

  static override styles = [
    base,
    pageLayout,
    css`
      .hero {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr));
        gap: var(--space-m) clamp(1.25rem, 2.5vw, 2.25rem);
        align-items: end;
      }
      .hero > div {
        display: grid;
        gap: var(--space-s);
      }
      main {
        gap: clamp(1.5rem, 3.5vw, 2.75rem);
      }
      h1 {
        font-size: var(--text-display);
        letter-spacing: -0.03em;
        line-height: 1.04;
      }
      .lead {
        font-size: var(--text-l);
        line-height: 1.45;
        color: var(--ink-soft);
      }
      .promise {
        display: flex;
        gap: 0.6em;
        align-items: start;
      }
      .promise svg {
        flex: none;
        inline-size: 1.6em;
        block-size: 1.6em;
        color: var(--brand);
      }
      .promise span {
        color: var(--ink-soft);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
        gap: clamp(1.25rem, 2.5vw, 2.25rem);
      }
      footer {
        display: flex;
        gap: 0.75em;
        align-items: start;
        padding: var(--space-m) clamp(1.25rem, 2.5vw, 2rem);
        border-radius: var(--radius-m);
        color: var(--ink);
        background: var(--warm-tint);
      }
      footer svg {
        flex: none;
        inline-size: 1.6em;
        block-size: 1.6em;
        color: var(--warm);
      }
    `,
  ];

  #wordsFor(exercise: Exercise): CardWords {
    const { app } = this.texts;
    const { name, inOneLine } = exerciseTextsOf(this.texts, exercise.id);
    const view = viewOf(exercise);
    return {
      name,
      inOneLine,
      view: app.camera[view],
      dose: doseInWords(planFor(exercise), this.texts),
      figure: app.briefing.figure(name),
      train: app.home.train,
      trainLink: briefingLink(exercise.id),
      watch: app.home.watch,
      watchLink: trainingLink(exercise.id, 'figure'),
    };
  }

  override render() {
    const { app } = this.texts;
    return html`<main>
      <word-mark .name=${app.name}></word-mark>
      <div class="hero">
        <h1>${app.home.title}</h1>
        <div>
          <p class="lead">${app.home.lead}</p>
          <p class="promise">
            ${icons.shield}<span><strong>${app.home.privacy}</strong> ${app.home.privacyMore}</span>
          </p>
        </div>
      </div>
      <section aria-labelledby="exercises">
        <h2 id="exercises" class="unseen">${app.home.exercises}</h2>
        <div class="cards">
          ${this.exercises.map(
            (exercise) =>
              html`<exercise-card
                .exercise=${exercise}
                .view=${viewOf(exercise)}
                .words=${this.#wordsFor(exercise)}
                .showFigure=${this.showFigure}
              ></exercise-card>`,
          )}
        </div>
      </section>
      <footer>
        ${icons.heart}
        <p>${app.home.safety}</p>
      </footer>
    </main>`;
  }
}

customElements.define('home-screen', HomeScreen);

declare global {
  interface HTMLElementTagNameMap {
    'home-screen': HomeScreen;
  }
}
