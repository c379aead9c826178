import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Plan } from '../../engine/rules/plan.ts';
import type { OpeningProgress } from '../../ports/opening-progress.ts';
import type { ProblemKind } from '../../ports/problem-kind.ts';
import { clockAt } from '../../session/async/clock.ts';
import { runWhileSeen } from '../../session/guide/run-while-seen.ts';
import type { PoseSource, SourceKind } from '../../session/ports.ts';
import { movementOf, type MadeMovement } from '../../session/record/movement.ts';
import { PoseRecorder } from '../../session/record/pose-recorder.ts';
import { openVisible } from '../../session/sources/open-visible.ts';
import { problemKindOf } from '../../session/sources/problem.ts';
import { missedAttempt } from '../../session/workout/missed-attempt.ts';
import type { ReplayEvent, ReplayMiss } from '../../session/workout/replay.ts';
import { Workout } from '../../session/workout/workout.ts';
import type { AppContext } from '../app-context.ts';
import { renderEvery, type LabFrame } from './lab-frame.ts';

/** What the Lab watches live: nothing yet, a source that is opening, is watched, or has ended, or a problem. */
export type LiveState =
  | { readonly is: 'idle' }
  | { readonly is: 'opening'; readonly progress: OpeningProgress | undefined }
  | { readonly is: 'running'; readonly source: PoseSource; readonly plan: Plan }
  | { readonly is: 'over'; readonly movement: MadeMovement; readonly plan: Plan }
  | { readonly is: 'problem'; readonly kind: ProblemKind };

/** What is watched live. */
export interface LiveRequest {
  readonly kind: Exclude<SourceKind, 'frames'>;
  readonly plan: Plan;
  readonly video: Blob | undefined;
}

/** Watches a source with a workout, and records it: paints every frame, and updates its host a few times a second. */
export class Live implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #context: () => Pick<AppContext, 'openSource' | 'pageVisibility' | 'wakeLock' | 'app'>;
  readonly #paint: (frame: LabFrame) => void;
  #state: LiveState = { is: 'idle' };
  #running = new AbortController();
  #frame: LabFrame | undefined;
  #events: ReplayEvent[] = [];
  #misses: ReplayMiss[] = [];

  constructor(
    host: ReactiveControllerHost,
    context: () => Pick<AppContext, 'openSource' | 'pageVisibility' | 'wakeLock' | 'app'>,
    paint: (frame: LabFrame) => void,
  ) {
    this.#host = host;
    this.#context = context;
    this.#paint = paint;
    host.addController(this);
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The last frame that was rendered. */
  get frame(): LabFrame | undefined {
    return this.#frame;
  }

  get events(): readonly ReplayEvent[] {
    return this.#events;
  }

  get misses(): readonly ReplayMiss[] {
    return this.#misses;
  }

  hostDisconnected(): void {
    this.#running.abort();
  }

  /** Ends what runs and forgets it. */
  reset(): void {
    this.#running.abort();
    [this.#frame, this.#events, this.#misses] = [undefined, [], []];
    this.#become({ is: 'idle' });
  }

  /** Ends what runs; its recording can then be replayed. */
  stop(): void {
    this.#running.abort();
  }

  /** Opens a source and watches it until it ends, it fails, or it is stopped. */
  async start({ kind, plan, video }: LiveRequest): Promise<void> {
    this.reset();
    const { signal } = (this.#running = new AbortController());
    const { openSource, pageVisibility, wakeLock, app } = this.#context();
    this.#become({ is: 'opening', progress: undefined });
    const onProgress = (progress: OpeningProgress): void => {
      if (!signal.aborted) this.#become({ is: 'opening', progress });
    };
    const request = { kind, clock: clockAt(1), frames: undefined, video, onProgress, signal };
    wakeLock.hold(signal);
    try {
      const source = await openVisible(openSource, request, pageVisibility);
      const recorder = new PoseRecorder();
      const at = Date.now();
      try {
        const workout = new Workout(plan, undefined, recorder);
        this.#follow(workout);
        this.#become({ is: 'running', source, plan });
        await runWhileSeen(workout, source, () => this.#host.requestUpdate(), signal);
      } finally {
        source.close();
      }
      if (!this.#isCurrent(signal)) return;
      const { recording } = recorder;
      const movement = movementOf(recording, plan, { at, app, source: kind, model: source.reader?.model });
      this.#become(recording.frames.length === 0 ? { is: 'idle' } : { is: 'over', movement, plan });
    } catch (thrown) {
      if (!this.#isCurrent(signal)) return;
      if (signal.aborted) this.#become({ is: 'idle' });
      else {
        const problem = problemKindOf(thrown);
        if (problem === 'unknown') console.error(thrown);
        this.#become({ is: 'problem', kind: problem });
      }
    }
  }

  /** Whether nothing was started or reset since. */
  #isCurrent(signal: AbortSignal): boolean {
    return this.#running.signal === signal && this.#state.is !== 'idle';
  }

  #follow(workout: Workout): void {
    let before: LabFrame['state'] | undefined;
    let [length, rendered] = [0, 0];
    workout.steps.listen(({ sight, state, coaching, events }) => {
      if (sight) length += 1;
      const index = Math.max(0, length - 1);
      for (const event of events) {
        this.#events = [...this.#events, { event, index }];
        const miss = missedAttempt(before, event);
        if (miss) this.#misses = [...this.#misses, { ...miss, index }];
      }
      before = state;
      if (!sight) return;
      const frame = { sight, state, coaching };
      this.#paint(frame);
      const now = performance.now();
      if (now - rendered < renderEvery) return;
      rendered = now;
      this.#frame = frame;
      this.#host.requestUpdate();
    });
  }

  #become(state: LiveState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
