import { describe, expect, it } from 'vitest';
import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { interrupt, loseSight } from '../../../src/engine/repetition/attempt.ts';
import { millis } from '../../../src/engine/units.ts';
import {
  attempt,
  butterflyTrial,
  cheerTrial,
  flexionTrial,
  frontCheerTrial,
  tiltTrial,
  type Move,
  type Trial,
} from './attempts.ts';

const together = [1500, 0.9] as const;
const open = [1500, 2] as const;

/** An event in a word or two: the new phase, why a hold paused, or the event's type. */
const nameOf = (event: UntimedEvent): string => {
  if (event.type === 'phase-changed') return `${event.from} > ${event.to}`;
  return event.type === 'hold-paused' ? `hold-paused (${event.why})` : event.type;
};
/** The names of what happens in an attempt, in order. */
const story = (trial: Trial, moves: readonly Move[]): readonly string[] => attempt(trial, moves).events.map(nameOf);
const phasesOf = (trial: Trial, moves: readonly Move[]): readonly string[] =>
  story(trial, moves).filter((name) => name.includes('>'));

describe('the phases of an attempt', () => {
  it('are working, holding while its goal is met, and returning; then it is over', () => {
    expect(
      story(cheerTrial(), [
        [2000, 165],
        [700, 165],
        [4500, 0],
      ]),
    ).toEqual(['working > holding', 'holding > returning', 'rep-completed']);
  });

  it('switch at a turn by more than the hysteresis of 12 degrees, in either direction', () => {
    const swaying = (...values: readonly number[]): readonly Move[] => values.map((to) => [1000, to] as const);
    expect(phasesOf(cheerTrial(), swaying(100, 89))).toEqual([]);
    expect(phasesOf(cheerTrial(), swaying(100, 87))).toEqual(['working > returning']);
    expect(phasesOf(cheerTrial(), swaying(100, 80, 91))).toEqual(['working > returning']);
    expect(phasesOf(cheerTrial(), swaying(100, 80, 93))).toEqual(['working > returning', 'returning > working']);
  });

  it('measure a turn from the furthest point, not from the last one', () => {
    const slipping: readonly Move[] = [
      [1000, 100],
      [1000, 93],
      [500, 93],
      [1000, 86],
    ];
    expect(phasesOf(cheerTrial(), slipping)).toEqual(['working > returning']);
  });

  it('are holding once the goal has been met for 0.2 s, not for a moment', () => {
    const insideFor = (ms: number): readonly Move[] => [
      [1000, 149],
      [50, 152],
      [ms, 152],
      [50, 130],
    ];
    expect(phasesOf(cheerTrial(), insideFor(100))).not.toContain('working > holding');
    expect(phasesOf(cheerTrial(), insideFor(250))).toContain('working > holding');
  });

  it('return to holding where the goal is met again without having come back by two thirds', () => {
    expect(
      phasesOf(cheerTrial(), [
        [2000, 165],
        [500, 165],
        [1000, 100],
        [1000, 165],
        [500, 165],
      ]),
    ).toEqual(['working > holding', 'holding > returning', 'returning > working', 'working > holding']);
  });
});

/** Up to 150 degrees and back to this angle, then out again by 20 degrees. */
const outAgain = (back: number, top = 150): readonly Move[] => [
  [2000, top],
  [500, top],
  [2000, back],
  [1000, back + 20],
  [500, back + 20],
];

