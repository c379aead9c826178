import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Coaching } from '../../engine/coaching/coaching.ts';
import type { CoachingEvent } from '../../engine/coaching/events.ts';
import type { Plan } from '../../engine/coaching/plan.ts';
import type { Sight } from '../../engine/coaching/sight.ts';
import { clockAt } from '../../session/clock.ts';
import type {
  PageFrame,
  OpeningProgress,
  OpenSource,
  PoseSource,
  ProblemKind,
  RangeStore,
  SourceKind,
} from '../../session/ports.ts';
import { problemKindOf } from '../../session/problem.ts';
import type { SessionExport } from '../../session/export.ts';
import type { Summary } from '../../session/summary.ts';
import { Workout } from '../../session/workout.ts';

/** Where a visit of the training screen stands. */
export type TrainingState =
  | { readonly step: 'opening'; readonly progress: OpeningProgress | undefined }
  | { readonly step: 'running'; readonly source: PoseSource; readonly coaching: Coaching; readonly isPaused: boolean }
  /** `outcome`: what it had come to until then, where that is anything. */
  | { readonly step: 'problem'; readonly kind: ProblemKind; readonly outcome: Outcome | undefined }
  | { readonly step: 'over' };

/** What a session came to, and all of it to be saved as a file. */
export interface Outcome {
  readonly summary: Summary;
  readonly record: SessionExport;
}

/** What is to be trained, against what. */
export interface TrainingRequest {
  readonly plan: Plan;
  readonly kind: SourceKind;
  readonly openSource: OpenSource;
  readonly frames: AsyncIterable<PageFrame> | undefined;
  readonly video: Blob | undefined;
  /** Where the person's own ranges are kept; none where it is not the person who trains. */
  readonly ranges: Pick<RangeStore, 'write'> | undefined;
}

/** What a visit tells its screen besides its state. */
export interface TrainingListener {
  readonly onSight: (sight: Sight) => void;
  readonly onEvent: (event: CoachingEvent) => void;
  readonly onOver: (outcome: Outcome) => void;
}

/** Opens a source, runs a workout on it and keeps its host up to date; whatever it opened closes when the host goes. */
export class Training implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listener: TrainingListener;
  #state: TrainingState = { step: 'opening', progress: undefined };
  #workout: Workout | undefined;
  #visit: AbortController | undefined;

  constructor(host: ReactiveControllerHost, listener: TrainingListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  get state(): TrainingState {
    return this.#state;
  }

  hostDisconnected(): void {
    this.#visit?.abort();
  }

  /** Opens the source once and trains; what ran before ends. */
  async start(request: TrainingRequest): Promise<void> {
    this.#visit?.abort();
    const { signal } = (this.#visit = new AbortController());
    this.#workout = undefined;
    this.#become({ step: 'opening', progress: undefined });
    try {
      const source = await this.#open(request, signal);
      try {
        await this.#run(request, source, signal);
      } finally {
        source.close();
      }
    } catch (thrown) {
      if (signal.aborted) return;
      const kind = problemKindOf(thrown);
      if (kind === 'unknown') console.error(thrown);
      this.#become({ step: 'problem', kind, outcome: this.#outcomeSoFar() });
    }
  }

  /** Pauses, or goes on. */
  toggle(): void {
    if (this.#workout?.isPaused) this.resume();
    else this.pause();
  }

  pause(): void {
    this.#workout?.pause();
    this.#refresh();
  }

  resume(): void {
    this.#workout?.resume();
    this.#refresh();
  }

  /** Goes on without a practice repetition. */
  skipPractice(): void {
    this.#workout?.skipPractice();
  }

  /** Takes the person's own range again. */
  recalibrate(): void {
    this.#workout?.recalibrate();
    this.#refresh();
  }

  /** Ends the workout at the person's wish. */
  end(): void {
    this.#workout?.end();
  }

  async #open({ kind, openSource, frames, video }: TrainingRequest, signal: AbortSignal): Promise<PoseSource> {
    const source = await openSource({
      kind,
      clock: clockAt(1),
      frames,
      video,
      onProgress: (progress) => {
        if (!signal.aborted) this.#become({ step: 'opening', progress });
      },
      signal,
    });
    if (signal.aborted) source.close();
    signal.throwIfAborted();
    return source;
  }

  async #run({ plan, ranges }: TrainingRequest, source: PoseSource, signal: AbortSignal): Promise<void> {
    const workout = (this.#workout = new Workout(plan));
    workout.sights.listen(this.#listener.onSight);
    workout.coachings.listen(() => this.#refresh());
    workout.events.listen(this.#listener.onEvent);
    workout.ranges.listen((shown) => ranges?.write(plan.exercise.id, plan.view, shown, Date.now()));
    this.#become({ step: 'running', source, coaching: workout.coaching, isPaused: false });
    const summary = await workout.run(source, signal);
    this.#workout = undefined;
    if (signal.aborted) return;
    this.#become({ step: 'over' });
    this.#listener.onOver({ summary, record: workout.record });
  }

  #outcomeSoFar(): Outcome | undefined {
    if (!this.#workout) return undefined;
    const { summary, record } = this.#workout;
    const isAnything = summary.repetitions.length + summary.timed + summary.attempts.length > 0;
    return isAnything ? { summary, record } : undefined;
  }

  #refresh(): void {
    const { state } = this;
    if (!this.#workout || state.step !== 'running') return;
    this.#become({ ...state, coaching: this.#workout.coaching, isPaused: this.#workout.isPaused });
  }

  #become(state: TrainingState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
