import { millis, type Millis } from '../units.ts';

/*
 * Held time is the time from the first frame inside to the last. A gap of up to 0.4 s, outside or unseen, counts fully;
 * a longer one does not count at all, from its start. The clock pauses and never resets.
 */

/** The longest gap that counts fully, ms: a design choice, not yet tried on people. */
export const forgivenGap = millis(400);

/** The shortest time inside that is a hold, ms; it counts from its first frame. A design choice. */
export const holdDwell = millis(200);

/** Why the posture of a hold is not met in a frame. */
export type Lapse = 'posture' | 'unseen';

/** The clock of one hold; `banked` is the held time before the running stretch. */
export type HoldClock =
  | { readonly is: 'waiting' }
  | { readonly is: 'running'; readonly since: Millis; readonly last: Millis; readonly banked: Millis }
  | {
      readonly is: 'lapsing';
      readonly since: Millis;
      readonly last: Millis;
      readonly banked: Millis;
      readonly why: Lapse;
    }
  | { readonly is: 'paused'; readonly banked: Millis };

/** A clock that has not started. */
export const waitingClock: HoldClock = { is: 'waiting' };

/** The held time so far, ms: up to the last frame inside. */
export const heldOf = (clock: HoldClock): Millis => {
  if (clock.is === 'waiting') return millis(0);
  return clock.is === 'paused' ? clock.banked : millis(clock.banked + clock.last - clock.since);
};

/** Advances the clock to a frame that is inside, or that is not, for the given reason. */
export const tick = (clock: HoldClock, at: Millis, inside: true | Lapse): HoldClock => {
  if (inside === true) {
    if (clock.is === 'running' && at - clock.last <= forgivenGap) return { ...clock, last: at };
    if (clock.is === 'running') return tick(stopped({ ...clock, is: 'lapsing', why: 'unseen' }), at, true);
    if (clock.is === 'lapsing') {
      if (at - clock.last <= forgivenGap) return { is: 'running', since: clock.since, last: at, banked: clock.banked };
      return tick(stopped(clock), at, true);
    }
    return { is: 'running', since: at, last: at, banked: heldOf(clock) };
  }
  if (clock.is === 'running') return lapse({ ...clock, is: 'lapsing', why: inside }, at);
  return clock.is === 'lapsing' ? lapse(clock, at) : clock;
};

/** Stops a lapsing clock once its gap is longer than the forgiven one. */
const lapse = (clock: HoldClock & { is: 'lapsing' }, at: Millis): HoldClock =>
  at - clock.last > forgivenGap ? stopped(clock) : clock;

/** Banks the running stretch; one that is shorter than the dwell is dropped. */
const stopped = (clock: HoldClock & { is: 'lapsing' }): HoldClock => {
  if (clock.last - clock.since >= holdDwell) return { is: 'paused', banked: heldOf(clock) };
  return clock.banked > 0 ? { is: 'paused', banked: clock.banked } : waitingClock;
};