describe('a movement that turns out again before it is at rest', () => {
  it('is a repetition once it has come back by two thirds', () => {
    expect(attempt(cheerTrial(), outAgain(48)).verdict).toMatchObject({ event: { type: 'rep-completed' } });
    expect(attempt(cheerTrial(), outAgain(52)).verdict).toBeUndefined();
    expect(attempt(cheerTrial(), outAgain(100)).verdict).toBeUndefined();
  });

  it('must have come nearer to rest than half the floor (120 degrees)', () => {
    // Two thirds of 195 degrees are back at 65.
    expect(attempt(cheerTrial(), outAgain(63, 195)).verdict).toBeUndefined();
    expect(attempt(cheerTrial(), outAgain(58, 195)).verdict?.event.type).toBe('rep-completed');
  });

  it('is an attempt that fell short where it did not reach the floor', () => {
    expect(attempt(cheerTrial(), outAgain(30, 100)).verdict?.reason).toEqual({
      kind: 'range',
      measure: 'shoulderFlexion',
      shortBy: expect.closeTo(20, 5),
    });
  });

  it('must turn by more than the hysteresis of 12 degrees', () => {
    const turnedBy = (ms: number, by: number) =>
      attempt(cheerTrial(), [
        [2000, 150],
        [500, 150],
        [2000, 40],
        [1000, 40 + by],
        [ms, 40 + by],
      ]).verdict;
    expect(turnedBy(5000, 11)).toBeUndefined();
    expect(turnedBy(500, 13)?.event.type).toBe('rep-completed');
  });

  it('begins the next attempt where it turned', () => {
    const { next, verdict } = attempt(cheerTrial(), outAgain(40));
    expect(next?.repPath).toBe(verdict?.repPath);
    expect(next?.from.progress).toBeCloseTo(40, 5);
    // A second at rest, then up, at the top and back.
    expect(Math.abs((next?.from.at ?? 0) - 5500)).toBeLessThanOrEqual(100);
    expect(next?.trajectory.points[0]?.at).toBe(next?.from.at);
  });

  it('is timed up to the turn', () => {
    const event = attempt(cheerTrial(), [[1500, 150], [500, 150], [3500, 40], ...outAgain(40).slice(3)]).verdict?.event;
    const [stroke] = event?.type === 'rep-completed' ? event.strokes : [];
    expect(Math.abs((stroke?.back ?? 0) - 3500)).toBeLessThan(350);
  });

  it('begins no next attempt where it went on to rest', () => {
    const whole = attempt(cheerTrial(), [
      [2000, 150],
      [500, 150],
      [2000, 0],
    ]);
    expect(whole.verdict?.event.type).toBe('rep-completed');
    expect(whole.next).toBeUndefined();
  });

  it('turns for two arms where their mean does', () => {
    const moves: readonly Move[] = [
      [2000, 160],
      [500, 160],
      [2000, 50],
      [1000, 80],
    ];
    const { verdict, next } = attempt(frontCheerTrial(0.8), moves);
    expect(verdict?.event).toMatchObject({ type: 'rep-completed', peak: expect.closeTo(144, 5) });
    expect(next?.from.progress).toBeCloseTo(45, 5);
  });
});

describe('a movement that stays near rest', () => {
  it('is an attempt of its own, which closes once it is back by two thirds', () => {
    const lifted = (back: number) =>
      attempt(cheerTrial(), [
        [1000, 18],
        [300, 18],
        [600, back],
        [200, back],
      ]).verdict;
    expect(lifted(3)?.reason).toMatchObject({ kind: 'range', shortBy: expect.closeTo(102, 5) });
    expect(lifted(12)).toBeUndefined();
  });

  it('that ends elsewhere closes two seconds later, and that is rest from then on', () => {
    const moves: readonly Move[] = [
      [1000, 14],
      [4000, 14],
    ];
    const { verdict, at, rest, next } = attempt(cheerTrial(), moves);
    expect(verdict).toMatchObject({ reason: { kind: 'range' }, isFar: true });
    // The movement is over at 2000 ms; its last part is slow.
    expect(at).toBeGreaterThan(3500);
    expect(at).toBeLessThanOrEqual(4150);
    expect(rest?.get('shoulderFlexion.right')).toMatchObject({ value: 14 });
    expect(next).toBeUndefined();
  });

  it('is not closed while the arm is out', () => {
    expect(
      attempt(cheerTrial(), [
        [1500, 100],
        [6000, 100],
      ]).verdict,
    ).toBeUndefined();
  });
});

