import { describe, expect, it } from 'vitest';
import { faultCues, faultHintIn, watch, type FaultWatch } from '../../../src/engine/feedback/fault-watch.ts';
import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import type { JudgedPhase } from '../../../src/engine/exercise/phase.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { frontOn } from '../../../src/engine/pose/orientation.ts';
import { sides, type KeypointName } from '../../../src/engine/pose/keypoints.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';
import { millis } from '../../../src/engine/units.ts';
import { butterfly } from '../../../src/exercises/butterfly.ts';
import { rulebookOf, type JudgedFault, type Rulebook } from '../../../src/engine/rules/rulebook.ts';

/** An upper arm that enters the fault below -30 degrees and leaves it above -20, on either side; dwell 0.6 s. */
const low: JudgedFault = {
  id: 'low',
  while: ['working'],
  dwell: millis(600),
  cue: 'elbows-up',
  isHint: false,
  isTurned: false,
  isBeyondRest: false,
  inSight: [],
  alternatives: sides.map((side) => ({
    side,
    thresholds: [{ measure: 'upperArmLevel', is: 'below', enter: -30, leave: -20, side }],
  })),
};

const rulebook: Rulebook = rulebookOf(resolve(butterfly, 'front', {}, 1), {
  orientation: frontOn,
  targets: { is: 'norm' },
  easeLevel: 0,
  rest: new Map(),
  jitter: new Map(),
});

/** The arms' levels in degrees; an unseen one is `undefined`. */
const arms = (left: number | undefined, right: number | undefined): Readings => {
  const reading = (value: number | undefined): Reading =>
    value === undefined ? { seen: false, missing: [] } : { seen: true, value, confidence: 0.9 };
  return new Map<MeasureKey, Reading>([
    ['upperArmLevel.left', reading(left)],
    ['upperArmLevel.right', reading(right)],
  ]);
};

interface Stretch {
  readonly lasts: number;
  readonly read?: Readings;
  readonly phase?: JudgedPhase;
  readonly lost?: readonly KeypointName[];
}

/**
 * Watches one fault through stretches, a frame every 100 ms; returns the events with their times, and the final state.
 */
const watched = (fault: JudgedFault, stretches: readonly Stretch[], rest: Readings = new Map()) => {
  const book = { ...rulebook, faults: [fault] };
  let state: FaultWatch = new Map();
  let at = 0;
  const happened: (readonly [number, UntimedEvent])[] = [];
  for (const { lasts, read = arms(0, 0), phase = 'working', lost = [] } of stretches)
    for (const until = at + lasts; at < until; at += 100) {
      const [next, events] = watch(book, state, read, rest, new Set(lost), phase, millis(at));
      state = next;
      happened.push(...events.map((event) => [at, event] as const));
    }
  return { happened, types: happened.map(([when, { type }]) => [when, type]), state, book };
};

describe('a fault', () => {
  it('is noticed once it has lasted for its dwell, once, and cleared once when it is gone', () => {
    const { types } = watched(low, [{ lasts: 500 }, { lasts: 2000, read: arms(-40, 0) }, { lasts: 1000 }]);
    expect(types).toEqual([
      [1100, 'fault-noticed'],
      [2500, 'fault-cleared'],
    ]);
  });

  it('is not noticed where it does not last; its dwell starts again', () => {
    const short = { lasts: 600, read: arms(-40, 0) };
    expect(watched(low, [short, { lasts: 100 }, short, { lasts: 100 }, short]).types).toEqual([]);
  });

  it('is not noticed by what is unseen: its dwell is over when it is seen again', () => {
    const { types } = watched(low, [
      { lasts: 400, read: arms(-40, 0) },
      { lasts: 400, read: arms(undefined, 0) },
      { lasts: 300, read: arms(-40, 0) },
    ]);
    expect(types).toEqual([[800, 'fault-noticed']]);
    expect(
      watched(low, [
        { lasts: 400, read: arms(-40, 0) },
        { lasts: 3000, read: arms(undefined, 0) },
      ]).types,
    ).toEqual([]);
  });

  it('that was unseen for more than 0.4 s must last its whole dwell again', () => {
    const { types } = watched(low, [
      { lasts: 400, read: arms(-40, 0) },
      { lasts: 1000, read: arms(undefined, 0) },
      { lasts: 1000, read: arms(-40, 0) },
    ]);
    expect(types).toEqual([[2000, 'fault-noticed']]);
  });

  it('lasts until it is left by its hysteresis', () => {
    const { types } = watched(low, [
      { lasts: 1000, read: arms(-40, 0) },
      { lasts: 1000, read: arms(-21, 0) },
      { lasts: 200, read: arms(-19, 0) },
    ]);
    expect(types).toEqual([
      [600, 'fault-noticed'],
      [2000, 'fault-cleared'],
    ]);
    expect(watched(low, [{ lasts: 2000, read: arms(-29, 0) }]).types).toEqual([]);
  });

  it('is limited to the phases that it names; another phase ends it', () => {
    const read = arms(-40, 0);
    expect(watched(low, [{ lasts: 2000, read, phase: 'holding' }]).types).toEqual([]);
    expect(
      watched(low, [
        { lasts: 1000, read },
        { lasts: 300, read, phase: 'returning' },
      ]).types,
    ).toEqual([
      [600, 'fault-noticed'],
      [1000, 'fault-cleared'],
    ]);
  });

  it('names the side that it is seen on, and none where it is seen on both', () => {
    const sideOf = (read: Readings) => watched(low, [{ lasts: 1000, read }]).happened.map(([, event]) => event);
    expect(sideOf(arms(-40, 0))).toEqual([{ type: 'fault-noticed', fault: 'low', side: 'left' }]);
    expect(sideOf(arms(0, -40))).toEqual([{ type: 'fault-noticed', fault: 'low', side: 'right' }]);
    expect(sideOf(arms(-40, -40))).toEqual([{ type: 'fault-noticed', fault: 'low' }]);
  });

  it('is neither raised nor cleared by unseen readings', () => {
    const unseen = arms(undefined, undefined);
    expect(watched(low, [{ lasts: 2000, read: unseen }]).types).toEqual([]);
    const seen = { lasts: 700, read: arms(-40, 0) };
    expect(watched(low, [seen, { lasts: 2000, read: unseen }]).types).toEqual([[600, 'fault-noticed']]);
  });
});

