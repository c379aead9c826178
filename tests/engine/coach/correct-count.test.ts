import { describe, expect, it } from 'vitest';
import { advance, begin, close, type CoachState } from '../../../src/engine/coach/coach.ts';
import { correctCount } from '../../../src/engine/coach/correct-count.ts';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import type { CorrectionBy } from '../../../src/engine/feedback/correction.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { resolve, viewOf, type Plan } from '../../../src/engine/rules/plan.ts';
import { millis, seconds } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { eventsOf, filmed } from '../../scenarios/play.ts';
import { hidden } from '../../scenarios/staging.ts';

/* The figure raises its arms; the user corrects the count at these moments. */

const planned = (dose: { readonly sets?: number; readonly reps: number }, range: 'norm' | 'timed' = 'norm'): Plan =>
  resolve(cheer, viewOf(cheer), { sets: 1, rest: seconds(10), ...dose }, 1, { is: range });

/** A correction in the first frame in which something is so. */
interface Press {
  readonly when: (state: CoachState, events: readonly CoachingEvent[]) => boolean;
  readonly by: CorrectionBy;
}

/** Judges a film of raised arms, also while it is not seen, with these corrections, one after the other. */
const judged = (
  plan: Plan,
  presses: readonly Press[],
  { repetitions = 3, unseen = [0, 0] as readonly [number, number] } = {},
) => {
  const film = filmed(cheer, performanceOf(cheer.motion, { repetitions }), { framesPerSecond: 12 });
  let state = begin(plan);
  const events: CoachingEvent[] = [];
  const due = [...presses];
  const corrected: CoachState[] = [];
  let lastAt = millis(0);
  for (const pose of film) {
    const [next, , happened] = advance(plan, state, hidden(/./, ...unseen)(pose));
    lastAt = millis(pose.at);
    state = next;
    events.push(...happened);
    for (const press of presses) {
      if (press !== due[0] || !press.when(state, events)) continue;
      due.shift();
      const [after, told] = correctCount(plan, state, press.by, lastAt);
      state = after;
      corrected.push(after);
      events.push(...told);
    }
  }
  expect(due, 'corrections that were never due').toEqual([]);
  events.push(...close(plan, state, lastAt));
  return { state, events, corrected, types: events.map(({ type }) => type) };
};

const inPhase =
  (phase: CoachState['coaching']['phase'], repetitions = 0): Press['when'] =>
  ({ coaching }) =>
    coaching.phase === phase && coaching.repetitions === repetitions;

const numbersIn = (events: readonly CoachingEvent[]): readonly number[] =>
  eventsOf(events, 'rep-completed').map(({ number }) => number);

describe('a correction', () => {
  it('is followed by the numbers of the repetitions', () => {
    const plus = judged(planned({ reps: 5 }), [{ when: inPhase('ready', 1), by: 1 }]);
    expect(numbersIn(plus.events)).toEqual([1, 3, 4]);
    const minus = judged(planned({ reps: 5 }), [{ when: inPhase('ready', 2), by: -1 }]);
    expect(numbersIn(minus.events)).toEqual([1, 2, 2]);
    expect(minus.state.coaching).toMatchObject({ repetitions: 2, ownCount: { added: 0, takenBack: 1 } });
  });

  it('has no effect before judging has begun, where only the time is kept, and after the end', () => {
    for (const phase of ['looking', 'neutral', 'countdown'] as const)
      expect(judged(planned({ reps: 5 }), [{ when: inPhase(phase), by: 1 }]).types).not.toContain('count-corrected');
    const timed = judged(planned({ reps: 5 }, 'timed'), [{ when: inPhase('working'), by: 1 }]);
    expect(timed.types).not.toContain('count-corrected');
    const ended = judged(planned({ reps: 1 }), [{ when: inPhase('ended', 1), by: -1 }]);
    expect(ended.types).not.toContain('count-corrected');
  });
});