describe('a hold', () => {
  it('starts, is completed after its time, and ends with the return', () => {
    expect(story(butterflyTrial(), [together, [3000, 0.9], open])).toEqual([
      'working > holding',
      'hold-started',
      'hold-completed',
      'holding > returning',
      'hold-ended',
      'rep-completed',
    ]);
  });

  it('is completed two seconds after its goal was met', () => {
    const { events, times, state } = attempt(butterflyTrial(), [together, [3000, 0.9]]);
    const [completedAt = 0] = times.find(([, type]) => type === 'hold-completed') ?? [];
    expect(state.metAt).toBeDefined();
    expect(completedAt - (state.metAt ?? 0)).toBe(2000);
    expect(events).toContainEqual({ type: 'hold-completed', end: 'together' });
  });

  it('names its endpoint and its side', () => {
    const { events } = attempt(tiltTrial(), [
      [2000, 30],
      [3000, 30],
    ]);
    expect(events).toContainEqual({ type: 'hold-started', end: 'tilted', side: 'left' });
    expect(events).toContainEqual({ type: 'hold-completed', end: 'tilted', side: 'left' });
  });

  it('is not paused by a gap of a third of a second, which counts', () => {
    const gap = (...posture: readonly [Move[1], number?]): readonly string[] =>
      story(butterflyTrial(), [together, [1000, 0.9], [300, ...posture], [500, 0.9]]);
    const whole = ['working > holding', 'hold-started', 'hold-completed'];
    expect(gap('hidden')).toEqual(whole);
    expect(gap(0.9, 0.9)).toEqual(whole);
  });

  it('is paused while it is not met or not seen, and resumed, without leaving its phase', () => {
    const expected = (why: string) => [
      'working > holding',
      'hold-started',
      `hold-paused (${why})`,
      'hold-resumed',
      'hold-completed',
    ];
    const after: readonly Move[] = [
      [500, 0.9],
      [1500, 0.9],
    ];
    const slack: readonly Move[] = [
      [200, 1.3],
      [600, 1.3],
    ];
    expect(story(butterflyTrial(), [together, [500, 0.9], ...slack, ...after])).toEqual(expected('posture'));
    expect(story(butterflyTrial(), [together, [500, 0.9], [800, 'hidden'], ...after])).toEqual(expected('unseen'));
    expect(story(butterflyTrial(), [together, [500, 0.9], [800, 0.9, 0.9], ...after])).toEqual(expected('posture'));
  });

  it('does not count its pause', () => {
    const heldIn = (pause: number): number => {
      const { events } = attempt(butterflyTrial(), [together, [1200, 0.9], [pause, 0.9, 0.9], [1200, 0.9], open]);
      const ended = events.find(({ type }) => type === 'hold-ended');
      return ended?.type === 'hold-ended' ? ended.heldMs : 0;
    };
    expect(heldIn(600)).toBeGreaterThan(2400);
    expect(heldIn(1000)).toBe(heldIn(600));
  });

  it('that is left before its time returns after 60 % of the way, and is resumed from there', () => {
    const leaving: readonly Move[] = [together, [800, 0.9], [400, 1.5], [600, 1.5]];
    const left = ['working > holding', 'hold-started', 'hold-paused (posture)', 'holding > returning'];
    expect(story(butterflyTrial(), leaving)).toEqual(left);
    expect(story(butterflyTrial(), [...leaving, [500, 0.9], [1500, 0.9]])).toEqual([
      ...left,
      'returning > working',
      'working > holding',
      'hold-resumed',
      'hold-completed',
    ]);
    expect(story(butterflyTrial(), [...leaving, [500, 2]]).slice(left.length)).toEqual(['hold-ended', 'rep-attempted']);
  });

  it('that was completed and left is not begun again', () => {
    const again: readonly Move[] = [together, [3000, 0.9], [500, 1.5], [600, 1.5], [500, 0.9], [1000, 0.9]];
    const names = story(butterflyTrial(), again);
    expect(names.filter((name) => name.startsWith('hold-'))).toEqual(['hold-started', 'hold-completed', 'hold-ended']);
  });
});

describe('an attempt without its required posture', () => {
  const bent = 120;
  const working: readonly Move[] = [[1500, 100]];

  it('is abandoned after a second and a half', () => {
    const { verdict, at } = attempt(cheerTrial(), [...working, [3000, 100, bent]]);
    expect(verdict?.reason).toEqual({ kind: 'posture', measure: 'elbowFlexion' });
    // A second at rest, then a second and a half on the way: the elbow bends at 2500 ms.
    expect(at - 2500).toBeGreaterThan(1500);
    expect(at - 2500).toBeLessThanOrEqual(1550);
  });

  it('goes on where the posture is taken again before', () => {
    expect(attempt(cheerTrial(), [...working, [1400, 100, bent], [3000, 100]]).verdict).toBeUndefined();
  });

  it('is abandoned on the way back too', () => {
    const { verdict } = attempt(cheerTrial(), [
      [2000, 165],
      [700, 165],
      [1000, 100],
      [2000, 90, bent],
    ]);
    expect(verdict?.reason).toEqual({ kind: 'posture', measure: 'elbowFlexion' });
  });

  it('is not abandoned where the posture is only hidden', () => {
    expect(attempt(cheerTrial(), [...working, [3000, 100, 'hidden']]).verdict).toBeUndefined();
  });

  it('closes its hold first', () => {
    const names = story(butterflyTrial(), [together, [1000, 0.9], [2000, 0.9, 0.9]]);
    expect(names.slice(-3)).toEqual(['hold-paused (posture)', 'hold-ended', 'rep-attempted']);
  });
});

