import type { TimedPose } from '../engine/pose/pose.ts';
import { millis } from '../engine/units.ts';
import type { Asking, PageSight, PoseSource } from './ports.ts';
import { Stream, type Listenable } from './stream.ts';

/** The source was let go of, could be opened again, or is open again. */
export type SourceChange = 'released' | 'awaited' | 'reopened';

/**
 * A source that lets go of the camera as soon as the page is hidden, and opens it again when poses are asked for and the page is
 * seen: nobody is watched who is not looking. Between two exercises it stays as it is. Time goes on without a jump back.
 */
export class LastingSource implements PoseSource {
  readonly #open: () => Promise<PoseSource>;
  readonly #sight: PageSight;
  readonly #changes = new Stream<SourceChange>();
  readonly #stopListening: () => void;
  #source: PoseSource;
  #isReleased = false;
  #asking: Asking | undefined;

  /** `open` opens it again; `source` is open already. */
  constructor(source: PoseSource, open: () => Promise<PoseSource>, sight: PageSight) {
    this.#source = source;
    this.#open = open;
    this.#sight = sight;
    this.#stopListening = sight.changes.listen((isVisible) => {
      if (!isVisible) this.#release();
      else if (this.#isReleased) this.#changes.publish('awaited');
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
      if (signal.aborted) return;
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
    this.#stopListening();
    this.#release();
  }

  #release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#source.close();
    this.#changes.publish('released');
  }

  async #reopen(signal: AbortSignal): Promise<void> {
    await this.#seen(signal);
    if (signal.aborted) return;
    this.#source = await this.#open();
    this.#isReleased = false;
    if (this.#asking) this.#source.follow?.(this.#asking);
    this.#changes.publish('reopened');
  }

  /** Resolves when the page is visible, or the signal aborts. */
  async #seen(signal: AbortSignal): Promise<void> {
    if (this.#sight.isVisible || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const pass = (): void => {
        stopListening();
        signal.removeEventListener('abort', pass);
        resolve();
      };
      const stopListening = this.#sight.changes.listen((isVisible) => isVisible && pass());
      signal.addEventListener('abort', pass);
    });
  }
}
