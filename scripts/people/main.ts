import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commit, inHouseStyle, root, withPart } from '../accuracy/pages.ts';
import { Complaint } from '../analyse/complaint.ts';
import type { PeopleOptions } from './options.ts';
import { peopleIn } from './people-folder.ts';
import { reportOf } from './report.ts';
import { scoresOf, type Score } from './runs.ts';
import { stillsOf, stillsReport } from './stills-report.ts';

/** The page of the tables. */
const page = join(root, 'docs/people.md');

/** Writes the tables into the page. */
const writePage = async (report: string): Promise<void> => {
  const made = `Made by \`npm run bench:people -- --write\` at ${commit()}.`;
  const text = withPart(readFileSync(page, 'utf8'), 'people', `${made}\n\n${report}`);
  if (text === undefined) throw new Complaint(`${page} does not mark where the tables are.`);
  writeFileSync(page, await inHouseStyle(page, text));
};

/** Judges the recordings of a folder and prints the tables; throws a `Complaint` where nothing of it is asked for. */
export const runPeople = async (folder: string, { json, isWriting, ...wanted }: PeopleOptions): Promise<void> => {
  const scores: Score[] = [];
  for (const person of peopleIn(folder, wanted))
    for (const feed of person.feeds) scores.push(...(await scoresOf(person, feed)));
  const stills = wanted.only === undefined ? stillsOf(folder, wanted.half) : [];
  if (scores.length === 0 && stills.length === 0)
    throw new Complaint(`${folder} has nothing${wanted.only === undefined ? '' : ` below "${wanted.only}"`} to judge.`);
  const report = [reportOf(scores, stills), ...stillsReport(stills)].join('\n\n');
  process.stdout.write(await inHouseStyle(page, report));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ commit: commit(), scores, stills })}\n`);
  if (isWriting) await writePage(report);
};
