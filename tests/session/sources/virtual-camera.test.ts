import { describe, expect, it } from 'vitest';
import { mayBeVirtual } from '../../../src/session/sources/virtual-camera.ts';

/* Labels as they are written in public reports and manuals of these programs, and in browsers. */

describe('a camera', () => {
  it.each([
    'OBS Virtual Camera',
    'OBS-Camera',
    'Snap Camera',
    'ManyCam Virtual Webcam',
    'Iriun Webcam',
    'DroidCam Source 3',
    'e2eSoft VCam',
    'XSplit VCam',
    'NDI Webcam Video 1',
    'EpocCam',
    'Camo',
    'mmhmm Camera',
    'CyberLink YouCam 10',
    'SplitCam Video Driver',
    'Unity Video Capture',
    'Dummy video device (0x0000)',
    'NVIDIA Broadcast',
  ])('named %s may be virtual', (label) => {
    expect(mayBeVirtual(label)).toBe(true);
  });

  it.each([
    'FaceTime HD Camera (Built-in)',
    'Integrated Webcam (0bda:5538)',
    'HD Pro Webcam C920 (046d:082d)',
    'Logitech BRIO',
    'USB2.0 HD UVC WebCam (13d3:56a2)',
    'Front Camera',
    'camera2 1, facing front',
    'Chicony USB2.0 Camera',
    'Microsoft Camera Front',
    'Camera Observer 3000',
    '',
  ])('named "%s" is not taken for a virtual one', (label) => {
    expect(mayBeVirtual(label)).toBe(false);
  });
});
