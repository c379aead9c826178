import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { detectorModels } from '../src/ports/detector-model.ts';
import type * as Bench from './accuracy/main.ts';

/** `npm run bench:accuracy [-- --quick | --desk | --judge | --motion | --tuned] [--model M]`; exit status 2 on an invalid option. */

const usage = `npm run bench:accuracy [-- OPTION]

Draws films, lets the app's own detector and engine judge them, and writes the page; goes on where it stopped.

  --quick    a few films only, in some four minutes; prints their lines and writes nothing
  --desk     the films of users at a desk only; prints their table and writes nothing
  --judge    draws nothing: judges anew what has been seen, and writes the page
  --tuned    leaves what is held out alone: judges the half that is tuned on, prints its lines and writes nothing
  --motion   people's motion on rigged bodies only: prints its table, and both models' where they have seen the films,
             and writes nothing; with --tuned only the people that are tuned on
  --model M  what sees the films: thunder, which writes docs/accuracy.md, or lightning, docs/accuracy-lightning.md; thunder,
             with --quick or --desk lightning
  --help     shows this

LIMBER_CLIPS names the folder with rigged bodies and films of real people, and LIMBER_PEOPLE the one with recordings of
people's joints, without which they are not measured. LIMBER_OBSERVED names where the detector's output is kept; otherwise
.cache/observed.
`;

const optionsIn = (args: readonly string[]) => {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: flag,
        desk: flag,
        judge: flag,
        motion: flag,
        tuned: flag,
        help: flag,
        model: { type: 'string' },
      },
    });
    // A first look has to be quick, and Thunder is not.
    const wanted = values.model ?? (values.quick || values.desk ? 'lightning' : 'thunder');
    const model = detectorModels.find((one) => one === wanted);
    if (model === undefined) throw new Error(`--model takes thunder or lightning, not "${wanted}".`);
    return { ...values, model };
  } catch (thrown) {
    process.stderr.write(
      `${(thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown))?.replace(/\.$/, '')}; --help shows the options.\n`,
    );
    process.exit(2);
  }
};

const options = optionsIn(process.argv.slice(2));
if (options.help) process.stdout.write(usage);
else {
  // Vite reads the folder of the exercises, so Vite runs the code that needs it.
  const main = fileURLToPath(new URL('./accuracy/main.ts', import.meta.url));
  const { module } = await runnerImport<typeof Bench>(main, { logLevel: 'error' });
  await module.runBench(options);
}
