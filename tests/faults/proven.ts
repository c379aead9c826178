import type { ProvenElsewhere } from './fault.ts';

/** A test of another project that forces a fault: its file below `tests/`, its title, and the time that it allows. */
export const proven = (file: string, test: string, within = 'at once'): ProvenElsewhere => ({
  file: `tests/${file}`,
  test,
  within,
});
