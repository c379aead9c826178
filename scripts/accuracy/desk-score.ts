import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { coach, eventsOf, type Played } from '../films/coach.ts';
import type { Case } from './plan.ts';
import { askedIn, scoreOf, type Score } from './score.ts';
import { fixed, table } from './tables.ts';

/** How well a film of a user at a desk was judged. */
export interface DeskScore extends Score {
  /** When set-up was done, so that practice or the countdown began, ms; `undefined` if it never was. */
  readonly readyAt: number | undefined;
  /** By what it was judged; `timed`: the coach said that it keeps the time. */
  readonly judgedBy: string | undefined;
  /** What practice changed, each measure in its unit; empty where no one measure is enough, or nothing was practised. */
  readonly changes: ReadonlyMap<string, number>;
  /** How far the practised changes stand out of the jitter, in jitters. */
  readonly signal: number | undefined;
  readonly notJudged: readonly string[];
}

/** Judges the detector's poses of a film at a desk. */
export const deskScoreOf = (one: Case, poses: readonly TimedPose[]): DeskScore => {
  const played = coach(one.exercise, poses, askedIn(one));
  const ready = eventsOf(played.events, 'phase-changed').find(({ to }) => to === 'practice' || to === 'countdown');
  return {
    ...scoreOf(one, poses),
    readyAt: ready?.at,
    judgedBy: eventsOf(played.events, 'armed')[0]?.range,
    notJudged: played.notJudged,
    ...signalIn(played),
  };
};

const signalIn = ({ events, ranges }: Played): Pick<DeskScore, 'changes' | 'signal'> => {
  const changes = new Map(ranges.flatMap(({ parts = [] }) => parts.map(({ measure, change }) => [measure, change])));
  const [set] = eventsOf(events, 'range-set');
  return { changes, signal: changes.size > 0 && set ? 1 / set.error : undefined };
};

const inPercent = (change: number): string => `${change < 0 ? '−' : '+'}${Math.abs(100 * change).toFixed(1)} %`;

/** The films at a desk as a table. */
export const deskTable = (scores: readonly DeskScore[]): string =>
  table(
    [
      'exercise',
      'where and who',
      'set up after, s',
      'judged by',
      'practised',
      'signal',
      'counted',
      'held, s',
      'false',
      'not judged',
    ],
    scores.map(({ one, readyAt, judgedBy, changes, signal, counted, holds, falseCues, notJudged }) => [
      one.exercise.id,
      one.factor.replace('at the desk ', ''),
      fixed((readyAt ?? NaN) / 1000, 1),
      judgedBy ?? 'nothing',
      [...changes].map(([measure, change]) => `${measure} ${inPercent(change)}`).join(', ') || '–',
      fixed(signal ?? NaN, 1),
      `${counted} of ${one.repetitions}`,
      holds.map(({ heldMs, trueMs }) => `${fixed(heldMs / 1000, 1)} of ${fixed(trueMs / 1000, 1)}`).join(', '),
      String(falseCues.length),
      notJudged.join(', ') || '–',
    ]),
    [2, 5, 8],
  );
