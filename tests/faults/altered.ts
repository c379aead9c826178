import type { Altered } from '../e2e/plain-host.ts';
import type { Scene } from './scene.ts';

/** Alters what the host sends for some files. */
export const altered =
  (is: (path: string) => boolean, how: (file: Buffer) => Altered) =>
  ({ host }: Scene): void => {
    host.alter = (path, file) => (is(path) ? how(file) : undefined);
  };

/** The response of a host that does not have the file. */
export const missing = (): Altered => ({ status: 404, body: 'Not found', type: 'text/plain' });
