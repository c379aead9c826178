import { expect, it } from 'vitest';
import { watchBattery } from '../../src/platform/battery.ts';
import { settled } from './frames.ts';

it.each([
  ['a browser that does not tell', {}, false],
  ['a policy that forbids it', { getBattery: () => Promise.reject(new Error('NotAllowedError')) }, false],
  [
    'a device that throws',
    {
      getBattery: () => {
        throw new Error('gone');
      },
    },
    false,
  ],
  ['something else', { getBattery: () => Promise.resolve(undefined) }, false],
  ['mains power', { getBattery: () => Promise.resolve({ charging: true }) }, false],
  ['a battery', { getBattery: () => Promise.resolve({ charging: false }) }, true],
])('%s is asked once, and on battery: %s', async (_, device, expected) => {
  const isOnBattery = watchBattery(device);
  expect(isOnBattery()).toBe(false);
  await settled();
  expect(isOnBattery()).toBe(expected);
});

it('a device that is unplugged later runs on its battery from then on', async () => {
  const battery = { charging: true };
  const isOnBattery = watchBattery({ getBattery: () => Promise.resolve(battery) });
  await settled();
  battery.charging = false;
  expect(isOnBattery()).toBe(true);
});
