import type { Coaching } from '../engine/coaching/coaching.ts';
import { judgedPhases } from '../engine/coaching/phase.ts';
import type { MeasureName } from '../engine/kinematics/measures.ts';
import type { UnjudgedTime } from './summary.ts';

const judged: ReadonlySet<string> = new Set(judgedPhases);

/** Adds up for how long each measure could not be judged, while judging. */
export class UnjudgedClock {
  readonly #times: Map<MeasureName, number>;
  #at: number | undefined;

  /** Goes on after the times of an earlier run. */
  constructor(earlier: readonly UnjudgedTime[] = []) {
    this.#times = new Map(earlier.map(({ measure, ms }) => [measure, ms]));
  }

  /** Takes what held until `at`, ms since the first frame. */
  pass(coaching: Coaching, at: number): void {
    const since = this.#at ?? at;
    this.#at = at;
    if (!judged.has(coaching.phase)) return;
    for (const measure of coaching.notJudged) {
      this.#times.set(measure, (this.#times.get(measure) ?? 0) + at - since);
    }
  }

  /** Forgets the time that passes until the next moment: nobody judged. */
  skip(): void {
    this.#at = undefined;
  }

  /** The measures that went unjudged for at least a second, longest first. */
  get times(): readonly UnjudgedTime[] {
    return [...this.#times]
      .map(([measure, ms]) => ({ measure, ms }))
      .filter(({ ms }) => ms >= 1000)
      .toSorted((one, other) => other.ms - one.ms);
  }
}
