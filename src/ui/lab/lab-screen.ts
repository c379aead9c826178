import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { isOfFilm, type MadeMovement, type Movement } from '../../session/record/movement.ts';
import { Replay } from '../../session/workout/replay.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { AppContext } from '../app-context.ts';
import { fileNameOf } from '../file-name.ts';
import { icons } from '../icons.ts';
import { commandOf } from '../keys.ts';
import { homeLink, labLink, labSources, type LabSource } from '../routes.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { judgedByForm, madeBy, planOfLab, usually, type JudgedBy } from './judged-by.ts';
import type { LabFrame } from './lab-frame.ts';
import './lab-log.ts';
import './lab-picture.ts';
import './lab-readout.ts';
import './lab-recordings.ts';
import { labScreenStyles } from './lab-screen.styles.ts';
import './lab-transport.ts';
import { labStyles } from './lab.styles.ts';
import { liveActions, type Keeping, type LiveDeeds } from './live-actions.ts';
import { Live } from './live.ts';
import { Player } from './player.ts';

/**
 * The Lab: it watches a source, or goes through a recording, and shows what is measured, the state of the rules, and
 * why they decide as they do. What it watches can be kept as a recording; nothing of it enters the history.
 */
export class LabScreen extends LitElement {
  static override properties = {
    context: { attribute: false },
    source: { attribute: false },
    recording: { attribute: false },
    words: { state: true },
    by: { state: true },
    movement: { state: true },
    notice: { state: true },
    video: { state: true },
    keeping: { state: true },
  };
  declare context: AppContext;
  declare source: LabSource;
  /** The id of the recording that the link names. */
  declare recording: string | undefined;
  declare private words: LabTexts | undefined;
  declare private by: JudgedBy | undefined;
  /** What is replayed. */
  declare private movement: Movement | undefined;
  /** That something is being judged, or why nothing is. */
  declare private notice: string;
  declare private video: Blob | undefined;
  /** Whether what was watched live is kept. */
  declare private keeping: Keeping;

  static override styles = [base, buttons, pageLayout, labStyles, labScreenStyles];

  readonly #paint = ({ sight }: LabFrame): void => this.renderRoot.querySelector('lab-picture')?.show(sight);
  readonly #player = new Player(this, this.#paint);
  readonly #live = new Live(this, () => this.context, this.#paint);
  #opening = new AbortController();

  constructor() {
    super();
    this.notice = '';
    this.keeping = 'none';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    this.#opening.abort();
  }

  override firstUpdated(): void {
    const { loadCode, texts } = this.context;
    loadCode(() => texts.lab()).then(
      (words) => {
        this.words = words;
      },
      () => {
        this.notice = `${texts.problems.code.title}. ${texts.problems.code.whatToDo}`;
      },
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const [first] = this.context.exercises;
    if (!this.by && first) this.by = usually(first);
    if (changed.has('source') || changed.has('recording')) this.#changeSource();
    const { state } = this.#live;
    // What was watched is gone through as soon as it is over.
    if (state.is === 'over' && this.movement !== state.movement) void this.#replay(state.movement);
  }

  override updated(): void {
    const picture = this.renderRoot.querySelector('lab-picture');
    const { frame, isPlaying } = this.#player;
    if (picture && frame && !isPlaying) void picture.updateComplete.then(() => picture.show(frame.sight));
  }

  #changeSource(): void {
    this.#close();
    this.#live.reset();
    this.video = undefined;
    if (this.recording !== undefined) void this.#openKept(this.recording);
  }

