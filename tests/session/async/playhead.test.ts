import { expect, it } from 'vitest';
import { Playhead } from '../../../src/session/async/playhead.ts';

it('moves a playhead with real time, but not over a pause', () => {
  let now = 5000;
  const playhead = new Playhead(() => now);
  expect(playhead.next()).toBe(0);
  now += 50;
  expect(playhead.next()).toBe(50);
  now += 20_000;
  expect(playhead.next()).toBe(450);
});

it('moves it by at most the given step, on the given clock', () => {
  let now = 0;
  const playhead = new Playhead(() => now, 125);
  playhead.next();
  now += 100;
  expect(playhead.next()).toBe(100);
  now += 200;
  expect(playhead.next()).toBe(225);
});
