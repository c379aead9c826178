import { expect, it } from 'vitest';
import { millis } from '../../../src/engine/units.ts';
import type { MeasureKey, Reading } from '../../../src/engine/kinematics/reading.ts';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { TraceRecorder } from '../../../src/session/record/traces.ts';

const exercise = exerciseById('head-tilt');
if (!exercise) throw new Error('The head tilt is missing.');

const seen = (value: number): Reading => ({ seen: true, value, confidence: 1 });
const unseen: Reading = { seen: false, missing: ['left_ear'] };

it('follows each side of the primary measure, and keeps a gap where it is not seen', () => {
  const recorder = new TraceRecorder(planFor(exercise));
  const pass = (at: number, ...readings: readonly (readonly [MeasureKey, Reading])[]): void =>
    recorder.pass({ at: millis(at), readings: new Map(readings) });
  pass(0);
  pass(100, ['headSideBend.left', seen(12.34567)], ['headSideBend.right', seen(-12.34567)], ['headTurn.left', seen(1)]);
  pass(150, ['headSideBend.left', seen(99)]);
  pass(233.3, ['headSideBend.left', unseen], ['headSideBend.right', unseen]);
  expect(recorder.traces).toEqual([
    {
      measure: 'headSideBend',
      side: 'left',
      points: [
        [100, 12.346],
        [233, null],
      ],
    },
    {
      measure: 'headSideBend',
      side: 'right',
      points: [
        [100, -12.346],
        [233, null],
      ],
    },
  ]);
});

it('returns the traces as they were when they were asked for', () => {
  const recorder = new TraceRecorder(planFor(exercise));
  const pass = (at: number): void =>
    recorder.pass({ at: millis(at), readings: new Map([['headSideBend.left', seen(at)]]) });
  pass(100);
  const { traces } = recorder;
  pass(200);
  expect(traces.map(({ points }) => points)).toEqual([[[100, 100]]]);
  expect(structuredClone(traces)).toEqual(traces);
});
