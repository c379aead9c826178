import { LitElement, html, nothing } from 'lit';
import type { KnownBackends } from '../../ports/backend.ts';
import type { CameraDevice, ListCameras } from '../../ports/camera-device.ts';
import type { Listenable } from '../../async/stream.ts';
import { chattinesses, judgings, strictnesses, type Settings } from '../../session/settings.ts';
import type { ChoiceWords } from '../../texts/en/settings.ts';
import { mayBeVirtual } from '../../session/sources/virtual-camera.ts';
import type { Texts } from '../../texts/texts.ts';
import { CameraList } from '../controllers/camera-list.ts';
import { icons } from '../icons.ts';
import { homeLink, labLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { backendWords } from '../words/backend-in-words.ts';
import { settingsStyles } from './settings-screen.styles.ts';

/** The slowest and the fastest rate at which a voice is easy to understand, and the step. */
const rates = { least: 0.6, most: 1.6, step: 0.1 };
const volumes = { least: 0, most: 1, step: 0.1 };

/** One option of a choice; exactly one is chosen. */
interface Option {
  readonly words: ChoiceWords;
  readonly isChosen: boolean;
  /** The settings that it changes when chosen. */
  readonly part: Partial<Settings>;
}

/**
 * The user's settings; each change takes effect at once. Fires `settings-changed` with all settings, and `voice-tried`.
 */
export class SettingsScreen extends LitElement {
  static override properties = {
    settings: { attribute: false },
    hasVoice: { attribute: false },
    listCameras: { attribute: false },
    cameraChanges: { attribute: false },
    backends: { attribute: false },
    texts: { attribute: false },
  };
  declare settings: Settings;
  /** Whether this device has a voice. */
  declare hasVoice: boolean;
  /** Lists the cameras to choose from; `undefined` where there is no choice. */
  declare listCameras: ListCameras | undefined;
  /** Publishes when a camera was plugged in or went away. */
  declare cameraChanges: Listenable<void> | undefined;
  /** What is known of the detector's backends on this device; `undefined` where there is no choice. */
  declare backends: KnownBackends | undefined;
  declare texts: Texts;

  static override styles = [base, buttons, pageLayout, settingsStyles];

  readonly #cameras = new CameraList(this, () => this);

  override render() {
    const { title, lead, back } = this.texts.settings;
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${back}</a>
        <h1>${title}</h1>
        <p class="lead">${lead}</p>
      </header>
      <div class="groups">
        ${this.#heard()} ${this.#chattiness()} ${this.#strictness()} ${this.#judging()} ${this.#camera()}
        ${this.#backend()} ${this.#keys()} ${this.#movements()}
      </div>
    </main>`;
  }

  #heard() {
    const { heard } = this.texts.settings;
    const { voice, sounds } = this.settings;
    const isSilent = !this.hasVoice || !voice;
    return html`<fieldset>
      <legend>${heard.title}</legend>
      <p class=${this.hasVoice ? 'note' : 'note plain'} role="status">${this.hasVoice ? heard.local : heard.noVoice}</p>
      ${this.#switch('voice', heard.voice, voice && this.hasVoice, !this.hasVoice)}
      ${this.#slider('rate', heard.rate, rates, isSilent)}
      ${this.#slider('volume', heard.volume, volumes, isSilent && !sounds)}
      ${this.#switch('sounds', heard.sounds, sounds, false)}
      <button class="button quiet" type="button" ?disabled=${isSilent && !sounds} @click=${this.#try}>
        ${icons.play}${heard.try}
      </button>
    </fieldset>`;
  }

  #chattiness() {
    const { choices, title, note } = this.texts.settings.chattiness;
    return this.#choice(
      'chattiness',
      title,
      note,
      chattinesses.map((chattiness) => ({
        words: choices[chattiness],
        isChosen: chattiness === this.settings.chattiness,
        part: { chattiness },
      })),
    );
  }

  #strictness() {
    const { choices, title, note } = this.texts.settings.strictness;
    const names = ['gentle', 'usual', 'strict'] as const;
    return this.#choice(
      'strictness',
      title,
      note,
      names.map((name) => ({
        words: choices[name],
        isChosen: strictnesses[name] === this.settings.strictness,
        part: { strictness: strictnesses[name] },
      })),
    );
  }

  #judging() {
    const { choices, title, note } = this.texts.settings.judging;
    return this.#choice(
      'judging',
      title,
      note,
      judgings.map((judging) => ({
        words: choices[judging],
        isChosen: judging === this.settings.judging,
        part: { judging },
      })),
    );
  }

  /** The cameras by name; one that was chosen stays listed while it is not there. */
  #camera() {
    if (!this.listCameras) return nothing;
    const { title, usual, found, gone, virtual, note } = this.texts.settings.camera;
    const { camera } = this.settings;
    const cameras = this.#cameras.found;
    const isChosen = ({ deviceId, label }: CameraDevice): boolean =>
      camera !== undefined &&
      (camera.deviceId === deviceId ||
        (camera.label === label && !cameras.some((one) => one.deviceId === camera.deviceId)));
    const isThere = cameras.some(isChosen);
    const options: readonly Option[] = [
      { words: usual, isChosen: camera === undefined, part: { camera: undefined } },
      ...cameras.map((one) => ({
        words: { name: one.label, meaning: mayBeVirtual(one.label) ? virtual : found },
        isChosen: isChosen(one),
        part: { camera: one },
      })),
      ...(camera && !isThere
        ? [{ words: { name: camera.label, meaning: gone }, isChosen: true, part: { camera } }]
        : []),
    ];
    return this.#choice('camera', title, cameras.length > 1 ? '' : note, options);
  }

  #backend() {
    if (!this.backends) return nothing;
    const { backend: words } = this.texts.settings;
    const options = backendWords(this.backends, words).map(({ choice, name, meaning }) => ({
      words: { name, meaning },
      isChosen: choice === this.settings.backend,
      part: { backend: choice },
    }));
    return this.#choice('backend', words.title, words.note, options);
  }

  #keys() {
    const { title, shortcuts, note } = this.texts.settings.keys;
    return html`<fieldset>
      <legend>${title}</legend>
      ${this.#switch('shortcuts', shortcuts, this.settings.shortcuts, false)}
      <p class="note">${note}</p>
    </fieldset>`;
  }

  #movements() {
    const { title, keep, note, link } = this.texts.settings.movements;
    return html`<fieldset>
      <legend>${title}</legend>
      ${this.#switch('movements', keep, this.settings.movements, false)}
      <p class="note">${note}</p>
      <a class="button quiet" href=${labLink('recording')}>${icons.film}${link}</a>
    </fieldset>`;
  }

  #choice(group: string, title: string, note: string, options: readonly Option[]) {
    return html`<fieldset>
      <legend>${title}</legend>
      ${options.map(({ words, isChosen, part }, index) => {
        const [name, meaning] = [`${group}-${index}`, `${group}-${index}-meaning`];
        return html`<label>
          <input
            type="radio"
            name=${group}
            aria-labelledby=${name}
            aria-describedby=${meaning}
            .checked=${isChosen}
            @change=${() => this.#choose(part)}
          />
          <span class="name" id=${name}>${words.name}</span>
          <span class="meaning" id=${meaning}>${words.meaning}</span>
        </label>`;
      })}
      ${note ? html`<p class="note">${note}</p>` : nothing}
    </fieldset>`;
  }

  #switch(name: 'voice' | 'sounds' | 'shortcuts' | 'movements', label: string, isOn: boolean, isDisabled: boolean) {
    return html`<label>
      <input
        type="checkbox"
        name=${name}
        .checked=${isOn}
        ?disabled=${isDisabled}
        @change=${() => this.#choose({ [name]: !isOn })}
      />
      <span class="name">${label}</span>
    </label>`;
  }

  #slider(
    name: 'rate' | 'volume',
    label: string,
    { least, most, step }: { readonly least: number; readonly most: number; readonly step: number },
    isDisabled: boolean,
  ) {
    const value = this.settings[name];
    const { percent } = this.texts.settings;
    const slide = ({ currentTarget }: Event): void => {
      if (currentTarget instanceof HTMLInputElement) this.#choose({ [name]: currentTarget.valueAsNumber });
    };
    return html`<label class="slider">
      <span class="name">${label}</span>
      <span class="value" aria-hidden="true">${percent(value)}</span>
      <input
        type="range"
        name=${name}
        min=${least}
        max=${most}
        step=${step}
        aria-valuetext=${percent(value)}
        .value=${`${value}`}
        ?disabled=${isDisabled}
        @input=${slide}
      />
    </label>`;
  }

  #choose(part: Partial<Settings>): void {
    this.settings = { ...this.settings, ...part };
    this.dispatchEvent(new CustomEvent<Settings>('settings-changed', { detail: this.settings }));
  }

  readonly #try = (): void => void this.dispatchEvent(new Event('voice-tried'));
}

customElements.define('settings-screen', SettingsScreen);

declare global {
  interface HTMLElementTagNameMap {
    'settings-screen': SettingsScreen;
  }
}
