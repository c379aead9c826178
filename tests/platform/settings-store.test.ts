import { describe, expect, it, vi } from 'vitest';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import type { SettingsStore } from '../../src/session/ports.ts';
import { readSettings, usualSettings, type Settings } from '../../src/session/settings.ts';

/** A device whose storage can be full or blocked. */
const device = () => {
  const kept = new Map<string, string>();
  const state = { isFull: false, isBlocked: false };
  const open = () => {
    if (state.isBlocked) throw new DOMException('blocked', 'SecurityError');
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string): void => {
        if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, text);
      },
    };
  };
  const visit = (): SettingsStore => createSettingsStore(readSettings, open);
  return { kept, state, visit };
};

const chosen: Settings = { ...usualSettings, rate: 0.8, chattiness: 'counts', strictness: 1.5, safetyAcceptedAt: 5 };

describe('the settings', () => {
  it('are the usual ones before anybody chose', () => {
    expect(device().visit().read()).toEqual(usualSettings);
  });

  it('are found again on another visit', () => {
    const { visit } = device();
    visit().write(chosen);
    expect(visit().read()).toEqual(chosen);
  });

  it.each([
    '',
    'no JSON',
    'null',
    '7',
    '{"version":2,"settings":{"rate":0.8}}',
    '{"version":1}',
    '{"version":1,"settings":{"rate":9}}',
    '{"version":1,"settings":{"strictness":1.2}}',
  ])('are the usual ones where %j is written, and can be chosen anew', (text) => {
    const { kept, visit } = device();
    kept.set('limber.settings', text);
    const store = visit();
    expect(store.read()).toEqual(usualSettings);
    store.write(chosen);
    expect(visit().read()).toEqual(chosen);
  });

  it('that lack something have it as usual', () => {
    const { kept, visit } = device();
    kept.set('limber.settings', '{"version":1,"settings":{"voice":false}}');
    expect(visit().read()).toEqual({ ...usualSettings, voice: false });
  });

  it.each(['isFull', 'isBlocked'] as const)('last as long as the page where the storage %s', (trouble) => {
    const { state, visit } = device();
    state[trouble] = true;
    const store = visit();
    expect(store.read()).toEqual(usualSettings);
    store.write(chosen);
    expect(store.read()).toEqual(chosen);
    expect(visit().read()).toEqual(usualSettings);
  });

  it('are told to whoever listens, once they can be read', () => {
    const { state, visit } = device();
    state.isBlocked = true;
    const store = visit();
    const heard = vi.fn<(settings: Settings) => void>((settings) => expect(store.read()).toBe(settings));
    const stop = store.changes.listen(heard);
    store.write(chosen);
    stop();
    store.write(usualSettings);
    expect(heard.mock.calls).toEqual([[chosen]]);
  });
});
