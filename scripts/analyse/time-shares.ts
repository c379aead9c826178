/** A stretch of time, ms since the first frame. */
export interface Stretch<K> {
  readonly key: K;
  readonly from: number;
  readonly to: number;
}

/** Adds up how long each of several keys applied: each frame's key applies until the next frame. */
export class TimeShares<K> {
  readonly #stretches: Stretch<K>[] = [];

  /** Sets the key that applies from a time on, ms since the first frame. */
  pass(key: K, at: number): void {
    const last = this.#stretches.at(-1);
    if (last) this.#stretches[this.#stretches.length - 1] = { ...last, to: at };
    if (!last || last.key !== key) this.#stretches.push({ key, from: at, to: at });
  }

  /** How long a key applied, ms. */
  of(key: K): number {
    return this.stretchesOf(key).reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** The stretches in which a key applied. */
  stretchesOf(key: K): readonly Stretch<K>[] {
    return this.#stretches.filter((stretch) => stretch.key === key);
  }

  /** All keys that ever applied, the longest first. */
  get keys(): readonly K[] {
    const keys = [...new Set(this.#stretches.map(({ key }) => key))];
    return keys.toSorted((one, other) => this.of(other) - this.of(one));
  }
}
