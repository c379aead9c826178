import { describe, expect, it } from 'vitest';
import type { PersonalRange } from '../../src/engine/rules/personal-range.ts';
import { createRangeStore } from '../../src/platform/range-store.ts';
import type { RangeStore } from '../../src/session/ports.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import type { View } from '../../src/engine/pose/view.ts';

const hour = 60 * 60 * 1000;
const noon = Date.UTC(2026, 2, 1, 12);

const range = (part: Partial<PersonalRange> = {}): PersonalRange => ({
  end: 'up',
  side: 'left',
  measure: 'shoulderFlexion',
  rest: 4,
  value: 142,
  error: 2.5,
  ...part,
});

/** A storage that can be full or blocked. */
const device = () => {
  const kept = new Map<string, string>();
  const state = { isFull: false, isBlocked: false };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string): void => {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
  const open = () => {
    if (state.isBlocked) throw new DOMException('blocked', 'SecurityError');
    return storage;
  };
  /** The store at a time of day, for a detector that runs one model. */
  const storeAt = (now: number, model: DetectorModel = 'lightning') => {
    const store: RangeStore & Pick<ReturnType<typeof createRangeStore>, 'forget'> = createRangeStore(open, () => now);
    return {
      read: (exercise: string, view: View) => store.read(exercise, view, model),
      write: (exercise: string, view: View, ranges: readonly PersonalRange[], at: number, session = 'one') =>
        store.write(exercise, view, ranges, at, model, session),
      forget: (session: string) => store.forget(session),
    };
  };
  return { kept, state, storeAt };
};

describe('saved ranges', () => {
  it('are found again, on another visit, for the exercise and the view that showed them', () => {
    const { storeAt } = device();
    storeAt(noon).write('cheer', 'side', [range()], noon);
    expect(storeAt(noon + hour).read('cheer', 'side')).toEqual([range()]);
    expect(storeAt(noon + hour).read('cheer', 'front')).toBeUndefined();
    expect(storeAt(noon + hour).read('butterfly', 'side')).toBeUndefined();
  });

  it('are ignored for another model, which reads the same user differently', () => {
    const { storeAt } = device();
    storeAt(noon).write('cheer', 'side', [range()], noon);
    expect(storeAt(noon, 'thunder').read('cheer', 'side')).toBeUndefined();
    storeAt(noon, 'thunder').write('cheer', 'side', [range({ value: 150 })], noon);
    expect(storeAt(noon, 'thunder').read('cheer', 'side')).toEqual([range({ value: 150 })]);
    expect(storeAt(noon).read('cheer', 'side')).toBeUndefined();
  });

  it('belong to Lightning where they were saved before there were two models', () => {
    const { kept, storeAt } = device();
    const one = { exercise: 'cheer', view: 'side', at: noon, range: range() };
    kept.set('limber.ranges', JSON.stringify({ version: 1, ranges: [one] }));
    expect(storeAt(noon).read('cheer', 'side')).toEqual([range()]);
  });

  it('replace those of the same end and side, and leave the other side', () => {
    const { storeAt } = device();
    storeAt(noon).write('cheer', 'side', [range(), range({ side: 'right', value: 120 })], noon);
    storeAt(noon).write('cheer', 'side', [range({ value: 150 })], noon + hour);
    expect(
      storeAt(noon + 2 * hour)
        .read('cheer', 'side')
        ?.map(({ side, value }) => [side, value]),
    ).toEqual([
      ['right', 120],
      ['left', 150],
    ]);
  });

  it('of a session that is not kept are gone, and those before it are valid again', () => {
    const { kept, storeAt } = device();
    storeAt(noon).write('cheer', 'side', [range({ value: 130 })], noon, 'first');
    storeAt(noon).write('cheer', 'side', [range({ value: 150 })], noon + hour, 'second');
    const store = storeAt(noon + 2 * hour);
    expect(store.read('cheer', 'side')).toEqual([range({ value: 150 })]);
    const restore = store.forget('second');
    expect(store.read('cheer', 'side')).toEqual([range({ value: 130 })]);
    expect(kept.get('limber.ranges')).not.toContain('150');
    restore();
    expect(storeAt(noon + 2 * hour).read('cheer', 'side')).toEqual([range({ value: 150 })]);
    store.forget('first');
    expect(store.read('cheer', 'side')).toEqual([range({ value: 150 })]);
  });

  it('are valid for a day, each from when it was shown, and not where the clock was set back', () => {
    const { storeAt } = device();
    storeAt(noon).write('cheer', 'side', [range()], noon);
    storeAt(noon + 3 * hour).write('cheer', 'side', [range({ side: 'right' })], noon + 3 * hour);
    expect(storeAt(noon + 23 * hour).read('cheer', 'side')).toHaveLength(2);
    expect(storeAt(noon + 24 * hour).read('cheer', 'side')).toMatchObject([{ side: 'right' }]);
    expect(storeAt(noon + 27 * hour).read('cheer', 'side')).toBeUndefined();
    expect(storeAt(noon - hour).read('cheer', 'side')).toBeUndefined();
  });

  it('are still found where the clock was corrected back by seconds', () => {
    const { storeAt } = device();
    storeAt(noon).write('cheer', 'side', [range()], noon);
    expect(storeAt(noon - 5000).read('cheer', 'side')).toEqual([range()]);
  });

  it.each([
    '',
    'no JSON',
    'null',
    '[]',
    '{"version":2,"ranges":[]}',
    '{"version":1,"ranges":[{"exercise":"cheer","view":"side","at":1772366400000,"range":{"end":"up"}}]}',
  ])('are ignored where %j is written, and can be written again', (text) => {
    const { kept, storeAt } = device();
    kept.set('limber.ranges', text);
    const store = storeAt(noon);
    expect(store.read('cheer', 'side')).toBeUndefined();
    store.write('cheer', 'side', [range()], noon);
    expect(store.read('cheer', 'side')).toEqual([range()]);
  });

  it('last as long as the page on a full storage', () => {
    const { state, storeAt } = device();
    const store = storeAt(noon);
    store.write('cheer', 'side', [range()], noon);
    state.isFull = true;
    store.write('cheer', 'side', [range({ value: 150 })], noon);
    expect(store.read('cheer', 'side')).toEqual([range({ value: 150 })]);
    expect(storeAt(noon).read('cheer', 'side')).toEqual([range()]);
  });

  it('last as long as the page on a blocked storage', () => {
    const { state, storeAt } = device();
    state.isBlocked = true;
    const store = storeAt(noon);
    expect(store.read('cheer', 'side')).toBeUndefined();
    store.write('cheer', 'side', [range()], noon);
    expect(store.read('cheer', 'side')).toEqual([range()]);
  });
});