describe('a fault of two measures', () => {
  /** The left elbow low while the right one is not. */
  const uneven: JudgedFault = {
    ...low,
    alternatives: [
      {
        side: undefined,
        thresholds: [
          { measure: 'upperArmLevel', is: 'below', enter: -30, leave: -20, side: 'left' },
          { measure: 'upperArmLevel', is: 'above', enter: -10, leave: -20, side: 'right' },
        ],
      },
    ],
  };

  it('is not raised by one measure seen now and one last seen before the fault began', () => {
    const before = { lasts: 300, read: arms(-40, -60) };
    expect(watched(uneven, [before, { lasts: 2000, read: arms(undefined, 0) }]).types).toEqual([]);
    expect(watched(uneven, [before, { lasts: 2000, read: arms(-40, 0) }]).types).toEqual([[900, 'fault-noticed']]);
  });
});

describe('a fault that counts from the start posture', () => {
  const beyond: JudgedFault = { ...low, isBeyondRest: true };

  it('is judged by the change since then', () => {
    expect(watched(beyond, [{ lasts: 1000, read: arms(-40, 0) }], arms(-35, 0)).types).toEqual([]);
    expect(watched(beyond, [{ lasts: 1000, read: arms(-70, 0) }], arms(-35, 0)).types).toHaveLength(1);
  });

  it('counts from zero where the start posture did not show it', () => {
    expect(watched(beyond, [{ lasts: 1000, read: arms(-40, 0) }], arms(undefined, 0)).types).toHaveLength(1);
  });
});

describe('a fault of being out of sight', () => {
  const hips: JudgedFault = { ...low, inSight: ['left_hip', 'right_hip'], alternatives: [] };

  it('is noticed while a keypoint seen before is lost, and cleared when it is back', () => {
    const { types } = watched(hips, [
      { lasts: 300 },
      { lasts: 1000, lost: ['right_hip'] },
      { lasts: 300, lost: ['nose'] },
    ]);
    expect(types).toEqual([
      [900, 'fault-noticed'],
      [1300, 'fault-cleared'],
    ]);
  });
});

describe('of the noticed faults', () => {
  const seen = [{ lasts: 1000, read: arms(-40, 0) }];

  it('a fault may be spoken, with its side, and a hint is only shown', () => {
    const spoken = watched(low, seen);
    expect(faultCues(spoken.book, spoken.state)).toMatchObject([
      { side: 'left', urgency: 'compensation', reason: { kind: 'fault', fault: 'low' } },
    ]);
    expect(faultHintIn(spoken.book, spoken.state)).toBeUndefined();
    const hint = watched({ ...low, isHint: true }, seen);
    expect(faultCues(hint.book, hint.state)).toEqual([]);
    expect(faultHintIn(hint.book, hint.state)).toBe('elbows-up');
  });

  it('none is spoken before its dwell is over', () => {
    const { book, state } = watched(low, [{ lasts: 500, read: arms(-40, 0) }]);
    expect(faultCues(book, state)).toEqual([]);
  });
});
