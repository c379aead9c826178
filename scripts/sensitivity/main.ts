import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupsOf as groupsBy } from '../accuracy/groups.ts';
import { commit, inHouseStyle, root } from '../accuracy/pages.ts';
import { Complaint } from '../analyse/complaint.ts';
import { peopleFolder } from '../people/people-folder.ts';
import { allConstants, type Constant } from './constants.ts';
import { corpus, framesIn, isTriedOn } from './corpus.ts';
import type { Item } from './judging.ts';
import { keptTrials } from './kept-trials.ts';
import type { SensitivityOptions } from './options.ts';
import { pageOf, reportOf } from './report.ts';
import { buildJudging } from './shifting.ts';
import { tryConstants, verdictsAsTheyAre, type Trial } from './trial.ts';

const page = join(root, 'docs/sensitivity.md');

const hashOf = (code: string, items: readonly Item[]): string =>
  createHash('sha256')
    .update(code)
    .update(JSON.stringify(items.map((item) => [item.name, framesIn(item)])))
    .digest('hex')
    .slice(0, 16);

/** This many constants are tried together first: most turn nothing. */
const together = 8;

/** Constants in groups that are tried on the same sets. */
const groupsOf = (constants: readonly Constant[]): readonly (readonly Constant[])[] => {
  const bySets = [...groupsBy(constants, ({ exercise, view }) => `${exercise} ${view}`).values()];
  return bySets.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / together) }, (_, nth) =>
      group.slice(nth * together, (nth + 1) * together),
    ),
  );
};

/** Tries the constants that are asked for, prints what they turned, and writes it where that is asked for. */
export const runSensitivity = async ({ only, minutes, json, isWriting }: SensitivityOptions): Promise<void> => {
  const constants = allConstants();
  const wanted = constants.filter(({ name }) => name.startsWith(only));
  if (wanted.length === 0) throw new Complaint(`No constant's name begins with "${only}".`);
  const items = corpus(peopleFolder());
  const { load, code } = await buildJudging();
  const { trials, keep } = keptTrials(hashOf(code, items));
  const missing = wanted.filter(({ name }) => !trials.has(name));
  const begun = performance.now();
  const spent = (): number => (performance.now() - begun) / 60_000;
  const asTheyAre = verdictsAsTheyAre(load);
  for (const group of groupsOf(missing)) {
    if (spent() > minutes) break;
    const [first] = group;
    const own = items.filter((item) => first !== undefined && isTriedOn(first, item));
    for (const trial of await tryConstants({ load, asTheyAre, items: own }, group)) keep(trial);
    console.log(
      `${wanted.filter(({ name }) => trials.has(name)).length} of ${wanted.length}; ${spent().toFixed(1)} minutes`,
    );
  }
  const tried = wanted.flatMap((constant): (readonly [Constant, Trial])[] => {
    const trial = trials.get(constant.name);
    return trial ? [[constant, trial]] : [];
  });
  const left = wanted.length - tried.length;
  console.log(await inHouseStyle(page, reportOf(tried, items)));
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ commit: commit(), trials: tried.map(([, trial]) => trial) })}\n`);
  if (left > 0) console.log(`${left} of ${wanted.length} constants are left: the same command goes on.`);
  else if (isWriting) writeFileSync(page, await inHouseStyle(page, pageOf(tried, items, commit())));
};
