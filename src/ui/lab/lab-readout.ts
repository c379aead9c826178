import { LitElement, css, html, nothing } from 'lit';
import { judgedPhases, phases } from '../../engine/exercise/phase.ts';
import { measureRow, type MeasureName } from '../../engine/kinematics/measures.ts';
import type { MeasureKey, Reading } from '../../engine/kinematics/reading.ts';
import type { Side } from '../../engine/pose/keypoints.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';
import { base } from '../styles/base.ts';
import type { LabFrame } from './lab-frame.ts';
import { labStyles } from './lab.styles.ts';
import { rulesInWords } from './rules-in-words.ts';
import { standingInWords } from './standing-in-words.ts';

/** The phases in their order; those after a session has begun to judge come round again. */
const shownPhases = phases.filter((phase) => phase !== 'ended');

const partsOf = (key: MeasureKey): readonly [MeasureName, Side | undefined] => {
  const [measure, side] = key.split('.') as [MeasureName, Side | undefined];
  return [measure, side];
};

/** What the engine knows in one frame: its phase and state, every measure, and every fault. */
export class LabReadout extends LitElement {
  static override properties = {
    frame: { attribute: false },
    plan: { attribute: false },
    texts: { attribute: false },
    words: { attribute: false },
  };
  /** Set at most a few times a second. */
  declare frame: LabFrame;
  declare plan: Plan;
  declare texts: Texts;
  declare words: LabTexts;

  static override styles = [
    base,
    labStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-m);
        align-content: start;
      }
      .phases {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }
      .phases li {
        padding: 0.1em 0.6em;
        border: 2px solid transparent;
        border-radius: 999px;
        font-size: var(--text-s);
        color: var(--ink-soft);
        background: var(--sunken);
      }
      .phases [aria-current] {
        font-weight: 700;
        color: var(--on-brand);
        background: var(--brand);
      }
      @media (forced-colors: active) {
        .phases [aria-current] {
          border-color: Highlight;
        }
      }
      dl {
        display: grid;
        gap: 0.3rem;
      }
      dl > div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 1em;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .measures li {
        display: grid;
        gap: 0.1rem;
        padding-block: 0.45rem;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .phases li + li {
        border-block-start: 2px solid transparent;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 1em;
      }
      .line strong {
        font-variant-numeric: tabular-nums;
      }
      .faults li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 1em;
        padding-block: 0.35rem;
      }
      .noticed {
        font-weight: 700;
        color: var(--warm);
      }
    `,
  ];

  override render() {
    return html`${this.#machine()} ${this.#measures()} ${this.#faults()}`;
  }

  #machine() {
    const { machine } = this.words;
    const { sight, state, coaching } = this.frame;
    const standing = standingInWords(this.plan, state, coaching, this.texts, this.words);
    const isQuiet = standing.length === 0 && !judgedPhases.some((phase) => phase === sight.phase);
    return html`<section aria-labelledby="machine">
      <h2 id="machine">${machine.title}</h2>
      <ol class="phases" aria-label=${machine.phases}>
        ${shownPhases.map(
          (phase) =>
            html`<li aria-current=${sight.phase === phase ? 'step' : nothing}>${this.texts.phases[phase]}</li>`,
        )}
      </ol>
      <p class="number">${machine.repetitions(coaching.repetitions, coaching.attempts)}</p>
      ${isQuiet ? html`<p class="soft">${machine.quiet}</p>` : nothing}
      <dl>
        ${standing.map(
          ([what, how]) =>
            html`<div>
              <dt>${what}</dt>
              <dd>${how}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  #measures() {
    const { measures } = this.words;
    const readings = [...this.frame.sight.readings];
    return html`<section aria-labelledby="measures">
      <h2 id="measures">${measures.title}</h2>
      ${
        readings.length === 0
          ? html`<p class="soft">${measures.none}</p>`
          : html`<ul class="measures">
              ${readings.map(([key, reading]) => this.#measure(key, reading))}
            </ul>`
      }
    </section>`;
  }

  #measure(key: MeasureKey, reading: Reading) {
    const { measures } = this.words;
    const { stage } = this.frame.state;
    const [measure, side] = partsOf(key);
    const { amount, bare, name } = this.texts.measures[measure];
    const calibration = 'calibration' in stage ? stage.calibration : undefined;
    const noise = calibration?.jitter.get(key) ?? measureRow(measure).noise;
    const rules = calibration ? rulesInWords(key, calibration.rulebook, this.texts, this.words) : [];
    const of = side ? `${name}, ${this.texts.app.sides[side].toLowerCase()}` : name;
    const value = reading.seen
      ? amount(reading.value)
      : `${measures.unseen}: ${this.texts.keypointsInWords(reading.missing)}`;
    return html`<li data-measure=${key}>
      <div class="line"><span>${of}</span><strong>${value}</strong></div>
      <div class="line small soft">
        <span
          >${measures.confidence}
          <span class="number">${reading.seen ? reading.confidence.toFixed(2) : '–'}</span></span
        ><span
          >${measures.noise}
          <span class="number"
            >${noise === undefined ? measures.noNoise : measures.within(noiseIn(noise, bare))}</span
          ></span
        >
      </div>
      ${rules.length > 0 ? html`<div class="small soft">${rules.join('; ')}</div>` : nothing}
    </li>`;
  }

  #faults() {
    const { faults: words } = this.words;
    const { stage } = this.frame.state;
    if (!('calibration' in stage)) return nothing;
    const { faults } = stage.calibration.rulebook;
    const watched = 'faults' in stage ? stage.faults : new Map<string, never>();
    return html`<section aria-labelledby="faults">
      <h2 id="faults">${words.title}</h2>
      ${
        faults.length === 0
          ? html`<p class="soft">${words.none}</p>`
          : html`<ul class="faults">
              ${faults.map(({ id, cue, dwell }) => {
                const is = watched.get(id);
                const seenFor = is?.since === undefined ? undefined : this.frame.sight.at - is.since;
                const state = is?.isNoticed
                  ? words.states.noticed
                  : seenFor === undefined
                    ? words.states.off
                    : words.states.seen(seenFor, dwell);
                return html`<li data-fault=${id}>
                  <span>${this.texts.cues[cue]} <span class="small soft">${id}</span></span
                  ><span class=${is?.isNoticed ? 'noticed' : 'soft number'}>${state}</span>
                </li>`;
              })}
            </ul>`
      }
    </section>`;
  }
}

/** Noise is smaller than what a person asks for, so it keeps a decimal where its amount would be nothing. */
const noiseIn = (noise: number, bare: (value: number) => string): string =>
  bare(1) === '1' ? noise.toFixed(1) : `${(100 * noise).toFixed(1)} %`;

customElements.define('lab-readout', LabReadout);

declare global {
  interface HTMLElementTagNameMap {
    'lab-readout': LabReadout;
  }
}
