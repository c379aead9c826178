import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { countedFromStart, needsPractice } from '../../src/engine/rules/targets.ts';
import type { PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { shoulderFlexion } from '../../src/exercises/shoulder-flexion.ts';
import { after, arm, elbows, to } from './keyframes.ts';
import { coach, eventsOf, filmed, perform, type Play, type Played } from './play.ts';
import { askedOf, hidden, inTurn, namedSides, rulesOf, jointAnglesOf, truly, waysOf } from './staging.ts';

const once: PerformanceOptions = { repetitions: 1, calm: seconds(5), hold: seconds(2) };
const practising: Play = { hold: seconds(1), framesPerSecond: 12, range: { is: 'practice' } };

const played = (exercise: Exercise, all: readonly PerformanceOptions[], play: Play = {}): Played =>
  coach(exercise, filmed(exercise, inTurn(exercise, ...all), practising), { ...practising, ...play });

/** The largest share of the motion that goes this far from rest and no further, in the unit of the first end. */
const shareReaching = (exercise: Exercise, wayOf: (target: { rest: number; floor: number; met: number }) => number) => {
  const [end] = rulesOf(exercise).ends;
  const [side] = namedSides(exercise);
  if (!end) throw new Error('An exercise has an end.');
  const { measure, is, value, tolerance, floor = value } = end.target;
  const reads = (share: number): number => {
    const [[jointAngles] = []] = jointAnglesOf(exercise, share).sides;
    return jointAngles ? truly(exercise, { measure, ...(side ? { side } : {}) }, jointAngles) : NaN;
  };
  const rest = reads(0);
  const met = is === 'above' ? value - tolerance : value + tolerance;
  const way = wayOf({ rest, floor, met });
  const shares = Array.from({ length: 200 }, (_, index) => 1 - index / 200);
  return shares.find((share) => Math.abs(reads(share) - rest) <= way) ?? 0;
};

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('a practice of %s', (_, exercise) => {
  const { ends } = rulesOf(exercise);
  const ways = waysOf(exercise);
  const { start, tempo } = exercise.motion;

  /** After a practice repeated for this reason, every range is set once and used for judging from then on. */
  const expectRepeated = ({ hints, events, repetitions, attempts }: Played, hint: Played['hints'][number]) => {
    expect(hints).toContain(hint);
    expect(eventsOf(events, 'range-set')).toHaveLength(ways * ends.length);
    expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'personal' })]);
    expect(attempts).toEqual([]);
    expect(repetitions).toBe(ways);
  };

  it('asks for one easy repetition, to stay there and to come back', () => {
    const { hints } = perform(exercise, { ...once, practice: true }, practising);
    expect(hints).toEqual(expect.arrayContaining(['practise-once', 'practise-stay']));
    expect(hints.includes('practise-other-side')).toBe(ways > 1);
    expect(hints.includes('practise-other-end')).toBe(ends.length > 1);
    expect(hints).not.toContain('practise-further');
  });

  it('is repeated in view when its far end was not seen', () => {
    const from = 5000 + (start ? tempo.toStart + 4000 : 0) + tempo.out;
    const through = hidden(/./, from, from + 1200);
    expectRepeated(played(exercise, [once, { ...once, practice: true }], { through }), 'practise-in-view');
  });
});

// The strokes of the others are too short in time, or too small for their noise, to be judged (smoothness.ts).
const paced = [flexionExtension, cheer, shoulderFlexion];

describe.each(paced.map((exercise) => [exercise.id, exercise] as const))('a practice of %s in stops', (_, exercise) => {
  it('is repeated, more slowly', () => {
    const jerky = { ...once, variation: { tempo: { out: 3500, back: 4000 }, stops: 3 } };
    const script = inTurn(exercise, jerky, { ...once, practice: true });
    const play = { ...practising, framesPerSecond: 30 };
    const { hints, events, repetitions } = coach(exercise, filmed(exercise, script, play), play);
    expect(hints).toContain('practise-slower');
    expect(eventsOf(events, 'range-set')).toHaveLength(rulesOf(exercise).ends.length);
    expect(repetitions).toBe(1);
  });
});

