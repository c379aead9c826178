import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commit, inHouseStyle, root, withPart } from '../accuracy/pages.ts';
import { Complaint } from '../analyse/complaint.ts';
import type { PeopleOptions } from './options.ts';
import { peopleIn } from './people-folder.ts';
import { reportOf } from './report.ts';
import { scoresOf, type Score } from './runs.ts';
import { stillsOf, stillsReport } from './stills-report.ts';
import { peoplePage, summaryOfPeople } from './summary.ts';

/** The pages about the models, which begin with what was measured on people. */
const modelPages = ['docs/accuracy.md', 'docs/accuracy-lightning.md'].map((name) => join(root, name));

const replacePart = async (file: string, part: string): Promise<boolean> => {
  const text = existsSync(file) ? withPart(readFileSync(file, 'utf8'), 'people', part) : undefined;
  if (text !== undefined) writeFileSync(file, await inHouseStyle(file, text));
  return text !== undefined;
};

/** Writes the tables into the page, and their first section into the pages about the models. */
const writePage = async (report: string): Promise<void> => {
  const made = `Made by \`npm run bench:people -- --write\` at ${commit()}.`;
  if (!(await replacePart(peoplePage, `${made}\n\n${report}`)))
    throw new Complaint(`${peoplePage} does not mark where the tables are.`);
  for (const file of modelPages)
    if (!(await replacePart(file, summaryOfPeople())))
      console.log(`${file} has no part about people yet; npm run bench:accuracy writes it.`);
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
  process.stdout.write(await inHouseStyle(peoplePage, report));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ commit: commit(), scores, stills })}\n`);
  if (isWriting) await writePage(report);
};
