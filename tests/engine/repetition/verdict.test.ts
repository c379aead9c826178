import { describe, expect, it } from 'vitest';
import { loseSight } from '../../../src/engine/repetition/attempt.ts';
import { millis } from '../../../src/engine/units.ts';
import {
  attempt,
  butterflyTrial,
  cheerTrial,
  frontCheerTrial,
  flexionTrial,
  tiltTrial,
  type Move,
  type Trial,
  type Tried,
} from './attempts.ts';

const up = [2000, 165] as const;
const top = [700, 165] as const;
const down = [4500, 0] as const;
const flexed = (lasts: number, stroke = 2000): readonly Move[] => [
  [stroke, 35],
  [lasts, 35],
  [stroke, 0],
];
const extended = (lasts: number): readonly Move[] => [
  [1500, -14],
  [lasts, -14],
  [2000, 0],
];

const closing = ({ events }: Tried) => events.at(-1);
/** Why the moves are no repetition; `undefined` for a repetition. */
const reasonFor = (trial: Trial, moves: readonly Move[], number?: number) => {
  const { verdict } = attempt(trial, moves, number);
  if (!verdict) throw new Error('The attempt is not over.');
  expect(verdict.event.type).toBe(verdict.reason ? 'rep-attempted' : 'rep-completed');
  return verdict.reason;
};

describe('a repetition', () => {
  it('names its number, side, peak, goal and strokes', () => {
    const event = closing(attempt(cheerTrial(), [up, top, down], 3));
    expect(event).toMatchObject({
      type: 'rep-completed',
      number: 3,
      side: 'right',
      goals: [{ end: 'up', side: 'right', measure: 'shoulderFlexion', is: 'above', value: 160, tolerance: 10 }],
      strokes: [{ end: 'up' }],
    });
    if (event?.type !== 'rep-completed') throw new Error('It is a repetition.');
    expect(event.peak).toBeCloseTo(165, 5);
    // A smooth stroke reads 0.9 to 1.1 of its time.
    expect(Math.abs((event.strokes[0]?.out ?? 0) - 2000)).toBeLessThan(200);
    expect(Math.abs((event.strokes[0]?.back ?? 0) - 4500)).toBeLessThan(450);
  });

  it('has its peak at the smallest value where the goal is below rest', () => {
    const event = closing(
      attempt(butterflyTrial(), [
        [1500, 0.6],
        [3000, 0.6],
        [1500, 2],
      ]),
    );
    expect(event).toMatchObject({ type: 'rep-completed', peak: expect.closeTo(0.6, 5) });
  });

  it('has a held time only where something is held', () => {
    expect(closing(attempt(cheerTrial(), [up, top, down]))).not.toHaveProperty('heldMs');
    expect(
      closing(
        attempt(tiltTrial(), [
          [2000, 30],
          [3000, 30],
          [2000, 0],
        ]),
      ),
    ).toMatchObject({
      side: 'left',
      heldMs: expect.any(Number),
    });
  });

  it.each([
    [7000, 2500],
    [2500, 7000],
  ])('of two endpoints is held for the shorter of their times: %i and %i ms', (first, second) => {
    const tried = attempt(flexionTrial(), [...flexed(first), ...extended(second)]);
    const event = closing(tried);
    if (event?.type !== 'rep-completed') throw new Error('It is a repetition.');
    // The ends of the two strokes, of two seconds each at most, are inside too.
    expect(event.heldMs).toBeGreaterThanOrEqual(2500);
    expect(event.heldMs).toBeLessThan(6500);
    expect(event.peak).toBeCloseTo(35, 5);
    expect(event.goals.map(({ end }) => end)).toEqual(['flexion', 'extension']);
    expect(event.strokes.map(({ end }) => end)).toEqual(['flexion', 'extension']);
  });
});

