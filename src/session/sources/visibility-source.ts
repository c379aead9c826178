import type { TimedPose } from '../../engine/pose/pose.ts';
import type { SourceTime } from '../../engine/units.ts';
import { Gate } from '../async/gate.ts';
import type { PoseRequests, PageVisibility, PoseSource } from '../ports.ts';
import { Stream, type Listenable } from '../../async/stream.ts';
import { untilAborted } from '../../async/until-aborted.ts';

/** The page was hidden, became visible, or the camera was reopened after being released. */
export type SourceChange = 'hidden' | 'seen' | 'reopened';

/**
 * A source that yields nothing while the page is hidden. A camera is off meanwhile, and switched on again when poses
 * are requested; a film and the figure wait. Time never jumps back. After each wait the current visibility is checked:
 * it counts, not an earlier request.
 */
export class VisibilityAwareSource implements PoseSource {
  readonly #source: PoseSource;
  readonly #sight: PageVisibility;
  /** Closed while the page is hidden. */
  readonly #seen = new Gate();
  readonly #changes = new Stream<SourceChange>();
  readonly #stopListening: () => void;
  readonly #ending = new AbortController();
  /** Aborts when the page is hidden, and ends what was requested while it was visible. */
  #glance = new AbortController();

  /** Takes ownership of a source; one that can be switched on must be off. */
  constructor(source: PoseSource, sight: PageVisibility) {
    this.#source = source;
    this.#sight = sight;
    this.#look();
    this.#stopListening = sight.changes.listen(() => this.#look());
  }

  /** Publishes when the page is hidden or becomes visible, each once, and when the camera is on again. */
  get changes(): Listenable<SourceChange> {
    return this.#changes;
  }

  get isSeen(): boolean {
    return this.#sight.isVisible;
  }

  get picture(): PoseSource['picture'] {
    return this.#source.picture;
  }

  get camera(): PoseSource['camera'] {
    return this.#source.camera;
  }

  get mirrored(): boolean {
    return this.#source.mirrored;
  }

  get lasts(): number | undefined {
    return this.#source.lasts;
  }

  get isFilm(): boolean {
    return this.#source.isFilm === true;
  }

  get reader(): PoseSource['reader'] {
    return this.#source.reader;
  }

  readonly usesGroundTruth = (): boolean => this.#source.usesGroundTruth();

  follow(requests: PoseRequests): void {
    this.#source.follow?.(requests);
  }

  /**
   * Resolves when the page is visible and the source is on, or when the signal aborts. Rejects if the source cannot be
   * switched on; a failure while the page was hidden is retried.
   */
  async ready(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#seen.passed(signal);
      if (signal.aborted) return;
      const { signal: hidden } = this.#glance;
      if (hidden.aborted) continue;
      try {
        await this.#source.switchOn?.();
      } catch (thrown) {
        if (!hidden.aborted || signal.aborted) throw thrown;
      }
      if (!hidden.aborted) return;
    }
  }

  async *poses(signal: AbortSignal): AsyncGenerator<TimedPose<SourceTime>, void, undefined> {
    const until = AbortSignal.any([signal, this.#ending.signal]);
    for (let stretch = 0; !until.aborted; stretch += 1) {
      await this.ready(until);
      // A film or the figure cannot be iterated twice, and need not be.
      const over = this.#source.switchOff ? AbortSignal.any([until, this.#glance.signal]) : until;
      if (stretch > 0 && !over.aborted) this.#changes.publish('reopened');
      try {
        for await (const pose of untilAborted(this.#source.poses(over), over)) {
          await this.#seen.passed(over);
          if (over.aborted) break;
          yield pose;
          await this.#seen.passed(over);
        }
      } catch (thrown) {
        // An error of a source that was released is ignored.
        if (!over.aborted) throw thrown;
      }
      if (!over.aborted) return;
    }
  }

  /** Opens the camera again, as after the choice of another one; no effect without a camera, or while the page is hidden. */
  reopen(): void {
    if (!this.#source.switchOff || this.#seen.isClosed) return;
    this.#source.switchOff();
    const before = this.#glance;
    this.#glance = new AbortController();
    before.abort();
  }

  close(): void {
    this.#stopListening();
    this.#ending.abort();
    this.#source.close();
  }

  /** Updates the state to the current visibility of the page. */
  #look(): void {
    if (this.isSeen !== this.#seen.isClosed) return;
    if (this.isSeen) {
      this.#glance = new AbortController();
      this.#seen.open();
      this.#changes.publish('seen');
    } else {
      this.#seen.close();
      this.#source.switchOff?.();
      this.#changes.publish('hidden');
      this.#glance.abort();
    }
  }
}
