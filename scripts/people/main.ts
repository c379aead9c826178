import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { Complaint } from '../analyse/complaint.ts';
import type { PeopleOptions } from './options.ts';
import { noFolder, peopleFolder, peopleIn } from './people-folder.ts';
import { reportOf } from './report.ts';
import { scoresOf } from './runs.ts';
import type { Score } from './score.ts';

/** Judges the recordings and prints the tables; throws a `Complaint` where there is no folder or no recording. */
export const runPeople = async ({ json, ...wanted }: PeopleOptions): Promise<void> => {
  const folder = peopleFolder();
  if (folder === undefined) throw new Complaint(noFolder);
  const scores: Score[] = [];
  for (const person of peopleIn(folder, wanted))
    for (const feed of person.feeds) scores.push(...(await scoresOf(person, feed)));
  process.stdout.write(await format(reportOf(scores), { parser: 'markdown' }));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(scores)}\n`);
};