describe('a user who is never as practice asks', () => {
  it('and only knows fast lifts has the second one taken', () => {
    const fast = { ...once, repetitions: 4, variation: { tempo: { out: 600, back: 700, stay: 900, pause: 700 } } };
    const play = { ...practising, framesPerSecond: 30, view: 'front' } as const;
    const { hints, events } = coach(cheer, filmed(cheer, inTurn(cheer, fast), play), play);
    expect(hints).toContain('practise-slower');
    expect(eventsOf(events, 'range-set')).toHaveLength(1);
    expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'personal' })]);
    expect(eventsOf(events, 'rep-completed').length).toBeGreaterThan(0);
  });

  it('and is never seen at the far end is judged by the norm after the third', () => {
    const { out, stay, back, pause } = cheer.motion.tempo;
    const isUp = (at: number): boolean => {
      const into = (at - 5000) % (out + stay + back + pause);
      return at > 5000 && into > out - 300 && into < out + stay + 900;
    };
    const through: Play['through'] = (pose) => (isUp(pose.at) ? hidden(/./)(pose) : pose);
    const { hints, events } = played(cheer, [{ ...once, repetitions: 5 }], { through });
    expect(hints).toContain('practise-in-view');
    expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'norm' })]);
  });
});

const withNorm = exercises.filter((exercise) => !needsPractice(rulesOf(exercise)));

describe.each(withNorm.map((exercise) => [exercise.id, exercise] as const))('a stiff user in %s', (_, exercise) => {
  const { ends } = rulesOf(exercise);
  const ways = waysOf(exercise);
  const stiff = shareReaching(exercise, ({ rest, floor, met }) => Math.abs((floor + met) / 2 - rest));
  const tooShort = shareReaching(exercise, ({ rest, floor }) => 0.8 * Math.abs(floor - rest));

  const isHeld = ends.some(({ held }) => held);

  it(`is judged by their own range, where the norm would ${isHeld ? 'reject it' : 'count it as low'}`, () => {
    const options = { ...once, repetitions: 2, amplitude: stiff };
    const own = perform(exercise, { ...options, practice: true }, practising);
    expect(own.attempts).toEqual([]);
    expect(own.repetitions).toBe(2 * ways);
    const usual = perform(exercise, { ...options, calm: seconds(9) }, { ...practising, range: { is: 'norm' } });
    const fullIn = ({ events }: Played) => eventsOf(events, 'rep-completed').map(({ full }) => full);
    if (isHeld) {
      expect(usual.repetitions).toBe(0);
      expect(new Set(usual.attempts.map(({ reason }) => reason.kind))).toEqual(new Set(['range']));
    } else {
      expect(fullIn(own)).toEqual([true, true]);
      expect(fullIn(usual)).toEqual([false, false]);
      expect(usual.attempts).toEqual([]);
    }
  });

  it('is asked to go further when practice is too short, and is judged by the next one', () => {
    const twice = played(exercise, [
      { ...once, amplitude: tooShort },
      { ...once, amplitude: stiff, practice: true },
    ]);
    const straight = perform(exercise, { ...once, amplitude: stiff, practice: true }, practising);
    expect(twice.hints).toContain('practise-further');
    expect(twice.repetitions).toBe(ways);
    for (const [index, { value, error }] of twice.ranges.entries())
      expect(Math.abs(value - (straight.ranges[index]?.value ?? NaN))).toBeLessThan(error);
  });

  const shown = namedSides(exercise).flatMap((side) => ends.map((end) => ({ side, end })));
  /** Left and right take turns. */
  const short = (repetitions: number) => ({ ...once, repetitions, hold: seconds(1), amplitude: tooShort });

  /** Expects these ranges, and that everything after is judged by them: all of it counts. */
  const expectJudgedByOwn = (all: Played) => {
    expect(eventsOf(all.events, 'armed')).toEqual([expect.objectContaining({ range: 'personal' })]);
    for (const [index, range] of all.ranges.entries()) {
      const end = shown[index]?.end;
      const target = end && countedFromStart(end, range.rest).target;
      expect(all.coaching.ranges[index]?.target).toBeCloseTo(target ? askedOf(target, range) : NaN, 6);
    }
    expect(all.attempts).toEqual([]);
    expect(all.repetitions).toBe(eventsOf(all.events, 'attempt-opened').length);
    expect(all.repetitions).toBeGreaterThanOrEqual(ways);
  };

  it('is not judged by a practice that was too short once', () => {
    const first = played(exercise, [short(1)]);
    expect(first.hints).toContain('practise-further');
    expect(eventsOf(first.events, 'range-set')).toEqual([]);
  });

  const hasLimit = ends.some(({ target }) => target.own?.limit !== undefined);

  it.skipIf(ends.length > 1 || hasLimit)('is judged by the second practice, however short, on each side', () => {
    const twice = played(exercise, [short(2), { ...once, amplitude: stiff }]);
    expect(eventsOf(twice.events, 'range-set').map(({ end, side }) => [end, side])).toEqual(
      shown.map(({ end, side }) => [end.name, side]),
    );
    const angles = jointAnglesOf(exercise, tooShort).sides.flat();
    for (const [index, range] of twice.ranges.entries()) {
      const jointAngles = angles[index];
      if (!jointAngles) throw new Error('Every range has an end.');
      const truth = truly(exercise, range, jointAngles);
      expect(Math.abs(range.value - truth)).toBeLessThan(0.15 * Math.abs(truth - range.rest));
    }
    expectJudgedByOwn(twice);
  });

  it.skipIf(ends.length === 1)('is not judged by the second one where there are two endpoints', () => {
    expect(eventsOf(played(exercise, [short(2)]).events, 'range-set')).toEqual([]);
  });

  it.skipIf(ends.length === 1)('of two endpoints gets the least target after three that were too short', () => {
    const three = played(exercise, [short(3), { ...once, amplitude: stiff }]);
    const rests = three.ranges.map(({ rest }) => rest);
    expect(eventsOf(three.events, 'range-set').map(({ end, side, value }) => [end, side, value])).toEqual(
      shown.map(({ end, side }, index) => [end.name, side, countedFromStart(end, rests[index]).target.floor]),
    );
    expectJudgedByOwn(three);
  });
});

