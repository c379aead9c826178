import { expect, it } from 'vitest';
import { Playhead } from '../../src/session/pace.ts';

it('moves a playhead with real time, but not over a pause', () => {
  let now = 5000;
  const playhead = new Playhead(() => now);
  expect(playhead.next()).toBe(0);
  now += 50;
  expect(playhead.next()).toBe(50);
  now += 20_000;
  expect(playhead.next()).toBe(450);
});
