import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clockAt } from '../../session/async/clock.ts';
import type { PageVisibility } from '../../session/ports.ts';
import type { ProgressSlot, ProgressStore, RoutineProgress } from '../../session/guide/progress.ts';
import type { Routine } from '../../session/planning/routines.ts';
import { TimedChoice } from '../../session/guide/timed-choice.ts';
import { continuable } from '../unfinished.ts';

/** How long the question waits before the session resumes by itself, ms: time to return to the laptop. */
export const resumeWaits = 12_000;

/** How often the remaining time is updated, ms. */
const tick = 250;

/** What the user may do with an unfinished session. */
export type ResumeChoice = 'go-on' | 'start-over';

/** The start of a session: the app looks for an unfinished one, asks about it, or has decided. */
export type Beginning =
  | { readonly is: 'looking' }
  | { readonly is: 'asking'; readonly progress: RoutineProgress; readonly choice: TimedChoice<ResumeChoice> }
  /** The session runs in another tab; it starts here only if the user asks for it. */
  | { readonly is: 'elsewhere'; readonly claimBeside: () => ProgressSlot }
  /** `store`: the slot where it is saved; `undefined` if it is not saved. `progress`: what it resumes. */
  | {
      readonly is: 'known';
      readonly store: ProgressSlot | undefined;
      readonly progress: RoutineProgress | undefined;
    };

/** Pauses a question while the page is hidden; a pause by the user stays. Returns a function that stops this. */
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

/** The session to start. */
export interface BeginningRequest {
  readonly unfinished: ProgressStore;
  readonly routine: Routine;
  /** The link of the session, from `#` on. */
  readonly link: string;
  /** Whether the user has already chosen to resume. */
  readonly isResumed: boolean;
  readonly pageVisibility: PageVisibility;
}

/**
 * Decides with the user how a session starts. Unfinished progress is not overwritten before the user chooses; without
 * an answer the session resumes. Holds the session's slot until it ends or the host is disconnected.
 */
export class BeginningController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onOther: (progress: RoutineProgress) => void;
  #beginning: Beginning | undefined;
  #visit: AbortController | undefined;

  /** `onOther` is called if the user resumes progress that another link trains. */
  constructor(host: ReactiveControllerHost, onOther: (progress: RoutineProgress) => void) {
    this.#host = host;
    this.#onOther = onOther;
    host.addController(this);
  }

  /** The state of the start; `undefined` before the first `begin`, and after `end`. */
  get now(): Beginning | undefined {
    return this.#beginning;
  }

  /** Begins; `undefined`, for a session that is not saved, needs no question. */
  begin(request: BeginningRequest | undefined): void {
    this.#visit?.abort();
    const { signal } = (this.#visit = new AbortController());
    if (!request) return this.#become({ is: 'known', store: undefined, progress: undefined });
    this.#become({ is: 'looking' });
    void this.#settle(request, signal);
  }

  /** Resumes or starts over. If the session runs in another tab, it starts here too, and cannot be resumed. */
  choose(choice: ResumeChoice): void {
    if (this.#beginning?.is === 'asking') this.#beginning.choice.answer(choice);
    if (this.#beginning?.is === 'elsewhere')
      this.#become({ is: 'known', store: this.#beginning.claimBeside(), progress: undefined });
  }

  /** Pauses or resumes the question. */
  togglePause(): void {
    if (this.#beginning?.is !== 'asking') return;
    const { choice } = this.#beginning;
    if (choice.isPaused) choice.resume();
    else choice.pause();
    this.#host.requestUpdate();
  }

  /** Releases the slot. */
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
    if (!store) return this.#become({ is: 'elsewhere', claimBeside: () => unfinished.claimBeside(routine.id, signal) });
    const progress = continuable(routine, store.read());
    const isContinued = progress && (isResumed || (await this.#wants(progress, request.pageVisibility, signal)));
    if (signal.aborted) return;
    if (isContinued && progress.link !== link) this.#onOther(progress);
    else this.#become({ is: 'known', store, progress: isContinued ? progress : undefined });
  }

  /** Asks whether to resume; the question pauses while the page is hidden. */
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
