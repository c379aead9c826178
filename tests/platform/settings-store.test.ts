import { describe, expect, it, vi } from 'vitest';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import type { SettingsStore } from '../../src/session/ports.ts';
import { readSettings, usualSettings, type Settings } from '../../src/session/settings.ts';
import { device } from './device.ts';

/** A device, and visits of the page on it. */
const visited = () => {
  const { open, ...of } = device();
  return { ...of, visit: (): SettingsStore => createSettingsStore(readSettings, open) };
};

const chosen: Settings = { ...usualSettings, rate: 0.8, chattiness: 'counts', strictness: 1.5, safetyAcceptedAt: 5 };

describe('the settings', () => {
  it('are the defaults before the user has chosen', () => {
    expect(visited().visit().read()).toEqual(usualSettings);
  });

  it('are found again on another visit', () => {
    const { visit } = visited();
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
  ])('are the defaults where %j is written, and can be chosen again', (text) => {
    const { kept, visit } = visited();
    kept.set('limber.settings', text);
    const store = visit();
    expect(store.read()).toEqual(usualSettings);
    store.write(chosen);
    expect(visit().read()).toEqual(chosen);
  });

  it.each<[string, unknown, Partial<Settings>]>([
    ['an unknown value', { chattiness: 'whispered' }, { chattiness: 'all' }],
    ['an impossible value', { rate: 99 }, { rate: 1 }],
    ['a value of another kind', { volume: 'loud' }, { volume: 1 }],
    ['a camera without a name', { camera: { deviceId: 'a' } }, {}],
    ['a camera that is a text', { camera: 'front' }, {}],
    ['an unknown strictness', { strictness: 1.2 }, { strictness: 1 }],
    ['an unknown backend', { backend: 'abacus' }, { backend: 'auto' }],
    ['a setting of a later version', { theme: 'dusk' }, {}],
  ])('with %s keep all others, above all that the safety page was accepted', (_, odd, expected) => {
    const { kept, visit } = visited();
    kept.set('limber.settings', JSON.stringify({ version: 1, settings: { ...chosen, ...(odd as object) } }));
    expect(visit().read()).toEqual({ ...chosen, ...expected });
  });

  it('keep a chosen camera, and forget it where the browser is to choose again', () => {
    const { visit } = visited();
    const camera = { deviceId: 'a', label: 'On a cable' };
    visit().write({ ...chosen, camera });
    expect(visit().read().camera).toEqual(camera);
    visit().write({ ...chosen, camera: undefined });
    expect(visit().read().camera).toBeUndefined();
  });

  it('of a later version are not overwritten, whatever is chosen here', () => {
    const { kept, visit } = visited();
    kept.set('limber.settings', JSON.stringify({ version: 1, settings: { ...chosen, theme: 'dusk' } }));
    visit().write({ ...visit().read(), voice: false });
    expect(JSON.parse(kept.get('limber.settings') ?? '')).toMatchObject({ settings: { theme: 'dusk', voice: false } });
  });

  it('that cannot be read are set aside before others replace them', () => {
    const { kept, visit } = visited();
    const later = '{"version":2,"settings":{"voices":[]}}';
    kept.set('limber.settings', later);
    visit().write(chosen);
    visit().write(usualSettings);
    expect(kept.get('limber.settings.unread')).toBe(later);
    expect(visit().read()).toEqual(usualSettings);
  });

  it('that lack a value have its default', () => {
    const { kept, visit } = visited();
    kept.set('limber.settings', '{"version":1,"settings":{"voice":false}}');
    expect(visit().read()).toEqual({ ...usualSettings, voice: false });
  });

  it.each(['isFull', 'isBlocked'] as const)('last as long as the page where the storage %s', (trouble) => {
    const { state, visit } = visited();
    state[trouble] = true;
    const store = visit();
    expect(store.read()).toEqual(usualSettings);
    store.write(chosen);
    expect(store.read()).toEqual(chosen);
    expect(visit().read()).toEqual(usualSettings);
  });

  it('are published to listeners once they can be read', () => {
    const { state, visit } = visited();
    state.isBlocked = true;
    const store = visit();
    const heard = vi.fn<(settings: Settings) => void>((settings) => expect(store.read()).toEqual(settings));
    const stop = store.changes.listen(heard);
    store.write(chosen);
    stop();
    store.write(usualSettings);
    expect(heard.mock.calls).toEqual([[chosen]]);
  });
});
