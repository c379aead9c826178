import { describe, expect, it } from 'vitest';
import { ask, choose, unsaid, type CueState, type WantedCue } from '../../../src/engine/feedback/cue-selection.ts';
import { cueUrgency, type CueId } from '../../../src/engine/exercise/cues.ts';
import { millis } from '../../../src/engine/units.ts';

const want = (cue: CueId, urgency = cueUrgency[cue]): WantedCue => ({
  cue,
  side: undefined,
  urgency,
  reason: { kind: 'fault', fault: 'any' },
});

/** Requests the same cues all the time, ten frames a second; returns when each was given. */
const givenOver = (seconds: number, ...cues: readonly CueId[]): readonly (readonly [number, CueId])[] => {
  let state: CueState = unsaid;
  const given: [number, CueId][] = [];
  for (let at = 0; at < seconds * 1000; at += 100) {
    const [next, cue] = choose(
      state,
      cues.map((one) => want(one)),
      millis(at),
    );
    state = next;
    if (cue) given.push([at, cue.cue]);
  }
  return given;
};

describe('choosing a cue', () => {
  it('gives the most urgent first, whatever the order in which they come', () => {
    expect(givenOver(1, 'lower-slowly', 'elbows-up', 'hands-on-shoulders')[0]).toEqual([0, 'hands-on-shoulders']);
    expect(givenOver(1, 'elbows-up', 'elbows-together', 'face-the-camera')[0]).toEqual([0, 'face-the-camera']);
  });

  it('leaves six seconds between two cues and fifteen before the same cue', () => {
    expect(givenOver(16, 'elbows-up', 'elbows-together')).toEqual([
      [0, 'elbows-together'],
      [6000, 'elbows-up'],
      [15_000, 'elbows-together'],
    ]);
  });

  it('lets safety break the spacing, but not repeat itself within six seconds', () => {
    const [state] = choose(unsaid, [want('elbows-up')], millis(0));
    expect(choose(state, [want('ease-off')], millis(1000))[1]?.cue).toBe('ease-off');
    expect(givenOver(7, 'ease-off').map(([at]) => at)).toEqual([0, 6000]);
  });

  it('gives no cue a fourth time', () => {
    expect(givenOver(120, 'elbows-up')).toHaveLength(3);
  });

  it('drops a one-time request whose turn does not come within three seconds', () => {
    const [busy] = choose(unsaid, [want('elbows-up')], millis(0));
    const asked = ask(busy, want('lower-slowly'), millis(1000));
    expect(choose(asked, [], millis(6500))[1]).toBeUndefined();
    expect(choose(ask(busy, want('lower-slowly'), millis(5000)), [], millis(6500))[1]?.cue).toBe('lower-slowly');
  });

  it('shows a cue for four seconds, and for eight while its fault lasts', () => {
    const shownFor = (persists: boolean): number => {
      let [state] = choose(unsaid, [want('elbows-up')], millis(0));
      for (let at = 100; ; at += 100) {
        [state] = choose(state, persists ? [want('elbows-up')] : [], millis(at));
        if (!state.shown) return at;
      }
    };
    expect(shownFor(false)).toBe(4000);
    expect(shownFor(true)).toBe(8000);
  });
});
