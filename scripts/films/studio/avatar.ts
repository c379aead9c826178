import type { Part } from '../../../src/stage/part.ts';

/** Loads a rigged body that follows the figure's. */
export const loadAvatar = async (address: string): Promise<Part> => {
  throw new Error(`${address} cannot be loaded yet.`);
};
