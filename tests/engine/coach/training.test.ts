import { describe, expect, it } from 'vitest';
import { pacedRepAt } from '../../../src/engine/coach/metronome.ts';
import type { Paused, Stage, Timing, Training } from '../../../src/engine/coach/stage.ts';
import { passTime, train, waitForSight } from '../../../src/engine/coach/training.ts';
import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { nothingCounted, type Counts } from '../../../src/engine/feedback/counts.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import { stillReadyAt } from '../../../src/engine/repetition/ready.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { millis, seconds } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { calibratedAtRest, keypointsAtRest } from './calibrated.ts';

/** The cheer: the right arm up to 160 degrees (full from 150, counted from 120), and back below 20. */
const plan = resolve(cheer, 'side', { sets: 2, reps: 1, rest: seconds(20) }, 1);
const user = calibratedAtRest(plan);
const seenKeypoints = keypointsAtRest(plan);

/** Readings of the near arm at this angle, with a trunk that leans forward by so many degrees. */
const arm = (flexion: number, lean = 0): Readings => {
  const reading = (value: number): Reading => ({ seen: true, value, confidence: 0.9 });
  return new Map<MeasureKey, Reading>(user.rest)
    .set('shoulderFlexion.right', reading(flexion))
    .set('trunkLean', reading(lean));
};

const training: Training = {
  ...user,
  is: 'training',
  attempt: stillReadyAt(user.calibration.rulebook, user.rest, millis(0)),
  faults: new Map(),
  flaws: new Set(),
};

/** A stretch of time with the readings at each share of it (0-1), or out of sight. */
type Stretch = readonly [lasts: number, reads: ((share: number) => Readings) | 'unseen'];

/** Judges stretches with a frame every 100 ms for as long as training goes on. */
const trained = (stretches: readonly Stretch[], before: Counts = nothingCounted) => {
  let stage: Stage = training;
  let counts = before;
  let at = 0;
  let lostSince: number | undefined;
  const events: (readonly [number, UntimedEvent])[] = [];
  const reasons: unknown[] = [];
  for (const [lasts, reads] of stretches) {
    const from = at;
    for (; at < from + lasts && stage.is === 'training'; at += 100) {
      lostSince = reads === 'unseen' ? (lostSince ?? at) : undefined;
      const readings: Readings = reads === 'unseen' ? new Map() : reads((at - from) / lasts);
      const seen: Training = { ...stage, readings, lostSince: lostSince === undefined ? undefined : millis(lostSince) };
      const step = train(plan, seen, counts, reads === 'unseen' ? noKeypoints : seenKeypoints, millis(at));
      ({ stage, counts } = step);
      events.push(...step.events.map((event) => [at, event] as const));
      if (step.reason !== undefined) reasons.push(step.reason);
    }
  }
  return { stage, counts, events, reasons, types: events.map(([, { type }]) => type) };
};

const resting: Stretch = [1000, () => arm(0)];
const raising: Stretch = [3000, (share) => arm(160 * share)];
const staying: Stretch = [800, () => arm(160)];
const lowering: Stretch = [5000, (share) => arm(160 * (1 - share))];
const unseenFor = (ms: number): Stretch => [ms, 'unseen'];

describe('a user who is not seen for two seconds', () => {
  it('is reported as not seen, and the session pauses', () => {
    const { stage, events } = trained([resting, unseenFor(5000)]);
    const [[at, first] = [], second, ...more] = events;
    // Lost from 1000 on: the first frame that is more than 2 s later.
    expect(at).toBe(3100);
    expect(first).toMatchObject({ type: 'not-seen', forMs: 2100 });
    expect(second).toEqual([3100, { type: 'session-paused', why: 'not-seen' }]);
    expect(more).toEqual([]);
    expect(stage).toMatchObject({ is: 'paused', since: 3100, unseenSince: 1000, rest: user.rest });
  });

  it('is reported with the missing keypoints of the judged arm', () => {
    const notSeen = trained([resting, unseenFor(5000)]).events.find(([, { type }]) => type === 'not-seen')?.[1];
    const missing = notSeen?.type === 'not-seen' ? notSeen.missing : [];
    expect(missing).toContain('right_shoulder');
    expect(missing).toContain('right_elbow');
    expect(
      missing.filter((name) => name.startsWith('left_') && name !== 'left_hip' && name !== 'left_shoulder'),
    ).toEqual([]);
  });

  it('goes on where the absence is shorter', () => {
    const { stage, events } = trained([resting, unseenFor(1900), resting]);
    expect(stage.is).toBe('training');
    expect(events).toEqual([]);
  });

  it('has an open attempt closed as not seen, before the pause', () => {
    const { types, events, counts, reasons } = trained([resting, raising, unseenFor(5000)]);
    expect(types.filter((type) => type !== 'phase-changed' && type !== 'cue-given')).toEqual([
      'attempt-opened',
      'rep-attempted',
      'not-seen',
      'session-paused',
    ]);
    expect(events.find(([, { type }]) => type === 'rep-attempted')?.[1]).toMatchObject({ reason: { kind: 'unseen' } });
    expect(counts).toMatchObject({ attempts: 1, eased: 0, failedInARow: 0 });
    expect(reasons).toMatchObject([{ kind: 'unseen' }]);
  });

  it('fails no attempt at rest', () => {
    expect(trained([resting, unseenFor(5000)]).counts).toEqual(nothingCounted);
  });

  it('has open faults cleared', () => {
    const leaning: Stretch = [3000, (share) => arm(160 * share, -30)];
    const { types } = trained([resting, leaning, unseenFor(5000)]);
    const of = (wanted: UntimedEvent['type']) => types.filter((type) => type === wanted).length;
    expect(of('fault-noticed')).toBeGreaterThan(0);
    expect(of('fault-cleared')).toBe(of('fault-noticed'));
  });

  it('pauses repetitions that are only timed, too, and fails none', () => {
    const timing: Timing = { ...user, is: 'timing', pacedRep: pacedRepAt(millis(0)), faults: new Map() };
    const lost = { ...timing, lostSince: millis(0) };
    expect(passTime(plan, lost, nothingCounted, noKeypoints, millis(1900)).stage.is).toBe('timing');
    const { stage, counts, events, reason } = passTime(plan, lost, nothingCounted, noKeypoints, millis(2100));
    expect(stage).toMatchObject({ is: 'paused', unseenSince: 0 });
    expect(counts).toEqual(nothingCounted);
    expect(events.map(({ type }) => type)).toEqual(['not-seen', 'session-paused']);
    expect(reason).toBeUndefined();
  });
});