describe('the height of a repetition', () => {
  const raisedTo = (top: number, strictness?: number) =>
    attempt(cheerTrial(strictness), [[2000, top], [700, top], down]).verdict;

  it('counts from the floor of 120 degrees, and is full from the point where the goal is met', () => {
    expect(raisedTo(119)?.event.type).toBe('rep-attempted');
    for (const top of [121, 149]) {
      expect(raisedTo(top)).toMatchObject({ event: { type: 'rep-completed', full: false }, isPartial: true });
    }
    for (const top of [151, 165]) {
      expect(raisedTo(top)).toMatchObject({ event: { type: 'rep-completed', full: true }, isPartial: false });
    }
  });

  it('counts a quick raise at 13 frames per second that is past the floor for 0.17 s', () => {
    const raise: readonly Move[] = [
      [525, 127],
      [525, 0],
    ];
    expect(attempt(cheerTrial(), raise, 1, 75).verdict?.event).toMatchObject({ type: 'rep-completed', full: false });
  });

  it('does not count a reading that leaps past the floor in one frame', () => {
    const leap: readonly Move[] = [[1000, 100], [50, 140], [50, 100], down];
    expect(attempt(cheerTrial(), leap).verdict?.event.type).toBe('rep-attempted');
  });

  it('is full at a point that follows the strictness; the floor does not', () => {
    expect(raisedTo(146, 1.5)?.event).toMatchObject({ full: true });
    expect(raisedTo(151, 0.8)?.event).toMatchObject({ full: false });
    expect(raisedTo(153, 0.8)?.event).toMatchObject({ full: true });
    for (const strictness of [0.8, 1.5]) {
      expect(raisedTo(119, strictness)?.event.type).toBe('rep-attempted');
      expect(raisedTo(121, strictness)?.event.type).toBe('rep-completed');
    }
  });

  it('is not graded where something is held, nor in an attempt', () => {
    const tilted = attempt(tiltTrial(), [
      [2000, 30],
      [3000, 30],
      [2000, 0],
    ]).verdict;
    expect(tilted?.event.type).toBe('rep-completed');
    expect(tilted?.event).not.toHaveProperty('full');
    expect(tilted?.isPartial).toBe(false);
    expect(raisedTo(119)?.event).not.toHaveProperty('full');
    expect(raisedTo(119)?.isPartial).toBe(false);
  });
});

describe('a movement far from the exercise’s own', () => {
  const bent = 120;

  it('is one that was hardly tried: less than 30 % of the way', () => {
    const lifted = (to: number) =>
      attempt(cheerTrial(), [
        [1500, to],
        [500, to],
        [1500, 0],
      ]).verdict;
    expect(lifted(12)).toMatchObject({ reason: { kind: 'range', shortBy: expect.closeTo(108, 5) }, isFar: true });
    expect(lifted(47)?.isFar).toBe(true);
    expect(lifted(49)?.isFar).toBe(false);
  });

  it('is none whose required posture was kept and then lost', () => {
    expect(attempt(cheerTrial(), [[1500, 100], [700, 100, bent], down]).verdict).toMatchObject({
      reason: { kind: 'posture' },
      isFar: false,
    });
  });

  it('is one whose sides were too far apart at its furthest point', () => {
    const raised = (left: number, right: number) =>
      attempt(frontCheerTrial(right / left), [
        [2000, left],
        [500, left],
        [3000, 0],
      ]).verdict;
    expect(raised(100, 60)).toMatchObject({ reason: { kind: 'range' }, isFar: true });
    expect(raised(100, 70)).toMatchObject({ reason: { kind: 'range' }, isFar: false });
  });
});