describe('a set', () => {
  it('is complete with the user’s own count, and the exercise ends', () => {
    const { events } = judged(planned({ reps: 3 }), [{ when: inPhase('ready', 2), by: 1 }]);
    expect(numbersIn(events)).toEqual([1, 2]);
    expect(eventsOf(events, 'session-ended')).toMatchObject([{ why: 'completed' }]);
  });

  it('closes an attempt that is open then, as neither a repetition nor a miss', () => {
    const { events, state } = judged(planned({ reps: 2 }), [{ when: inPhase('working', 1), by: 1 }]);
    expect(eventsOf(events, 'rep-attempted')).toMatchObject([{ reason: { kind: 'interrupted' } }]);
    expect(eventsOf(events, 'attempt-opened')).toHaveLength(2);
    expect(state.coaching.attempts).toBe(0);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
  });

  it('goes on after a repetition was taken back in the rest that followed it', () => {
    const { events, state } = judged(planned({ sets: 2, reps: 2 }), [{ when: inPhase('resting'), by: -1 }], {
      repetitions: 8,
    });
    expect(numbersIn(events)).toEqual([1, 2, 2, 1, 2]);
    expect(eventsOf(events, 'set-completed').map(({ set }) => set)).toEqual([1, 1]);
    const changes = eventsOf(events, 'phase-changed').filter(({ from }) => from === 'resting');
    expect(changes.map(({ to }) => to)).toEqual(['countdown', 'countdown']);
    expect(state.coaching).toMatchObject({ set: 2, repetitions: 2 });
  });

  it('takes nothing more in its rest', () => {
    const { types } = judged(planned({ sets: 2, reps: 2 }), [{ when: inPhase('resting'), by: 1 }]);
    expect(types).not.toContain('count-corrected');
  });

  it('is complete again where what was taken back in the rest is restored', () => {
    const presses: readonly Press[] = [
      { when: inPhase('resting'), by: -1 },
      { when: () => true, by: 1 },
    ];
    const { events, state } = judged(planned({ sets: 2, reps: 2 }), presses, { repetitions: 4 });
    expect(eventsOf(events, 'count-corrected').map(({ of }) => of)).toEqual(['judged', 'judged']);
    expect(eventsOf(events, 'set-completed').map(({ set }) => set)).toEqual([1, 1]);
    expect(state.coaching.ownCount).toBeUndefined();
  });

  it('is complete also where the user stands at the screen, out of sight, and it was the last', () => {
    const plan = planned({ reps: 2 });
    const seen = judged(plan, [], { repetitions: 4 });
    const [first] = eventsOf(seen.events, 'rep-completed');
    const from = (first?.at ?? 0) + 100;
    const { events } = judged(plan, [{ when: inPhase('paused', 1), by: 1 }], {
      repetitions: 4,
      unseen: [from, from + 9000],
    });
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(events.at(-1)?.at).toBeLessThan(from + 3000);
  });

  it('goes on where only one of several is complete out of sight', () => {
    const plan = planned({ sets: 2, reps: 2 });
    const [first] = eventsOf(judged(plan, [], { repetitions: 4 }).events, 'rep-completed');
    const from = (first?.at ?? 0) + 100;
    const press: readonly Press[] = [{ when: inPhase('paused', 1), by: 1 }];
    const { types } = judged(plan, press, { repetitions: 4, unseen: [from, from + 4000] });
    const [seenAgain, setDone] = [types.indexOf('seen-again'), types.indexOf('set-completed')];
    expect(seenAgain).toBeGreaterThan(0);
    expect(setDone).toBeGreaterThan(seenAgain);
  });
});

describe('an attempt that was lost from sight', () => {
  it('can be counted by the user, which shows at once: the count, whose it is, and no reason against it', () => {
    const plan = planned({ reps: 5 });
    const opened = eventsOf(judged(plan, []).events, 'attempt-opened')[0]?.at ?? 0;
    const isLost: Press['when'] = ({ coaching }) => coaching.lastReason?.kind === 'unseen';
    const press: readonly Press[] = [{ when: isLost, by: 1 }];
    const { events, corrected } = judged(plan, press, { unseen: [opened + 300, opened + 6000] });
    expect(corrected[0]?.coaching).toMatchObject({ repetitions: 1, ownCount: { added: 1, takenBack: 0 }, attempts: 1 });
    expect(corrected[0]?.coaching.lastReason).toBeUndefined();
    expect(eventsOf(events, 'count-corrected')).toMatchObject([{ by: 1, of: 'own', number: 1, exercise: 'cheer' }]);
  });
});
