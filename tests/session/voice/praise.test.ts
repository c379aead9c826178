import { describe, expect, it } from 'vitest';
import type { CoachingEvent, UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { millis } from '../../../src/engine/units.ts';
import { noRepQuality, weigh, type Praise } from '../../../src/session/voice/praise.ts';
import { armedByNorm, cueGiven, repCompleted } from '../../made-events.ts';

const event = (untimed: UntimedEvent): CoachingEvent => ({ ...untimed, at: millis(0), exercise: 'cheer' });

const begins = event({ type: 'phase-changed', from: 'ready', to: 'working' });
const isOver = event({ type: 'phase-changed', from: 'returning', to: 'ready' });
const counts = event(repCompleted(1, { peak: 160 }));
const noticed = (fault: string) => event({ type: 'fault-noticed', fault });
const cleared = (fault: string) => event({ type: 'fault-cleared', fault });
const told = (cue: 'elbows-up' | 'lower-slowly' | 'face-the-camera') => event(cueGiven(cue));

/** Goes through events; returns the praise at the end of each repetition, `undefined` where there was none. */
const praisedIn = (...events: readonly CoachingEvent[]): readonly (Praise | undefined)[] => {
  let merit = noRepQuality;
  const praised: (Praise | undefined)[] = [];
  for (const one of events) {
    const [next, praise] = weigh(merit, one);
    merit = next;
    if (one === isOver) praised.push(praise);
  }
  return praised;
};

const good = [begins, counts, isOver];
const flawed = [begins, noticed('leans-back'), cleared('leans-back'), counts, isOver];

describe('praise', () => {
  it('is given to the first three good repetitions, and fades', () => {
    expect(praisedIn(...good, ...good, ...good, ...good)).toEqual(['good', 'good', 'good', undefined]);
  });

  it('is not given where nothing counted', () => {
    expect(praisedIn(begins, isOver)).toEqual([undefined]);
  });

  it('is not given where a fault was seen in the repetition, even one that has ended', () => {
    expect(praisedIn(...flawed)).toEqual([undefined]);
    expect(praisedIn(begins, noticed('leans-back'), counts, isOver)).toEqual([undefined]);
  });

  it('is not withheld for a fault that had ended before the repetition began', () => {
    expect(praisedIn(noticed('shrugs'), cleared('shrugs'), ...good)).toEqual(['good']);
  });

  it('is withheld for a fault that was active when the repetition began', () => {
    expect(praisedIn(noticed('shrugs'), begins, cleared('shrugs'), counts, isOver)).toEqual([undefined]);
  });

  it('is not withheld for an earlier fault when the user was set up again or out of sight since', () => {
    const armed = event(armedByNorm());
    expect(praisedIn(noticed('shrugs'), armed, ...good)).toEqual(['good']);
    expect(praisedIn(noticed('shrugs'), event({ type: 'not-seen', missing: [], forMs: 2000 }), ...good)).toEqual([
      'good',
    ]);
  });

  it('is not given to the repetition that was corrected, also where the correction came when it was over', () => {
    expect(praisedIn(begins, told('lower-slowly'), counts, isOver)).toEqual([undefined]);
  });

  it('is for improvement in the first good one after a correction, also after the third', () => {
    const corrected = [begins, told('elbows-up'), counts, isOver];
    expect(praisedIn(...corrected, ...good)).toEqual([undefined, 'better']);
    expect(praisedIn(...good, ...good, ...good, ...corrected, ...good, ...good)).toEqual([
      'good',
      'good',
      'good',
      undefined,
      'better',
      undefined,
    ]);
  });

  it('treats a correction given at rest as one of the repetition before', () => {
    expect(praisedIn(...good, told('lower-slowly'), ...good)).toEqual(['good', 'better']);
  });

  it('waits for the first good one, however many were corrected', () => {
    const corrected = [begins, told('elbows-up'), counts, isOver];
    expect(praisedIn(...corrected, ...flawed, ...good)).toEqual([undefined, undefined, 'better']);
  });

  it('does not treat hints about the camera as corrections', () => {
    expect(praisedIn(begins, told('face-the-camera'), counts, isOver)).toEqual(['good']);
  });
});
