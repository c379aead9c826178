import type { MeasureKey, Reading, Readings } from '../kinematics/reading.ts';
import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import type { WantedCue } from './cue-selection.ts';
import { cueUrgency, type CueId } from '../exercise/cues.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { JudgedPhase } from '../exercise/phase.ts';
import { compare, keyOf, unknownStanding, type Standing } from '../rules/posture-check.ts';
import type { JudgedFault, Rulebook } from '../rules/rulebook.ts';

/** A fault being watched: its threshold state on each side, since when it has been seen, and whether it was noticed. */
export interface WatchedFault {
  readonly thresholdStates: readonly Standing[];
  readonly since: Millis | undefined;
  /** When it was last seen on; its measures may be unseen since. */
  readonly seenAt?: Millis | undefined;
  readonly side: Side | undefined;
  readonly isNoticed: boolean;
}

/** The state of all faults of a rulebook, by id. */
export type FaultWatch = ReadonlyMap<string, WatchedFault>;

const unwatched: WatchedFault = { thresholdStates: [], since: undefined, side: undefined, isNoticed: false };

/**
 * Watches every fault for one frame, each only in the phases that it lists; a fault is noticed once it has persisted
 * for its dwell. `rest` contains the readings of the start posture, `lost` the keypoints that were seen at neutral and
 * are not seen now.
 */
export const watch = (
  rulebook: Rulebook,
  before: FaultWatch,
  readings: Readings,
  rest: Readings,
  lost: ReadonlySet<KeypointName>,
  phase: JudgedPhase,
  at: Millis,
): readonly [FaultWatch, readonly UntimedEvent[]] => {
  const after = new Map<string, WatchedFault>();
  const events: UntimedEvent[] = [];
  for (const fault of rulebook.faults) {
    const was = before.get(fault.id) ?? unwatched;
    const read = fault.isBeyondRest ? sinceRest(fault, readings, rest) : readings;
    const is = fault.while.includes(phase) ? watched(fault, was, read, lost, at) : unwatched;
    after.set(fault.id, is);
    if (is.isNoticed && !was.isNoticed)
      events.push({ type: 'fault-noticed', fault: fault.id, ...(is.side ? { side: is.side } : {}) });
    if (was.isNoticed && !is.isNoticed) events.push({ type: 'fault-cleared', fault: fault.id });
  }
  for (const [id, { isNoticed }] of before)
    if (isNoticed && !after.has(id)) events.push({ type: 'fault-cleared', fault: id });
  return [after, events];
};

/** The closing events of all noticed faults, for when they are no longer watched. */
export const allCleared = (faults: FaultWatch): readonly UntimedEvent[] =>
  [...faults].flatMap(([fault, { isNoticed }]): readonly UntimedEvent[] =>
    isNoticed ? [{ type: 'fault-cleared', fault }] : [],
  );

/**
 * The readings of a fault's measures relative to the start posture; a measure that was not seen there counts from 0.
 */
const sinceRest = (fault: JudgedFault, readings: Readings, rest: Readings): Readings =>
  new Map(
    fault.alternatives.flatMap(({ thresholds }) =>
      thresholds.map((threshold): readonly [MeasureKey, Reading] => {
        const key = keyOf(threshold);
        const [now, then] = [readings.get(key), rest.get(key)];
        if (!now?.seen) return [key, now ?? { seen: false, missing: [] }];
        return [key, { ...now, value: now.value - (then?.seen ? then.value : 0) }];
      }),
    ),
  );

/** A fault whose measures are unseen for longer than this must persist for its whole dwell again, ms. A hold has the same gap. */
const longestGap = 400;

/** Advances a posture fault by one frame. */
const watched = (
  fault: JudgedFault,
  was: WatchedFault,
  readings: Readings,
  lost: ReadonlySet<KeypointName>,
  at: Millis,
): WatchedFault => {
  if (fault.inSight.length > 0) return outOfSight(fault, was, lost, at);
  const thresholdStates = fault.alternatives.map(({ thresholds }, index) =>
    compare(thresholds, readings, was.thresholdStates[index] ?? unknownStanding),
  );
  // An unseen measure is not judged: it neither raises a fault nor clears one.
  const isKept = was.isNoticed || (fault.isTurned && was.since !== undefined);
  const isBridged = isKept || (was.seenAt !== undefined && at - was.seenAt <= longestGap);
  const on = fault.alternatives.filter((_, index) => {
    const thresholdState = thresholdStates[index];
    return thresholdState?.is === 'inside' && (thresholdState.isSeen || isBridged);
  });
  if (on.length === 0) return { ...unwatched, thresholdStates };
  const since = was.since ?? at;
  if (was.isNoticed) return { ...was, thresholdStates };
  // A fault that is seen on both sides has no side.
  const side = on.length === 1 ? on[0]?.side : undefined;
  const isSeen = on.some((alternative) => thresholdStates[fault.alternatives.indexOf(alternative)]?.isSeen);
  const isNoticed = isSeen && at - since >= fault.dwell;
  return { thresholdStates, since, seenAt: isSeen ? at : was.seenAt, side, isNoticed };
};

/** Advances a fault of keypoints that are out of sight by one frame. */
const outOfSight = (
  fault: JudgedFault,
  was: WatchedFault,
  lost: ReadonlySet<KeypointName>,
  at: Millis,
): WatchedFault => {
  if (!fault.inSight.some((name) => lost.has(name))) return unwatched;
  const since = was.since ?? at;
  return { ...unwatched, since, isNoticed: at - since >= fault.dwell };
};

/** The cue of the first low-confidence fault that is noticed now: shown, never spoken. */
export const faultHintIn = (rulebook: Rulebook, faults: FaultWatch): CueId | undefined =>
  rulebook.faults.find((fault) => fault.isHint && faults.get(fault.id)?.isNoticed)?.cue;

/** The cues of the faults that are noticed now, without hints. */
export const faultCues = (rulebook: Rulebook, faults: FaultWatch): readonly WantedCue[] =>
  rulebook.faults.flatMap(({ id, cue, isHint }): readonly WantedCue[] => {
    const state = faults.get(id);
    if (!state?.isNoticed || isHint) return [];
    return [{ cue, side: state.side, urgency: cueUrgency[cue], reason: { kind: 'fault', fault: id } }];
  });
