import { describe, expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import type { SourceKind } from '../../../src/session/ports.ts';
import { sessionSetting } from '../../../src/session/guide/session-setting.ts';
import { usualSettings, type Settings } from '../../../src/session/settings.ts';
import { Stream } from '../../../src/async/stream.ts';
import { keeping, routine, usualOptions } from '../guided.ts';

const asked = (options: Partial<typeof usualOptions>, settings: Partial<Settings> = {}) =>
  sessionSetting(
    {
      routine,
      options: { ...usualOptions, ...options },
      link: '#/',
      given: { frames: undefined, video: undefined },
      store: keeping(),
    },
    {
      exercises,
      app: '1.2.3',
      openSource: () => Promise.reject(new Error('Nobody asked for it.')),
      pageVisibility: { isVisible: true, changes: new Stream<boolean>() },
      wakeLock: { hold: () => undefined },
      ranges: { read: () => undefined, write: () => undefined },
      settings: { read: () => ({ ...usualSettings, ...settings }) },
    },
  );

describe('the settings of a session', () => {
  it.each<[SourceKind, { readonly pain: boolean; readonly ranges: boolean; readonly store: boolean }]>([
    ['camera', { pain: true, ranges: true, store: true }],
    ['figure', { pain: true, ranges: false, store: false }],
    ['file', { pain: false, ranges: false, store: false }],
    ['frames', { pain: false, ranges: false, store: false }],
  ])('with the source %s', (source, expected) => {
    const { options, ranges, store } = asked({ source });
    expect({ pain: options.asksPain, ranges: ranges !== undefined, store: store !== undefined }).toEqual(expected);
  });

  it('come from the stored settings where the link has none', () => {
    expect(asked({ strictness: undefined }, { strictness: 1.5 }).options.strictness).toBe(1.5);
    expect(asked({ strictness: 0.8 }, { strictness: 1.5 }).options.strictness).toBe(0.8);
    expect(asked({ arm: undefined }, { arm: 'left' }).options.arm).toBe('left');
    expect(asked({ arm: 'both' }, { arm: 'left' }).options.arm).toBe('both');
    expect(asked({ source: 'camera' }, { judging: 'timed' }).options.range).toBe('timed');
    expect(asked({ source: 'figure' }, { judging: 'timed' }).options.range).toBe('norm');
  });
});