describe('between two endpoints', () => {
  const flexed: readonly Move[] = [
    [2000, 35],
    [3000, 35],
    [2000, 0],
  ];
  const extended: readonly Move[] = [
    [1500, -14],
    [3000, -14],
    [2000, 0],
  ];

  it('the attempt goes on: it works towards the second one, which has a hold of its own', () => {
    const end = ['working > holding', 'hold-started', 'hold-completed', 'holding > returning', 'hold-ended'];
    const trial = flexionTrial();
    expect(story(trial, [...flexed, ...extended])).toEqual([...end, 'returning > working', ...end, 'rep-completed']);
    const started = attempt(trial, [...flexed, ...extended]).events.filter(({ type }) => type === 'hold-started');
    expect(started).toEqual([
      { type: 'hold-started', end: 'flexion', side: 'right' },
      { type: 'hold-started', end: 'extension', side: 'right' },
    ]);
  });

  it('the user may rest for six seconds', () => {
    const restFor = (ms: number) => attempt(flexionTrial(), [...flexed, [ms, 0], ...extended]).verdict?.event.type;
    expect(restFor(5000)).toBe('rep-completed');
    expect(restFor(7000)).toBe('rep-attempted');
  });

  it('an attempt is over six seconds after its last movement', () => {
    const { verdict, at } = attempt(flexionTrial(), [...flexed, [9000, 0]]);
    expect(verdict?.reason).toEqual({ kind: 'order' });
    // The movement ends 8 s after the start; its last second goes ever more slowly.
    expect(at - 8000).toBeGreaterThan(5000);
    expect(at - 8000).toBeLessThanOrEqual(6050);
  });

  it('the first one must have been done: the attempt is over at rest', () => {
    const { verdict, at } = attempt(flexionTrial(), [[1500, 18], [1000, 18], [1500, 0], ...extended]);
    expect(verdict?.reason).toMatchObject({ kind: 'range' });
    expect(at).toBeLessThan(5000);
  });
});

describe('an attempt that is interrupted', () => {
  const trial = butterflyTrial();
  const interrupted = (moves: readonly Move[]) => interrupt(trial.rulebook, attempt(trial, moves).state);
  const closing = {
    type: 'rep-attempted',
    reason: { kind: 'interrupted' },
    goals: [expect.objectContaining({ end: 'together', value: 0.95 })],
  };

  it('is neither a repetition nor a miss, and names its goals', () => {
    expect(interrupted([[1500, 1.3]])).toEqual([closing]);
  });

  it('closes an open hold with its held time', () => {
    const { state } = attempt(trial, [together, [1000, 0.9]]);
    // The last frame inside: after a second at rest, 1.5 s of movement and a second of hold.
    const heldMs = 3500 - 50 - (state.metAt ?? 0);
    expect(interrupt(trial.rulebook, state)).toEqual([{ type: 'hold-ended', heldMs }, closing]);
    const paused: readonly Move[] = [together, [1000, 0.9], [600, 'hidden']];
    expect(interrupted(paused)).toEqual([{ type: 'hold-ended', heldMs }, closing]);
  });

  it('does not end a hold twice', () => {
    expect(interrupted([together, [3000, 0.9], [500, 1.5], [600, 1.5]])).toEqual([closing]);
  });

  it('names its side', () => {
    const tilt = tiltTrial();
    const { state } = attempt(tilt, [
      [1500, 18],
      [500, 18],
    ]);
    expect(interrupt(tilt.rulebook, state)).toMatchObject([{ side: 'left' }]);
  });
});

describe('an attempt whose user is lost from sight', () => {
  it('is over as unseen, and closes its hold first', () => {
    const { plan, rulebook } = butterflyTrial();
    const { state, at } = attempt(butterflyTrial(), [together, [1000, 0.9]]);
    const { events, verdict } = loseSight(plan, rulebook, state, millis(at + 2000));
    expect(events.map(({ type }) => type)).toEqual(['hold-ended', 'rep-attempted']);
    expect(verdict?.reason).toEqual({ kind: 'unseen', forMs: 2000 });
  });
});
