import { idleAfterPaint } from './idle.ts';

/** What the screen is about: a session, what leads to one, or something else. */
export type Outlook = 'session' | 'leads-to-session' | 'other';

/** A visit of a screen. */
export interface Visit {
  /** Which visit it is. */
  readonly count: number;
  readonly outlook: Outlook;
  /** Whether the screen is shown, rather than that its code is loading. */
  readonly isShown: boolean;
}

/**
 * Reports the outlook of each visit once. One that leads to a session is reported when the page is idle after the screen
 * was painted, so that what is then opened ahead delays nothing that is seen.
 */
export class Foresight {
  readonly #report: (outlook: Outlook) => Promise<void>;
  readonly #painted: () => Promise<void>;
  #reported: Pick<Visit, 'count' | 'outlook'> | undefined;

  constructor(report: (outlook: Outlook) => Promise<void>, painted = idleAfterPaint) {
    this.#report = report;
    this.#painted = painted;
  }

  /** Call it after each update of the screen; resolves when what it reports has been opened. */
  async follow({ count, outlook, isShown }: Visit): Promise<void> {
    if (this.#reported?.count === count && this.#reported.outlook === outlook) return;
    const isPatient = outlook === 'leads-to-session';
    if (isPatient && !isShown) return;
    const reported = { count, outlook };
    this.#reported = reported;
    if (isPatient) await this.#painted();
    if (this.#reported === reported) await this.#report(outlook);
  }
}