describe('no repetition', () => {
  const bent = 120;

  it('is an attempt whose primary measure was unseen for more than half a second', () => {
    const hiddenFor = (ms: number): readonly Move[] => [[1500, 120], [ms, 'hidden'], [1000, 165], top, down];
    expect(reasonFor(cheerTrial(), hiddenFor(400))).toBeUndefined();
    expect(reasonFor(cheerTrial(), hiddenFor(700))).toEqual({ kind: 'unseen', forMs: 750 });
  });

  it('is an attempt whose required posture was lost for more than 0.4 s on the way out', () => {
    const bentFor = (ms: number): readonly Move[] => [[1500, 120], [ms, 120, bent], [1000, 165], top, down];
    expect(reasonFor(cheerTrial(), bentFor(350))).toBeUndefined();
    expect(reasonFor(cheerTrial(), bentFor(700))).toEqual({ kind: 'posture', measure: 'elbowFlexion' });
  });

  it('is a hand that goes to the head: an elbow that bends at the furthest point, without a hold', () => {
    // The figure's hand on top of its head, elbow seen from the side: 78 degrees; required are less than 65.
    const handAtHead = (elbow: number): readonly Move[] => [
      [700, 140],
      [1500, 140, elbow],
      [700, 0],
    ];
    for (const elbow of [78, bent])
      expect(reasonFor(cheerTrial(), handAtHead(elbow))).toEqual({ kind: 'posture', measure: 'elbowFlexion' });
    expect(reasonFor(cheerTrial(), handAtHead(60))).toBeUndefined();
  });

  it('is not an attempt whose elbow bends at the furthest point for 0.35 s', () => {
    expect(reasonFor(cheerTrial(), [up, [350, 165, bent], top, down])).toBeUndefined();
  });

  it('is not an attempt whose required posture was lost for a second on the way back', () => {
    expect(reasonFor(cheerTrial(), [up, top, [2000, 120], [1000, 100, bent], [2000, 0]])).toBeUndefined();
  });

  it('is an attempt that fell short, by the distance to the floor where nothing is held', () => {
    const short: readonly Move[] = [[2000, 119], [500, 119], down];
    const reason = { kind: 'range', measure: 'shoulderFlexion', shortBy: expect.closeTo(1, 5) };
    expect(reasonFor(cheerTrial(), short)).toEqual(reason);
    expect(reasonFor(cheerTrial(1.5), short)).toEqual(reason);
    expect(reasonFor(cheerTrial(0.8), short)).toEqual(reason);
  });

  it('is an attempt that fell short, by the distance to the point where the goal is met where it is held', () => {
    const short: readonly Move[] = [
      [2000, 20],
      [3000, 20],
      [2000, 0],
    ];
    const reason = { kind: 'range', measure: 'headSideBend' };
    expect(reasonFor(tiltTrial(), short)).toEqual({ ...reason, shortBy: expect.closeTo(22 - 20, 5) });
  });

  it('is an attempt that was held for too short a time', () => {
    const reason = reasonFor(butterflyTrial(), [
      [1500, 0.9],
      [800, 0.9],
      [1500, 2],
    ]);
    expect(reason).toMatchObject({ kind: 'hold', ofMs: 2000 });
    if (reason?.kind !== 'hold') throw new Error('It is the hold.');
    expect(reason.heldMs).toBeGreaterThanOrEqual(800);
    expect(reason.heldMs).toBeLessThan(2000);
  });

  it('is an attempt beyond the dose, however it was done', () => {
    const { plan } = cheerTrial();
    expect(reasonFor(cheerTrial(), [up, top, down], plan.reps)).toBeUndefined();
    expect(reasonFor(cheerTrial(), [up, top, down], plan.reps + 1)).toEqual({ kind: 'dose', ofReps: plan.reps });
    expect(reasonFor(cheerTrial(), [[2000, 100], down], plan.reps + 1)).toMatchObject({ kind: 'dose' });
  });

  it('names the goals and the side that were asked for', () => {
    expect(closing(attempt(cheerTrial(), [[2000, 110], down]))).toMatchObject({
      type: 'rep-attempted',
      side: 'right',
      goals: [{ end: 'up', value: 160 }],
    });
  });
});

