import { app } from '../../../src/texts/en/app.ts';
import { problems } from '../../../src/texts/en/problems.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { grantCamera, press, refuseCamera } from '../scene.ts';

const again = press(app.problem.again);

/** Faults of the camera before and in a session. */
export const cameraFaults: readonly Fault[] = [
  {
    id: 'camera-refused',
    kind: 'camera-opening',
    fault: 'The user, or a policy, refuses the camera',
    how: 'Chromium refuses it (`--use-fake-ui-for-media-stream=deny`)',
    sees: problems.denied.title,
    proof: proven('slow/camera-problems.test.ts', 'reports that the camera is blocked, and shows the figure instead'),
  },
  {
    id: 'camera-question-closed',
    kind: 'camera-opening',
    fault: 'The question of the browser is closed without an answer',
    how: '`getUserMedia` rejects as browsers do ("Permission dismissed")',
    sees: problems.dismissed.title,
    proof: proven('browser/camera.test.ts', 'maps %s "%s" to %s, asking once'),
  },
  {
    id: 'camera-absent',
    kind: 'camera-opening',
    fault: 'There is no camera',
    how: 'Chromium without a device (`device-count=0`)',
    sees: problems.absent.title,
    proof: proven('slow/camera-problems.test.ts', 'reports that there is no camera, and shows the figure instead'),
  },
  {
    id: 'camera-in-use',
    kind: 'camera-opening',
    fault: 'Another program has the camera',
    how: '`getUserMedia` rejects as browsers do (`NotReadableError`, `AbortError`)',
    sees: problems['in-use'].title,
    proof: proven('browser/camera.test.ts', 'maps %s "%s" to %s, asking once'),
  },
  {
    id: 'page-insecure',
    kind: 'start-up',
    fault: 'The page is not secure',
    how: 'The app under `http:` and a name that is not localhost; https is where the words lead',
    sees: problems.insecure.title,
    proof: {
      on: 'own',
      switches: ['--host-resolver-rules=MAP limber.example 127.0.0.1'],
      link: '#/',
      force: async ({ page, host }) => {
        const { port } = new URL(host.url);
        await page.goto(`http://limber.example:${port}/limber/#/train/butterfly?pain=off`);
      },
      mend: ({ page, host }) => page.goto(`${host.url}#/train/butterfly?pain=off`),
    },
  },
  {
    id: 'camera-not-opening',
    kind: 'camera-opening',
    fault: 'The browser has allowed the camera, and never opens it',
    how: '`getUserMedia` that never settles; the time in which the browser asks the user does not count',
    sees: problems['not-opening'].title,
    proof: proven('platform/camera-opening.test.ts', 'is reported, once it is allowed, within half a minute', '20 s'),
  },
  {
    id: 'camera-revoked',
    kind: 'camera-lost',
    fault: 'The camera is switched off beside the address',
    how: 'DevTools refuse the permission in the middle; the figure goes on',
    sees: problems.unplugged.title,
    proof: proven(
      'slow/camera-problems.test.ts',
      'reports that the camera was lost in the middle, and shows the figure instead',
    ),
  },
  {
    id: 'camera-comes-back',
    kind: 'camera-lost',
    fault: 'The camera goes away and comes back',
    how: 'DevTools refuse the permission in the middle and grant it again; "Try again"',
    sees: problems.unplugged.title,
    proof: {
      on: 'webcam',
      isGap: true,
      force: refuseCamera,
      mend: async (scene) => {
        await grantCamera(scene);
        await again(scene);
      },
    },
  },
  {
    id: 'camera-without-pictures',
    kind: 'camera-lost',
    fault: 'The camera sends no more pictures',
    how: 'A stream that stands still, in Chromium',
    sees: problems.stalled.title,
    proof: proven('browser/camera.test.ts', 'reports after three seconds that the camera is stalled', '3 s'),
  },
  {
    id: 'camera-plugged-in',
    kind: 'camera-lost',
    fault: 'A camera that was missing is plugged in while the user sits two metres away',
    how: 'The event `devicechange`',
    sees: problems.absent.title,
    proof: proven(
      'browser/ui-app.test.ts',
      'tries again when a camera is plugged in, but not where the camera was refused',
    ),
  },
];