describe('a user whose elbows are read no closer than straight ahead', () => {
  // Elbows straight ahead of the shoulders: MoveNet reads some that touch just so.
  const ahead = { ...once, variation: { end: { elevationPlane: 90, protraction: 0 } } };

  it('is told after two practices that only the time is kept, and never hears that it was none', () => {
    const { hints, events, attempts, cues } = played(butterfly, [{ ...ahead, repetitions: 6 }]);
    expect(hints).toContain('practise-further');
    expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'timed' })]);
    expect(hints).toContain('only-the-time');
    expect(attempts).toEqual([]);
    expect(cues).not.toContain('elbows-together');
  });

  it('is judged where the second one is closer', () => {
    const { events, repetitions } = played(butterfly, [
      { ...ahead, repetitions: 1 },
      { ...once, practice: true },
    ]);
    expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'personal' })]);
    expect(repetitions).toBe(1);
  });
});

describe('a practice without its posture', () => {
  it('is repeated when the hands leave the shoulders in the butterfly', () => {
    const script = after(butterfly, [
      to(elbows(115), 1500, 1000),
      to(arm(10), 1200, 3000),
      to(elbows(0), 1500, 2000),
      to(elbows(115, { protraction: 20 }), 1500, 2000),
      to(elbows(0), 1500, 4500),
      to(elbows(115, { protraction: 20 }), 1500, 3000),
      to(elbows(0), 1500, 1000),
    ]);
    const { hints, events, repetitions } = coach(butterfly, filmed(butterfly, script, practising), practising);
    expect(hints).toContain('practise-posture');
    expect(eventsOf(events, 'range-set')).toHaveLength(1);
    expect(repetitions).toBe(1);
  });

  it('is repeated when the arm bends in the cheer', () => {
    const script = after(cheer, [
      to(arm(120), 1500, 200),
      to({ ...arm(165), elbowFlexion: 110 }, 1000, 1000),
      to(arm(120), 1000, 200),
      to(arm(0), 3000, 3000),
    ]);
    const { hints, events } = coach(cheer, filmed(cheer, script, practising), practising);
    expect(hints).toContain('practise-posture');
    expect(eventsOf(events, 'range-set')).toEqual([]);
  });
});

describe('a practice', () => {
  it('is repeated more slowly when the arms were flung up', () => {
    const { hints, events } = played(cheer, [{ ...once, variation: { tempo: { out: 400, back: 2000 } } }]);
    expect(hints).toContain('practise-slower');
    expect(eventsOf(events, 'range-set')).toEqual([]);
  });

  it('is discarded with neutral when the user leaves, and taken when the user is back', () => {
    const through = hidden(/./, 6000, 9000);
    const { events, repetitions } = perform(
      cheer,
      { ...once, calm: seconds(14), practice: true },
      { ...practising, through },
    );
    const phases = eventsOf(events, 'phase-changed').map(({ to: phase }) => phase);
    expect(phases.filter((phase) => phase === 'practice')).toHaveLength(2);
    expect(eventsOf(events, 'range-set')).toHaveLength(1);
    expect(repetitions).toBe(1);
  });
});

it('a practice that is never begun gives way to the norm after half a minute', () => {
  const still = perform(cheer, { repetitions: 0, calm: seconds(42) }, practising);
  const phases = eventsOf(still.events, 'phase-changed');
  const practice = phases.find(({ to: phase }) => phase === 'practice');
  expect(eventsOf(still.events, 'armed')).toMatchObject([{ range: 'norm' }]);
  expect(Math.abs((eventsOf(still.events, 'armed')[0]?.at ?? 0) - (practice?.at ?? 0) - 30_000)).toBeLessThan(500);
});
