import { describe, expect, it, vi } from 'vitest';
import { createEarcons, earconTones, type EarconContext } from '../../src/platform/earcons.ts';
import { earcons } from '../../src/ports/earcon.ts';

/** An audio context that records when each tone begins and ends, and its level. */
const fakeAudio = (isAllowed = true) => {
  const written: string[] = [];
  let state: AudioContextState = 'suspended';
  const param = (name: string) => ({
    setValueAtTime: (value: number, at: number) => written.push(`${name} ${value} at ${at}`),
    exponentialRampToValueAtTime: (value: number, at: number) => written.push(`${name} to ${value} at ${at}`),
  });
  const node = () => ({ connect: () => undefined, disconnect: () => undefined, addEventListener: () => undefined });
  const context = {
    currentTime: 5,
    destination: {},
    get state() {
      return state;
    },
    resume: vi.fn<() => Promise<void>>(() => {
      if (!isAllowed) return Promise.reject(new Error('not yet'));
      state = 'running';
      return Promise.resolve();
    }),
    createGain: () => ({ ...node(), gain: param('level') }),
    createOscillator: () => ({
      ...node(),
      frequency: param('pitch'),
      start: (at: number) => written.push(`start ${at}`),
      stop: (at: number) => written.push(`stop ${at}`),
    }),
  };
  const open = vi.fn<() => EarconContext>(() => context as unknown as EarconContext);
  let now = 0;
  const player = createEarcons(open, () => now);
  return { player, written, open, context, pass: (ms: number) => (now += ms) };
};

/** The shape of a sound, whatever its pitch: how many tones, each up, down or the same, and whether it is quick. */
const shapeOf = (name: keyof typeof earconTones): string =>
  earconTones[name]
    .map(({ pitch, at, lasts }, index, all) => {
      const before = all[index - 1];
      if (!before) return lasts < 0.2 ? 'short' : 'long';
      return `${Math.sign(pitch - before.pitch)} ${at - before.at < 0.2 ? 'quick' : 'slow'}`;
    })
    .join(', ');

describe('the sounds', () => {
  it('are those that a session uses', () => {
    expect(Object.keys(earconTones).toSorted()).toEqual([...earcons].toSorted());
  });

  it('differ in their shape, not only in pitch', () => {
    expect(new Set(earcons.map(shapeOf)).size).toBe(earcons.length);
  });

  it.each(earcons)('%s is short and low enough for old ears', (name) => {
    for (const { pitch, at, lasts } of earconTones[name]) {
      expect(pitch).toBeLessThan(1100);
      expect(at + lasts).toBeLessThanOrEqual(1);
    }
  });
});

describe('a player of sounds', () => {
  it('is silent until it was woken, and opens one context for all', () => {
    const { player, open, written } = fakeAudio();
    player.play('rep', 1);
    expect(open).not.toHaveBeenCalled();
    player.wake();
    player.wake();
    player.play('rep', 1);
    player.play('done', 1);
    expect(open).toHaveBeenCalledTimes(1);
    expect(written.filter((line) => line.startsWith('start'))).toHaveLength(5);
  });

  it('begins and ends softly, as loud as asked', () => {
    const { player, written } = fakeAudio();
    player.wake();
    player.play('hold-start', 0.5);
    expect(written).toEqual([
      'level 0.0001 at 5',
      'level to 0.15 at 5.025',
      'level to 0.0001 at 5.5',
      'pitch 440 at 5',
      'start 5',
      'stop 5.5',
    ]);
  });

  it('plays the same sound twice at one time only once, and nothing at zero volume', () => {
    const { player, written, pass } = fakeAudio();
    player.wake();
    player.play('rep', 0);
    player.play('rep', 1);
    pass(100);
    player.play('rep', 1);
    pass(200);
    player.play('rep', 1);
    expect(written.filter((line) => line.startsWith('start'))).toHaveLength(2);
  });

  it('schedules nothing on a suspended context, and asks it to resume', () => {
    const { player, written, context } = fakeAudio(false);
    player.wake();
    player.play('rep', 1);
    expect(written).toEqual([]);
    expect(context.resume).toHaveBeenCalledTimes(2);
  });

  it('never throws where there is no audio', () => {
    const player = createEarcons(() => {
      throw new Error('no audio device');
    });
    player.wake();
    expect(() => player.play('rep', 1)).not.toThrow();
  });
});
