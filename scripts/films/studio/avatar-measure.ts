import type { Proportions } from '../../../src/engine/figure/proportions.ts';
import { loadRig } from './avatar-load.ts';
import { measureRig } from './avatar-proportions.ts';

declare global {
  interface Window {
    /** The proportions of the rigged body at `address`, as the figure's proportions. */
    proportionsOf: (address: string) => Promise<Proportions>;
  }
}

window.proportionsOf = async (address) => measureRig(await loadRig(address)).proportions;
