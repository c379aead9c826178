import type { TimedPose } from '../engine/pose/pose.ts';
import { millis } from '../engine/units.ts';
import { Gate } from './gate.ts';
import type { Asking, PageSight, PoseSource } from './ports.ts';
import { Stream, type Listenable } from './stream.ts';

/** Nobody looks any more, somebody looks again, or what was let go of meanwhile is open again. */
export type SourceChange = 'hidden' | 'seen' | 'reopened';

/**
 * A source that tells when the page is hidden and seen again. A camera is let go of meanwhile, and opened again when poses are asked
 * for: nobody is watched who is not looking; a film and the figure wait. Time goes on without a jump back.
 */
export class LastingSource implements PoseSource {
  readonly #open: () => Promise<PoseSource>;
  /** Closed while the page is hidden. */
  readonly #seen = new Gate();
  readonly #changes = new Stream<SourceChange>();
  readonly #stopListening: () => void;
  #source: PoseSource;
  #isReleased = false;
  #isClosed = false;
  #asking: Asking | undefined;

  /** `open` opens it again; `source` is open already; `letsGo`: it is closed while the page is hidden. */
  constructor(source: PoseSource, open: () => Promise<PoseSource>, sight: PageSight, letsGo: boolean) {
    this.#source = source;
    this.#open = open;
    this.#stopListening = sight.changes.listen((isVisible) => {
      if (isVisible) this.#seen.open();
      else this.#seen.close();
      this.#changes.publish(isVisible ? 'seen' : 'hidden');
      if (!isVisible && letsGo) this.#release();
    });
  }

  get changes(): Listenable<SourceChange> {
    return this.#changes;
  }

  get picture(): PoseSource['picture'] {
    return this.#source.picture;
  }

  get mirrored(): boolean {
    return this.#source.mirrored;
  }

  get lasts(): number | undefined {
    return this.#source.lasts;
  }

  readonly isTruth = (): boolean => this.#source.isTruth();

  follow(asking: Asking): void {
    this.#asking = asking;
    this.#source.follow?.(asking);
  }

  async *poses(signal: AbortSignal): AsyncGenerator<TimedPose> {
    let [begins, last] = [0, 0];
    while (!signal.aborted) {
      if (this.#isReleased) await this.#reopen(signal);
      if (signal.aborted || this.#isClosed) return;
      for await (const pose of this.#source.poses(signal)) {
        if (this.#isReleased) break;
        last = begins + pose.at;
        yield { ...pose, at: millis(last) };
        if (this.#isReleased) break;
      }
      if (!this.#isReleased) return;
      begins = last + 1;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#release();
  }

  #release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#source.close();
  }

  async #reopen(signal: AbortSignal): Promise<void> {
    await this.#seen.passed(signal);
    if (signal.aborted) return;
    const source = await this.#open();
    // Who ended it meanwhile must not find the camera on again.
    if (this.#isClosed) return source.close();
    this.#source = source;
    this.#isReleased = false;
    if (this.#asking) source.follow?.(this.#asking);
    this.#changes.publish('reopened');
  }
}
