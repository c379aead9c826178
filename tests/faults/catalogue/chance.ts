import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';

const damaged = (id: string, what: string, test: string): Fault => ({
  id: `chance-${id}`,
  kind: 'chance',
  fault: `${what} that are damaged by chance`,
  how: 'Texts cut off, mixed, with odd numbers, markup and names of prototypes: some in `npm test`, 2,500 in `npm run test:fuzz`',
  sees: undefined,
  proof: proven('fuzz/fuzz.test.ts', test, '1 s'),
});

/** Files, stored data and links that are damaged by chance: each is read, or refused with a reason. */
export const chanceFaults: readonly Fault[] = [
  damaged('exercises', 'Exercise files', 'exercise files'),
  damaged('recordings', 'Recordings', 'recordings'),
  damaged('sessions', 'Saved sessions', 'saved sessions'),
  damaged('storage', 'Stored data', 'what the browser has stored'),
  damaged('links', 'Links', 'links'),
];