  #close(): void {
    this.#opening.abort();
    this.#player.open(undefined);
    this.movement = undefined;
    this.notice = '';
    this.keeping = 'none';
  }

  async #openKept(id: string): Promise<void> {
    const movement = await this.context.recordings?.open(id);
    if (id !== this.recording) return;
    if (movement) await this.#replay(movement);
    else this.notice = this.context.texts.history.unreadable;
  }

  readonly #openFile = async ({ detail: file }: CustomEvent<File>): Promise<void> => {
    const { words } = this;
    const read = await this.context.recordings?.read(file);
    if (!read || !words) return;
    this.#close();
    if ('movement' in read) return this.#replay(read.movement);
    const { troubles } = this.context.texts.history.bringIn;
    const detail = [read.at, read.reason].filter(Boolean).join(': ');
    this.notice = words.recordings.refused(troubles[read.trouble], detail);
  };

  /** Judges a recording as it was judged when it was made, and shows its first picture. */
  async #replay(movement: Movement): Promise<void> {
    this.movement = movement;
    if (this.by) await this.#judge(madeBy(movement, this.context.exercises, this.by));
  }

  async #judge(by: JudgedBy): Promise<void> {
    this.by = by;
    const { movement } = this;
    if (!movement) return;
    this.#opening.abort();
    const { signal } = (this.#opening = new AbortController());
    this.#player.open(undefined);
    const reading = (share: number): void => {
      this.notice = this.words?.recordings.reading(Math.round(100 * share)) ?? '';
    };
    try {
      const replay = await Replay.open(planOfLab(by, movement), movement, { signal, onProgress: reading });
      this.notice = '';
      this.#player.open(replay);
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
  }

  readonly #choose = (by: JudgedBy): void => void this.#judge(by);
  readonly #start = (): void => {
    const { by, source, video } = this;
    if (!by || source === 'recording') return;
    this.#close();
    void this.#live.start({ kind: source, plan: planOfLab(by, undefined), video });
  };
  readonly #chooseFilm = ({ detail }: CustomEvent<Blob>): void => {
    this.video = detail;
    this.#start();
  };
  readonly #stop = (): void => this.#live.stop();
  readonly #save = (): void => {
    const { movement, by } = this;
    if (movement && by) saveFile(fileNameOf(by.exercise.id, new Date()), JSON.stringify(movement));
  };
  async #keep(movement: MadeMovement): Promise<void> {
    this.keeping = (await this.context.recordings?.keep(movement)) ? 'kept' : 'in-memory';
  }
  readonly #deeds: LiveDeeds = {
    start: this.#start,
    stop: this.#stop,
    save: this.#save,
    keep: (movement) => void this.#keep(movement),
    chooseFilm: this.#chooseFilm,
  };
  readonly #key = (event: KeyboardEvent): void => {
    const command = commandOf(event, this.context.settings.read().shortcuts);
    if (!command || !this.#player.replay) return;
    if (command.is === 'pause') {
      event.preventDefault();
      this.#player.toggle();
    }
    if (command.is === 'next') this.#player.step(1);
    if (command.is === 'back') this.#player.step(-1);
  };

  override render() {
    const { words, by } = this;
    if (!words || !by) return this.notice ? html`<main><p role="alert">${this.notice}</p></main>` : nothing;
    const { texts, exercises } = this.context;
    const isBusy = this.#live.state.is === 'opening' || this.#live.state.is === 'running';
    const isMade = this.movement?.made !== undefined && this.movement.made.exercise === by.exercise.id;
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${words.back}</a>
        <h1>${words.title}</h1>
        <p class="soft">${words.lead}</p>
      </header>
      <nav aria-label=${words.sources.title}>
        <ul>
          ${labSources.map(
            (source) =>
              html`<li>
                <a class="button" href=${labLink(source)} aria-current=${source === this.source ? 'page' : nothing}
                  >${words.sources.names[source]}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      ${this.source === 'recording' ? this.#recordings(words) : nothing}
      ${judgedByForm(by, exercises, { isMade, isDisabled: isBusy }, [texts, words], this.#choose)}
      ${this.source === 'recording' ? nothing : this.#actions(words)}
      <p role="status" ?hidden=${this.notice === ''}>${this.notice}</p>
      ${this.#watch(words, by)}
    </main>`;
  }

  #recordings(words: LabTexts) {
    const { recordings, texts } = this.context;
    if (!recordings) return nothing;
    return html`<lab-recordings
      .recordings=${recordings}
      .chosen=${this.recording}
      .texts=${texts}
      .words=${words}
      @file-chosen=${this.#openFile}
    ></lab-recordings>`;
  }

  #actions(words: LabTexts) {
    const { texts, settings, recordings } = this.context;
    const shown = {
      source: this.source,
      state: this.#live.state,
      isAccepted: settings.read().safetyAcceptedAt !== undefined,
      hasVideo: this.video !== undefined,
      keeping: this.keeping,
      canKeep: recordings !== undefined,
    };
    return liveActions(shown, this.#deeds, [texts, words]);
  }

  #watch(words: LabTexts, by: JudgedBy) {
    const { replay, frame } = this.#player;
    const { state } = this.#live;
    const { texts } = this.context;
    const isLive = state.is === 'running';
    if (!isLive && !replay) return nothing;
    const shown = isLive ? this.#live.frame : frame;
    const plan = isLive ? state.plan : (replay?.plan ?? planOfLab(by, this.movement));
    const isMirrored = isLive ? state.source.mirrored : this.movement !== undefined && !isOfFilm(this.movement);
    return html`<div class="watch">
      <div>
        <lab-picture
          .picture=${isLive ? state.source.picture : undefined}
          .isMirrored=${isMirrored && (isLive || this.movement?.made?.source === 'camera')}
          .label=${words.live.picture}
        ></lab-picture>
        ${isLive ? nothing : this.#transport(words)}
        <lab-log
          .events=${isLive ? this.#live.events : (replay?.events ?? [])}
          .misses=${isLive ? this.#live.misses : (replay?.misses ?? [])}
          .isReplay=${!isLive}
          .texts=${texts}
          .words=${words}
          @frame-chosen=${this.#goTo}
        ></lab-log>
      </div>
      ${
        shown
          ? html`<lab-readout .frame=${shown} .plan=${plan} .texts=${texts} .words=${words}></lab-readout>`
          : nothing
      }
    </div>`;
  }

  readonly #goTo = ({ detail }: CustomEvent<number>): void => this.#player.goTo(detail);

  #transport(words: LabTexts) {
    const { replay, frame, isPlaying, speed } = this.#player;
    if (!replay || !frame) return nothing;
    const { index } = frame;
    const { length } = replay;
    const place = { index, length, at: replay.timeOf(index), lasts: replay.timeOf(length - 1), isPlaying, speed };
    return html`<lab-transport
      .place=${place}
      .words=${words}
      @play-toggled=${() => this.#player.toggle()}
      @stepped=${({ detail }: CustomEvent<number>) => this.#player.step(detail)}
      @frame-chosen=${this.#goTo}
      @speed-chosen=${({ detail }: CustomEvent<number>) => this.#player.setSpeed(detail)}
    ></lab-transport>`;
  }
}

customElements.define('lab-screen', LabScreen);

declare global {
  interface HTMLElementTagNameMap {
    'lab-screen': LabScreen;
  }
}