describe('of several reasons', () => {
  const bent = [700, 100, 120] as const;

  it('sight is named before posture', () => {
    expect(reasonFor(cheerTrial(), [[1500, 100], bent, [700, 'hidden'], down])).toMatchObject({ kind: 'unseen' });
  });

  it('posture is named before range', () => {
    expect(reasonFor(cheerTrial(), [[1500, 100], bent, down])).toMatchObject({ kind: 'posture' });
  });

  it('posture is named before the hold', () => {
    const trial = butterflyTrial();
    expect(
      reasonFor(trial, [
        [1500, 1.4],
        [700, 1.4, 0.9],
        [500, 0.9],
        [600, 0.9],
        [1500, 2],
      ]),
    ).toEqual({
      kind: 'posture',
      measure: 'handOnShoulder',
    });
  });

  it('range is named before order', () => {
    expect(
      reasonFor(flexionTrial(), [
        [2000, 18],
        [2000, 18],
        [2000, 0],
      ]),
    ).toEqual({
      kind: 'range',
      measure: 'headOverHips',
      shortBy: expect.closeTo(22 - 18, 5),
    });
  });

  it('the hold is named before order', () => {
    const trial = flexionTrial();
    expect(reasonFor(trial, flexed(300, 1000))).toMatchObject({ kind: 'hold', ofMs: 2000 });
    const cutOff = (held: number) => {
      const { state, at } = attempt(trial, flexed(held, 1000).slice(0, 2));
      return loseSight(trial.plan, trial.rulebook, state, millis(at + 100)).verdict?.reason;
    };
    expect(cutOff(300)).toMatchObject({ kind: 'hold' });
    expect(cutOff(3000)).toEqual({ kind: 'order' });
  });

  it('order is named where the second endpoint was not tried, and range where it was', () => {
    const resting = [8000, 0] as const;
    expect(reasonFor(flexionTrial(), [...flexed(3000), [500, -2], [500, 0], resting])).toEqual({ kind: 'order' });
    expect(reasonFor(flexionTrial(), [...flexed(3000), [1000, -5], [1000, 0], resting])).toEqual({
      kind: 'range',
      measure: 'headOverHips',
      shortBy: expect.closeTo(2, 5),
    });
  });
});

describe('a fault of tempo', () => {
  const tempoOf = (trial: Trial, moves: readonly Move[], number?: number) => {
    const { verdict } = attempt(trial, moves, number);
    return [verdict?.event.type, verdict?.tempo];
  };
  const dropped = [800, 0] as const;
  const stopping: readonly Move[] = [70, 100, 130, 165].flatMap((to): readonly Move[] => [
    [1000, to],
    [400, to],
  ]);

  it('is a return within less than three seconds; it never voids the repetition', () => {
    expect(tempoOf(cheerTrial(), [up, top, down])).toEqual(['rep-completed', []]);
    // Too short a time, at a speed that is still allowed.
    expect(tempoOf(cheerTrial(), [up, top, [2500, 0]])).toEqual(['rep-completed', ['fast-return']]);
    expect(tempoOf(cheerTrial(), [up, top, dropped])).toEqual(['rep-completed', ['fast-return']]);
  });

  it('is a slow return that ends in a drop', () => {
    expect(tempoOf(cheerTrial(), [up, top, [4000, 120], dropped])).toEqual(['rep-completed', ['fast-return']]);
  });

  it('is a hurried way out where the exercise sets its shortest time', () => {
    const tilted = (out: number): readonly Move[] => [
      [out, 30],
      [3000, 30],
      [2000, 0],
    ];
    expect(tempoOf(tiltTrial(), tilted(600))).toEqual(['rep-completed', ['fast-out']]);
    expect(tempoOf(tiltTrial(), tilted(2000))).toEqual(['rep-completed', []]);
    expect(tempoOf(cheerTrial(), [[600, 165], top, down])).toEqual(['rep-completed', []]);
  });

  it('is a stroke with several stops, which the event counts', () => {
    expect(tempoOf(cheerTrial(), [...stopping, down])).toEqual(['rep-completed', ['not-smooth']]);
    expect(closing(attempt(cheerTrial(), [...stopping, down]))).toMatchObject({ stops: 3 });
  });

  it('of a failed attempt is its stops only; none is named of one unseen or beyond the dose', () => {
    const short: readonly Move[] = [50, 70, 90].flatMap((to): readonly Move[] => [
      [1000, to],
      [400, to],
    ]);
    expect(tempoOf(cheerTrial(), [...short, [1000, 110], dropped])).toEqual(['rep-attempted', ['not-smooth']]);
    expect(tempoOf(cheerTrial(), [...short, [1000, 110], [700, 'hidden'], dropped])).toEqual(['rep-attempted', []]);
    expect(tempoOf(cheerTrial(), [...stopping, dropped], 99)).toEqual(['rep-attempted', []]);
  });
});
