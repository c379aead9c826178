/** The types that a column can store its numbers in. */
type Values = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * A growing column of numbers, side by side in memory: an object for each would take several times as much, and all of
 * them would be looked at in each garbage collection.
 */
export class Column<T extends Values> {
  readonly #make: new (length: number) => T;
  #values: T;
  #length = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#values = new make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#make(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The number at an index below `length`. */
  at(index: number): number {
    return this.#values[index] ?? Number.NaN;
  }
}
