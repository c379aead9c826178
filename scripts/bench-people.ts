import { fileURLToPath } from 'node:url';
import { Complaint } from './analyse/complaint.ts';
import { orExit } from './command.ts';
import type * as Bench from './people/main.ts';
import { optionsIn, usage, type PeopleOptions } from './people/options.ts';
import { noFolder, peopleFolder } from './people/people-folder.ts';

/**
 * `npm run bench:people`: judges recordings of people; exit status 1 where there are none, 2 on an invalid option.
 */

const bench = async (options: PeopleOptions): Promise<void> => {
  const folder = peopleFolder();
  if (folder === undefined) throw new Complaint(noFolder);
  const { runnerImport } = await import('vite');
  // Vite reads the folder of the exercises, so Vite runs the code that needs it.
  const main = fileURLToPath(new URL('./people/main.ts', import.meta.url));
  const { module } = await runnerImport<typeof Bench>(main, { logLevel: 'error' });
  await module.runPeople(folder, options);
};

const options = await orExit(2, () => optionsIn(process.argv.slice(2)));
if (options) await orExit(1, () => bench(options));
else process.stdout.write(usage);