describe('a user who was not seen', () => {
  const paused: Paused = {
    ...user,
    is: 'paused',
    since: millis(2000),
    unseenSince: millis(0),
    lostSince: undefined,
    seenSince: undefined,
  };

  /** Waits with a frame every 100 ms, seen or not, until the stage changes. */
  const waited = (...stretches: readonly (readonly [number, 'seen' | 'unseen'])[]) => {
    let stage: Stage = paused;
    const events: UntimedEvent[] = [];
    let at = 2100;
    for (const [lasts, sight] of stretches)
      for (const until = at + lasts; at < until && stage.is === 'paused'; at += 100) {
        const next = waitForSight({ ...stage, lostSince: sight === 'seen' ? undefined : millis(0) }, millis(at));
        stage = next.stage;
        events.push(...next.events);
      }
    return { stage, events };
  };

  it('resumes with a countdown once seen for a second; the whole absence is reported', () => {
    const { stage, events } = waited([1900, 'unseen'], [3000, 'seen']);
    expect(stage).toMatchObject({ is: 'countdown', since: 5000, resumes: true, rest: user.rest });
    expect(events).toEqual([{ type: 'seen-again', forMs: 4000 }]);
  });

  it('must be seen for the second without a break', () => {
    const glimpse = [800, 'seen'] as const;
    expect(waited(glimpse, [100, 'unseen'], glimpse, [100, 'unseen'], glimpse)).toMatchObject({
      stage: { is: 'paused' },
      events: [],
    });
  });

  it('is set up again after more than ten seconds', () => {
    expect(waited([9900, 'unseen']).stage.is).toBe('paused');
    const { stage, events } = waited([10_100, 'unseen']);
    expect(stage).toMatchObject({ is: 'looking', range: { is: 'norm' }, isBlindSaid: true, isPaused: true });
    expect(events).toEqual([]);
  });
});

describe('a judged repetition', () => {
  const rep = [resting, raising, staying, lowering] as const;

  it('counts, completes its set, and a rest follows', () => {
    const { stage, counts, types, reasons } = trained(rep);
    expect(types.filter((type) => type !== 'phase-changed')).toEqual([
      'attempt-opened',
      'rep-completed',
      'set-completed',
    ]);
    expect(counts).toMatchObject({ repetitions: [1], sets: 1, attempts: 0 });
    expect(stage).toMatchObject({ is: 'resting', ofMs: 20_000 });
    expect(reasons).toEqual([null]);
  });

  it('that falls short is an attempt, with its reason and cue, and the set goes on', () => {
    const low: readonly Stretch[] = [
      resting,
      [3000, (share) => arm(110 * share)],
      [5000, (share) => arm(110 * (1 - share))],
    ];
    const { stage, counts, reasons, events } = trained([...low, resting]);
    expect(stage.is).toBe('training');
    expect(counts).toMatchObject({ attempts: 1, failedInARow: 1, sets: 0 });
    expect(reasons).toMatchObject([{ kind: 'range', measure: 'shoulderFlexion' }]);
    expect(events.find(([, { type }]) => type === 'cue-given')?.[1]).toMatchObject({
      cue: 'reach-up',
      reason: { kind: 'attempt', reason: 'range' },
    });
  });

  it('that stops short of the goal gets a cue to continue after two seconds', () => {
    const stopped: Stretch = [4000, () => arm(120)];
    const cues = (ms: number) =>
      trained([resting, [3000, (share) => arm(120 * share)], [ms, stopped[1]]]).events.flatMap(([at, event]) =>
        event.type === 'cue-given' ? [[at, event.cue, event.reason] as const] : [],
      );
    expect(cues(1500)).toEqual([]);
    expect(cues(4000)).toEqual([[expect.any(Number), 'reach-up', { kind: 'stopped', on: 'out' }]]);
    expect(Math.abs((cues(4000)[0]?.[0] ?? 0) - 6000)).toBeLessThanOrEqual(300);
  });
});
