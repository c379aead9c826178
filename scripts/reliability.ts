import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { faults } from '../tests/faults/catalogue.ts';
import { readMeasured } from '../tests/faults/measured.ts';
import { Complaint } from './analyse/complaint.ts';
import { flagsIn, orExit } from './command.ts';
import { reliabilityPage } from './reliability/page.ts';
import { readSoak } from './soak/result.ts';

/**
 * `npm run reliability`: prints whether docs/reliability.md is that of the catalogue, the measured faults and the soak,
 * with exit status 1 where it is not; `-- --write` writes it.
 */

const file = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));

const options = await orExit(2, () => flagsIn(process.argv.slice(2), { write: { type: 'boolean', default: false } }));
const page = await format(reliabilityPage(faults, readMeasured(), readSoak()), {
  ...(await resolveConfig(file)),
  filepath: file,
});
await orExit(1, () => {
  if (options.write) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page)
    throw new Complaint('docs/reliability.md is out of date: npm run reliability -- --write');
});
