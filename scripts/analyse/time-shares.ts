/** A stretch of time, ms since the first frame. */
export interface Stretch<K> {
  readonly key: K;
  readonly from: number;
  readonly to: number;
}

/** Adds up for how long each of several things was so: each frame's holds until the next. */
export class TimeShares<K> {
  readonly #stretches: Stretch<K>[] = [];

  /** Takes what is so from a moment on, ms since the first frame. */
  pass(key: K, at: number): void {
    const last = this.#stretches.at(-1);
    if (last) this.#stretches[this.#stretches.length - 1] = { ...last, to: at };
    if (!last || last.key !== key) this.#stretches.push({ key, from: at, to: at });
  }

  /** For how long something was so, ms. */
  of(key: K): number {
    return this.stretchesOf(key).reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** When something was so. */
  stretchesOf(key: K): readonly Stretch<K>[] {
    return this.#stretches.filter((stretch) => stretch.key === key);
  }

  /** All that was ever so, the longest first. */
  get keys(): readonly K[] {
    const keys = [...new Set(this.#stretches.map(({ key }) => key))];
    return keys.toSorted((one, other) => this.of(other) - this.of(one));
  }
}
