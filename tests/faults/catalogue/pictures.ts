import { app } from '../../../src/texts/en/app.ts';
import { hints } from '../../../src/texts/en/cues.ts';
import { problems } from '../../../src/texts/en/problems.ts';
import type { Fault } from '../fault.ts';
import { blackFilm, drawBlackFilm } from '../black-film.ts';
import { proven } from '../proven.ts';
import type { Scene } from '../scene.ts';

const choice = 'browser/ui-camera-choice.test.ts';
const setUp = 'scenarios/set-up.test.ts';

/** Stores a chosen camera as an earlier visit did. */
const storeChoice = (
  { context }: Scene,
  camera: { readonly deviceId: string; readonly label: string },
): Promise<unknown> =>
  context.addInitScript((chosen) => {
    const settings = { safetyAcceptedAt: 1, camera: chosen };
    localStorage.setItem('limber.settings', JSON.stringify({ version: 1, settings }));
  }, camera);

/** Faults of several cameras, and of what a camera shows. */
export const pictureFaults: readonly Fault[] = [
  {
    id: 'chosen-camera-unplugged',
    kind: 'camera-choice',
    fault: 'The chosen camera is unplugged in a session, and another one is there',
    how: 'The event `devicechange`; the session goes on before the other camera without hands, and names it',
    sees: problems.unplugged.title,
    proof: proven(choice, 'goes on without hands before another camera when its own is unplugged, and says so'),
  },
  {
    id: 'chosen-camera-gone',
    kind: 'camera-choice',
    fault: 'The chosen camera is not there when a session begins',
    how: 'Chromium with two cameras, of which neither is the stored choice; it trains before its first one',
    sees: app.train.cameraGone('fake_device_0'),
    proof: {
      on: 'own',
      camera: ['--use-fake-device-for-media-stream=device-count=2'],
      arrange: (scene) => storeChoice(scene, { deviceId: 'unplugged', label: 'Camera on the shelf' }),
    },
  },
  {
    id: 'camera-has-another-id',
    kind: 'camera-choice',
    fault: 'The browser gives the chosen camera another id',
    how: 'A browser that lists it with an id that is not the stored one',
    sees: undefined,
    proof: proven(
      'browser/camera.test.ts',
      'is opened by its id, or by its name where its id has changed, with one request',
    ),
  },
  {
    id: 'camera-stuck-another-there',
    kind: 'camera-choice',
    fault: 'The camera hangs, and the user has only a remote at hand',
    how: 'A camera that stands still; the remote takes the next one',
    sees: problems.stalled.title,
    proof: proven(
      choice,
      'leaves the screen of a stuck camera by a remote, with another camera, and names a virtual one',
    ),
  },
  {
    id: 'picture-black',
    kind: 'picture',
    fault: 'The picture is black or has one colour',
    how: 'Poses of such pictures; set-up goes on by itself once the cover is open',
    sees: hints['uncover-the-camera'],
    proof: proven(setUp, 'is reported after two seconds, and set-up goes on by itself once it is over', '2 s'),
  },
  {
    id: 'camera-covered',
    kind: 'picture',
    fault: 'The cover of the camera is closed',
    how: 'Chromium’s camera plays a black film',
    sees: hints['uncover-the-camera'],
    proof: {
      on: 'own',
      camera: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${blackFilm}`],
      arrange: drawBlackFilm,
    },
  },
  {
    id: 'camera-slow',
    kind: 'picture',
    fault: 'The camera is slow in poor light',
    how: 'Six pictures a second; a slow computer has other words',
    sees: hints['slow-camera'],
    proof: proven(
      setUp,
      'about the light where a slow camera shows few pictures, about the computer where the detector is late',
    ),
  },
  {
    id: 'picture-repeats',
    kind: 'picture',
    fault: 'The camera sends the same picture again and again',
    how: 'Pictures with the same pixels',
    sees: problems.stalled.title,
    proof: proven('platform/detector/detected-poses.test.ts', 'the same live picture', '3 s'),
  },
  {
    id: 'camera-virtual',
    kind: 'picture',
    fault: 'The camera is a program that shows something else',
    how: 'A camera with the name of such a program; it is named while Limber looks for the user',
    sees: app.train.virtualCamera('OBS Virtual Camera'),
    proof: proven(choice, 'names a virtual camera while it looks for the user'),
  },
];
