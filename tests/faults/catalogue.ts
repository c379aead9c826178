import { cameraFaults } from './catalogue/camera.ts';
import { chanceFaults } from './catalogue/chance.ts';
import { detectorFaults } from './catalogue/detector.ts';
import { inputFaults } from './catalogue/input.ts';
import { networkFaults } from './catalogue/network.ts';
import { offlineFaults } from './catalogue/offline.ts';
import { pageFaults } from './catalogue/page.ts';
import { pictureFaults } from './catalogue/pictures.ts';
import { startUpFaults } from './catalogue/start-up.ts';
import { storageFaults } from './catalogue/storage.ts';
import { voiceFaults } from './catalogue/voice.ts';
import { kinds, type Fault } from './fault.ts';

const order = Object.keys(kinds);

/** Every fault that is forced on Limber, kind by kind. */
export const faults: readonly Fault[] = [
  ...startUpFaults,
  ...cameraFaults,
  ...pictureFaults,
  ...networkFaults,
  ...offlineFaults,
  ...storageFaults,
  ...pageFaults,
  ...detectorFaults,
  ...inputFaults,
  ...chanceFaults,
  ...voiceFaults,
].toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
