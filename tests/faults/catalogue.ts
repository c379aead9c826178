import { cameraFaults } from './catalogue/camera.ts';
import { detectorFaults } from './catalogue/detector.ts';
import { inputFaults } from './catalogue/input.ts';
import { networkFaults } from './catalogue/network.ts';
import { pageFaults } from './catalogue/page.ts';
import { storageFaults } from './catalogue/storage.ts';
import { kinds, type Fault } from './fault.ts';

const order = Object.keys(kinds);

/** Every fault that is forced on Limber, kind by kind. */
export const faults: readonly Fault[] = [
  ...cameraFaults,
  ...networkFaults,
  ...storageFaults,
  ...pageFaults,
  ...detectorFaults,
  ...inputFaults,
].toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
