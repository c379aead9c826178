import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Replay, ReplayFrame } from '../../session/workout/replay.ts';
import { renderEvery } from './lab-frame.ts';

/** The speeds of a replay; 1 is that of the recording. */
export const speeds = [0.25, 0.5, 1, 2, 4, 8] as const;

/** The longest step between two paints, ms: a page that was hidden does not leap. */
const longestStep = 250;

/** Plays a replay: paints every frame that comes to be shown, and updates its host a few times a second. */
export class Player implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #paint: (frame: ReplayFrame) => void;
  #replay: Replay | undefined;
  #frame: ReplayFrame | undefined;
  /** The place, ms since the first frame; it runs on between frames. */
  #at = 0;
  #speed: number = 1;
  #ticking: number | undefined;
  #ticked = 0;
  #rendered = 0;

  constructor(host: ReactiveControllerHost, paint: (frame: ReplayFrame) => void) {
    this.#host = host;
    this.#paint = paint;
    host.addController(this);
  }

  get replay(): Replay | undefined {
    return this.#replay;
  }

  /** The frame that is shown. */
  get frame(): ReplayFrame | undefined {
    return this.#frame;
  }

  get isPlaying(): boolean {
    return this.#ticking !== undefined;
  }

  get speed(): number {
    return this.#speed;
  }

  /** Shows the first frame of a replay; `undefined` shows none. */
  open(replay: Replay | undefined): void {
    this.pause();
    this.#replay = replay;
    this.#frame = undefined;
    if (replay) this.goTo(0);
  }

  /** Shows a frame by its number; it plays on from there if it is playing. */
  goTo(index: number): void {
    const { replay } = this;
    if (!replay) return;
    this.#frame = replay.frameAt(index);
    this.#at = replay.timeOf(this.#frame.index);
    this.#paint(this.#frame);
    this.#host.requestUpdate();
  }

  /** Goes on by so many frames, and pauses. */
  step(by: number): void {
    this.pause();
    this.goTo((this.#frame?.index ?? 0) + by);
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#host.requestUpdate();
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.#play();
  }

  pause(): void {
    if (this.#ticking !== undefined) cancelAnimationFrame(this.#ticking);
    this.#ticking = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.pause();
  }

  #play(): void {
    const { replay } = this;
    if (!replay) return;
    // From the end it begins again.
    if ((this.#frame?.index ?? 0) >= replay.length - 1) this.goTo(0);
    this.#ticked = performance.now();
    this.#ticking = requestAnimationFrame(this.#tick);
    this.#host.requestUpdate();
  }

  readonly #tick = (now: number): void => {
    const { replay } = this;
    if (!replay) return;
    this.#at += Math.max(0, Math.min(longestStep, now - this.#ticked)) * this.#speed;
    this.#ticked = now;
    const index = replay.indexAt(this.#at);
    if (index !== this.#frame?.index) {
      this.#frame = replay.frameAt(index);
      this.#paint(this.#frame);
    }
    if (index >= replay.length - 1) {
      this.pause();
      return;
    }
    this.#ticking = requestAnimationFrame(this.#tick);
    if (now - this.#rendered < renderEvery) return;
    this.#rendered = now;
    this.#host.requestUpdate();
  };
}
