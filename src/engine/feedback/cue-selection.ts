import type { Side } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import { urgencies, type CueId, type Urgency } from '../exercise/cues.ts';
import type { CueReason, UntimedEvent } from '../exercise/events.ts';

/** A cue that is being shown, and the urgency of the reason that it was given for. */
export interface ShownCue {
  readonly cue: CueId;
  readonly side: Side | undefined;
  readonly urgency: Urgency;
}

/*
 * One cue at a time. Six seconds between two corrections, fifteen before the same one; safety cues break the spacing.
 * After three times without a change a cue is not repeated.
 */

const betweenCorrections = 6000;
const beforeTheSame = 15_000;
const mostTimes = 3;
/** How long a cue that was requested once (after a phase) may wait for its turn, ms. */
const patience = 3000;
/** How long a cue stays on the screen, ms: at least, and at most while its fault lasts. */
const shownAtLeast = 4000;
const shownAtMost = 8000;

/** A requested cue, with its reason and its urgency: `ease-off` for a fault is safety, on the way back it is not. */
export interface WantedCue {
  readonly cue: CueId;
  readonly side: Side | undefined;
  readonly urgency: Urgency;
  readonly reason: CueReason;
}

/** The state of the selection. */
export interface CueState {
  readonly shown: (ShownCue & { readonly since: Millis }) | undefined;
  readonly lastAt: Millis | undefined;
  readonly lastOf: ReadonlyMap<CueId, Millis>;
  /** How often each cue was given since a repetition without it. */
  readonly times: ReadonlyMap<CueId, number>;
  readonly waiting: readonly (WantedCue & { readonly until: Millis })[];
}

/** The state before the first cue. */
export const unsaid: CueState = {
  shown: undefined,
  lastAt: undefined,
  lastOf: new Map(),
  times: new Map(),
  waiting: [],
};

/** Requests a cue once, to be given within the next seconds if its turn comes. */
export const ask = (state: CueState, wanted: WantedCue, at: Millis): CueState => ({
  ...state,
  waiting: [...state.waiting.filter(({ cue }) => cue !== wanted.cue), { ...wanted, until: (at + patience) as Millis }],
});

/** Resets the repeats of every cue that is not among the flaws of a repetition: it may be given again. */
export const forgive = (state: CueState, flaws: ReadonlySet<CueId>): CueState => ({
  ...state,
  times: new Map([...state.times].filter(([cue]) => flaws.has(cue))),
});

const rank = ({ urgency }: WantedCue): number => urgencies.indexOf(urgency);

/** Whether the spacing and the limit of repeats allow a cue now. */
const isAllowed = (state: CueState, { cue, urgency }: WantedCue, at: Millis): boolean => {
  if ((state.times.get(cue) ?? 0) >= mostTimes && urgency !== 'safety') return false;
  const last = state.lastOf.get(cue);
  if (urgency === 'safety') return last === undefined || at - last >= betweenCorrections;
  if (state.lastAt !== undefined && at - state.lastAt < betweenCorrections) return false;
  return last === undefined || at - last >= beforeTheSame;
};

/** Chooses at most one cue from the persisting and the requested ones; returns the cue that is given in this frame. */
export const choose = (
  before: CueState,
  persisting: readonly WantedCue[],
  at: Millis,
): readonly [CueState, WantedCue | undefined] => {
  const waiting = before.waiting.filter(({ until }) => until >= at);
  const state = { ...before, waiting, shown: stillShown(before, persisting, at) };
  const wanted = [...persisting, ...waiting]
    .toSorted((a, b) => rank(a) - rank(b))
    .find((one) => isAllowed(state, one, at));
  if (!wanted) return [state, undefined];
  const { cue, side, urgency, reason } = wanted;
  return [
    {
      shown: { cue, side, urgency, since: at },
      lastAt: at,
      lastOf: new Map(state.lastOf).set(cue, at),
      times: new Map(state.times).set(cue, (state.times.get(cue) ?? 0) + 1),
      waiting: waiting.filter((one) => one.cue !== cue),
    },
    { cue, side, urgency, reason },
  ];
};

/** The event of a cue that was given. */
export const cueGiven = ({ cue, side, urgency, reason }: WantedCue): UntimedEvent => ({
  type: 'cue-given',
  cue,
  ...(side ? { side } : {}),
  urgency,
  reason,
});

/** The cue on the screen, until its time is over. */
const stillShown = ({ shown }: CueState, persisting: readonly WantedCue[], at: Millis): CueState['shown'] => {
  if (!shown) return undefined;
  const age = at - shown.since;
  const persists = persisting.some(({ cue }) => cue === shown.cue);
  return age < (persists ? shownAtMost : shownAtLeast) ? shown : undefined;
};
