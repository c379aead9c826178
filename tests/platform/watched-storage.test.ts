import { describe, expect, it } from 'vitest';
import { persistedUnder } from '../../src/platform/persisted.ts';
import { watchStorage } from '../../src/platform/watched-storage.ts';
import { device } from './device.ts';

const numberIn = (written: unknown): number => (typeof written === 'number' ? written : 0);

describe('a storage that is watched', () => {
  it.each(['isFull', 'isBlocked'] as const)(
    'reports that it saves nothing while it %s, until it does again',
    (trouble) => {
      const { state, open } = device();
      const { open: openWatched, isKeeping } = watchStorage(open);
      const [one, other] = [
        persistedUnder('one', numberIn, openWatched),
        persistedUnder('other', numberIn, openWatched),
      ];
      one.write(1);
      expect(isKeeping()).toBe(true);
      state[trouble] = true;
      one.write(2);
      expect([one.read(), isKeeping()]).toEqual([2, false]);
      state[trouble] = false;
      other.write(3);
      // The first is still not saved.
      expect(isKeeping()).toBe(false);
      one.write(4);
      expect(isKeeping()).toBe(true);
    },
  );
});

describe('a saved value', () => {
  it('is what is written, or what was last set on this page where that could not be written', () => {
    const { kept, state, open } = device();
    const one = persistedUnder('one', numberIn, open);
    kept.set('one', '{broken');
    expect(one.read()).toBe(0);
    state.isFull = true;
    one.write(5);
    expect([one.read(), kept.get('one')]).toEqual([5, '{broken']);
    expect(persistedUnder('one', numberIn, open).read()).toBe(0);
  });
});
