import { describe, expect, it } from 'vitest';
import { findCamera, listCameras } from '../../src/platform/camera-devices.ts';

const device = (kind: MediaDeviceKind, deviceId: string, label: string): MediaDeviceInfo => ({
  kind,
  deviceId,
  label,
  groupId: '',
  toJSON: () => ({}),
});

describe('the cameras of a device', () => {
  it('are those with a name; microphones, and cameras before they are allowed, are left out', async () => {
    const devices = {
      enumerateDevices: () =>
        Promise.resolve([
          device('audioinput', 'm', 'Microphone'),
          device('videoinput', 'a', 'Built-in'),
          device('videoinput', '', ''),
          device('videoinput', 'b', 'On a cable'),
        ]),
    };
    expect(await listCameras(devices)).toEqual([
      { deviceId: 'a', label: 'Built-in' },
      { deviceId: 'b', label: 'On a cable' },
    ]);
  });

  it('are none where the browser hides or refuses them', async () => {
    expect(await listCameras({ enumerateDevices: () => Promise.reject(new Error('no')) })).toEqual([]);
  });
});

describe('a chosen camera', () => {
  const chosen = { deviceId: 'b', label: 'On a cable' };
  const builtIn = { deviceId: 'a', label: 'Built-in' };

  it.each([
    ['by its id, whatever its name', [builtIn, { deviceId: 'b', label: 'USB 2.0 Camera' }], 'b'],
    ['by its name where ids have changed', [builtIn, { deviceId: 'x', label: 'On a cable' }], 'x'],
    ['by its id first', [{ deviceId: 'x', label: 'On a cable' }, chosen], 'b'],
    ['not at all where it is gone', [builtIn], undefined],
  ])('is found %s', (_, cameras, expected) => {
    expect(findCamera(chosen, cameras)?.deviceId).toBe(expected);
  });
});
