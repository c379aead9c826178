import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clockAt } from '../../session/async/clock.ts';
import type { PageVisibility } from '../../session/ports.ts';
import type { ProgressSlot, ProgressStore, RoutineProgress } from '../../session/guide/progress.ts';
import type { Routine } from '../../session/planning/routines.ts';
import { TimedChoice } from '../../session/guide/timed-choice.ts';
import { continuable } from '../unfinished.ts';

/** How long the question waits before the session goes on by itself, ms: time to come back to the laptop. */
export const resumeWaits = 12_000;

/** How often the time that is left is shown, ms. */
const tick = 250;

/** What a person may do with what was left unfinished. */
export type ResumeChoice = 'go-on' | 'start-over';

/** How a session begins: whether it may be continued has still to be looked up, is asked, or is known. */
export type Beginning =
  | { readonly is: 'looking' }
  | { readonly is: 'asking'; readonly progress: RoutineProgress; readonly choice: TimedChoice<ResumeChoice> }
  /** It runs in another tab; nothing begins here until the person wants it. */
  | { readonly is: 'elsewhere' }
  /** `store`: where it is kept; none where it is not. `progress`: what it continues. */
  | {
      readonly is: 'known';
      readonly store: ProgressSlot | undefined;
      readonly progress: RoutineProgress | undefined;
    };

/** Lets a question wait while the page is hidden; a pause of the person's own stays theirs. Returns what ends that. */
const pauseWhileHidden = (choice: TimedChoice<ResumeChoice>, pageVisibility: PageVisibility): (() => void) => {
  let isHidden = false;
  const see = (isVisible: boolean): void => {
    if (isVisible && isHidden) choice.resume();
    isHidden = !isVisible && (isHidden || !choice.isPaused);
    if (isHidden) choice.pause();
  };
  see(pageVisibility.isVisible);
  return pageVisibility.changes.listen(see);
};

/** What is asked of a beginning. */
export interface BeginningRequest {
  readonly unfinished: ProgressStore;
  readonly routine: Routine;
  /** The link that trains it, from `#` on. */
  readonly link: string;
  /** Whether the person has already said that they want to go on. */
  readonly isResumed: boolean;
  readonly pageVisibility: PageVisibility;
}

/**
 * Decides with the person how a session begins: what was left unfinished is never written over before they chose. Without an answer
 * it goes on. It holds the session's slot until it ends or the host goes.
 */
export class BeginningController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onOther: (progress: RoutineProgress) => void;
  #beginning: Beginning | undefined;
  #visit: AbortController | undefined;

  /** `onOther` hears where the person continues what another link trains. */
  constructor(host: ReactiveControllerHost, onOther: (progress: RoutineProgress) => void) {
    this.#host = host;
    this.#onOther = onOther;
    host.addController(this);
  }

  /** How it begins; `undefined` before the first `begin`, and after the end. */
  get now(): Beginning | undefined {
    return this.#beginning;
  }

  /** Begins; for a session that is not kept there is nothing to ask. */
  begin(request: BeginningRequest | undefined): void {
    this.#visit?.abort();
    const { signal } = (this.#visit = new AbortController());
    if (!request) return this.#become({ is: 'known', store: undefined, progress: undefined });
    this.#become({ is: 'looking' });
    void this.#settle(request, signal);
  }

  /** Continues what was left unfinished, or starts over; where it runs in another tab it starts here too, and is not kept. */
  choose(choice: ResumeChoice): void {
    if (this.#beginning?.is === 'asking') this.#beginning.choice.answer(choice);
    if (this.#beginning?.is === 'elsewhere') this.#become({ is: 'known', store: undefined, progress: undefined });
  }

  /** Lets the question wait, or go on. */
  togglePause(): void {
    if (this.#beginning?.is !== 'asking') return;
    const { choice } = this.#beginning;
    if (choice.isPaused) choice.resume();
    else choice.pause();
    this.#host.requestUpdate();
  }

  /** Gives the slot back. */
  end(): void {
    this.#visit?.abort();
    this.#beginning = undefined;
  }

  hostDisconnected(): void {
    this.end();
  }

  async #settle(request: BeginningRequest, signal: AbortSignal): Promise<void> {
    const { unfinished, routine, link, isResumed } = request;
    const store = await unfinished.claim(routine.id, signal);
    if (signal.aborted) return;
    if (!store) return this.#become({ is: 'elsewhere' });
    const progress = continuable(routine, store.read());
    const isContinued = progress && (isResumed || (await this.#wants(progress, request.pageVisibility, signal)));
    if (signal.aborted) return;
    if (isContinued && progress.link !== link) this.#onOther(progress);
    else this.#become({ is: 'known', store, progress: isContinued ? progress : undefined });
  }

  /** Asks whether to go on; a page that is not seen waits. */
  async #wants(progress: RoutineProgress, pageVisibility: PageVisibility, signal: AbortSignal): Promise<boolean> {
    const choice = new TimedChoice<ResumeChoice>(clockAt(1), resumeWaits);
    const stopListening = pauseWhileHidden(choice, pageVisibility);
    const ticking = setInterval(() => this.#host.requestUpdate(), tick);
    this.#become({ is: 'asking', progress, choice });
    try {
      return (await choice.result(signal)) !== 'start-over';
    } finally {
      clearInterval(ticking);
      stopListening();
    }
  }

  #become(beginning: Beginning): void {
    this.#beginning = beginning;
    this.#host.requestUpdate();
  }
}
