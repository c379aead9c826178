import * as v from 'valibot';
import { trainingPlanSchema, type TrainingPlan } from '../planning/training-plan.ts';
import type { KeptSession } from '../record/kept-session.ts';
import type { ImportRefusal, ImportTrouble } from './import-preview.ts';
import { linesOf } from './lines.ts';
import { readKept } from './read-kept.ts';
import { parsed } from '../record/parsed.ts';

/*
 * The file of all sessions is one JSON object whose lines can be read one by one, so that neither writing nor reading
 * needs it as a whole:
 *
 *   {"format":"limber-sessions","version":1,"createdAt":1772000000000,"plan":{"sha256":"...","plan":{...}},"sessions":[
 *   {"sha256":"...","session":{...}},
 *   {"sha256":"...","session":{...}}
 *   ],"count":2,"sha256":"..."}
 *
 * The checksum of a session, or of the plan, is that of its JSON without spaces, in UTF-8; that of the file is that of
 * the checksums of the plan and of its sessions, one after the other. Damage in one line leaves the others readable. The
 * plan is left out if there is none.
 */

const format = 'limber-sessions';

/**
 * The largest session that is read, characters. An hour of traces of a routine is under 2 MB; a session of many sets
 * and exercises may take longer.
 */
export const largestSession = 16_000_000;

/** The largest file that is read, bytes: four times the 91 MB of 1,000 synthetic sessions over ten years. */
export const largestFile = 400_000_000;

/** The largest file in another form, such as formatted by an editor, which must be read as a whole, bytes. */
const largestOther = 32_000_000;

/** Returns the sha256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => Promise<string>;

/** Yields the text of the file of the plan and all sessions, piece by piece. */
export async function* sessionsFile(
  plan: TrainingPlan | undefined,
  sessions: AsyncIterable<KeptSession>,
  createdAt: number,
  sha256: Sha256,
): AsyncGenerator<string> {
  const planned = plan && { plan: { sha256: await sha256(JSON.stringify(plan)), plan } };
  yield JSON.stringify({ format, version: 1, createdAt, ...planned, sessions: [] }).replace(/\]\}$/, '');
  let [count, sums] = [0, planned?.plan.sha256 ?? ''];
  for await (const session of sessions) {
    const text = JSON.stringify(session);
    const sum = await sha256(text);
    yield `${count === 0 ? '' : ','}\n{"sha256":"${sum}","session":${text}}`;
    sums += sum;
    count += 1;
  }
  yield `\n],"count":${count},"sha256":"${await sha256(sums)}"}\n`;
}

/** A session of a file and its number there, from 1, the plan, or a part that cannot be read. */
export type FileEntry =
  { readonly number: number; readonly session: KeptSession } | { readonly plan: TrainingPlan } | ImportRefusal;

const headSchema = v.object({ format: v.literal(format), version: v.number(), plan: v.optional(v.unknown()) });
const planSchema = v.object({ sha256: v.string(), plan: v.unknown() });
const lineSchema = v.object({ sha256: v.string(), session: v.unknown() });
const tailSchema = v.object({ count: v.number(), sha256: v.string() });
/** A file in another form. */
const wholeSchema = v.object({ ...headSchema.entries, sessions: v.array(v.unknown()), ...tailSchema.entries });

const refusal = (trouble: ImportTrouble, reason: string, session?: number, at = ''): ImportRefusal => ({
  trouble,
  session,
  at,
  reason,
});

/** Reads one line of the file, the session of this number; returns it with its checksum. */
const readLine = async (
  text: string,
  number: number,
  sha256: Sha256,
): Promise<{ readonly entry: FileEntry; readonly sum: string }> => {
  const line = parsed(text.replace(/,\s*$/, ''));
  if (line === undefined) return { entry: refusal('not-json', 'This is no JSON.', number), sum: '' };
  if (!v.is(lineSchema, line))
    return { entry: refusal('not-of-limber', 'This is no session with its checksum.', number), sum: '' };
  const { sha256: sum, session } = line;
  if ((await sha256(JSON.stringify(session) ?? '')) !== sum)
    return { entry: refusal('checksum', 'The session is not as it was written.', number), sum };
  const read = readKept(session);
  return {
    entry: 'kept' in read ? { number, session: read.kept } : refusal(read.trouble, read.reason, number, read.at),
    sum,
  };
};

/** Reads the plan in the first line of a file. */
const readPlan = async (found: unknown, sha256: Sha256): Promise<FileEntry> => {
  if (!v.is(planSchema, found))
    return refusal('not-of-limber', 'This is no plan with its checksum.', undefined, 'plan');
  if ((await sha256(JSON.stringify(found.plan) ?? '')) !== found.sha256)
    return refusal('checksum', 'The plan is not as it was written.', undefined, 'plan');
  const { success, output, issues } = v.safeParse(trainingPlanSchema, found.plan, { abortEarly: true });
  if (success) return { plan: output };
  const [issue] = issues;
  return refusal('invalid', issue.message, undefined, ['plan', v.getDotPath(issue)].filter(Boolean).join('.'));
};

/** A part of a file as one line; of one that is nested too deeply to be written, a line that is no session. */
const lineOf = (one: unknown): string => {
  try {
    return JSON.stringify(one);
  } catch {
    return 'null';
  }
};

/** The lines of a file in another form. */
async function* linesOfWhole(file: Blob): AsyncGenerator<string, void> {
  const whole = file.size > largestOther ? undefined : parsed(await file.text());
  if (!v.is(wholeSchema, whole)) return;
  const { sessions, ...outer } = whole;
  yield JSON.stringify({ ...outer, sessions: [] }).replace(/\]\}$/, '');
  for (const one of sessions) yield lineOf(one);
  yield `],${JSON.stringify({ count: whole.count, sha256: whole.sha256 }).slice(1)}`;
}

/** The first line; `undefined` where there is none, or one that is too long. */
const firstOf = async (lines: AsyncIterator<string | undefined, unknown>): Promise<string | undefined> => {
  const next = await lines.next();
  return next.done === true ? undefined : next.value;
};

/** Whether a line is the first of the file: all before the first session. */
const headIn = (line: string | undefined): unknown => (line === undefined ? undefined : parsed(`${line}]}`));

/** A file of one session, as the summary of a session saves it. */
const readAlone = (json: unknown): FileEntry => {
  const read = readKept(json);
  return 'kept' in read ? { number: 1, session: read.kept } : refusal(read.trouble, read.reason, undefined, read.at);
};

/**
 * Yields what a file holds, in its order; it never throws for what is in the file. `onRead` receives the number of
 * characters of each line that was read.
 */
export async function* readSessionsFile(
  file: Blob,
  sha256: Sha256,
  onRead: (characters: number) => void = () => undefined,
): AsyncGenerator<FileEntry, void> {
  if (file.size > largestFile) {
    yield refusal('too-large', `The file is larger than ${largestFile} bytes.`);
    return;
  }
  let lines: AsyncGenerator<string | undefined, void> = linesOf(file.stream(), largestSession);
  let first = await firstOf(lines);
  if (!v.is(headSchema, headIn(first))) {
    await lines.return(undefined);
    if (file.size > largestOther) {
      yield refusal('not-of-limber', 'This is no file of sessions.');
      return;
    }
    const text = await file.text();
    const whole = parsed(text);
    if (!v.is(wholeSchema, whole)) {
      yield whole === undefined ? refusal('not-json', 'This is no JSON.') : readAlone(whole);
      return;
    }
    lines = linesOfWhole(file);
    first = await firstOf(lines);
  }
  const head = headIn(first);
  if (v.is(headSchema, head) && head.version > 1) {
    yield refusal('newer', `A later version of Limber wrote this file: ${head.version}.`, undefined, 'version');
    return;
  }
  if (v.is(headSchema, head) && head.plan !== undefined) yield await readPlan(head.plan, sha256);
  yield* readLines(lines, sumOfPlan(head), sha256, onRead);
}

/** The checksum that the first line has for the plan; empty if it has none. */
const sumOfPlan = (head: unknown): string =>
  v.is(headSchema, head) && v.is(planSchema, head.plan) ? head.plan.sha256 : '';

/** Reads the lines after the first; `sumBefore` is the checksum of what came before them. */
async function* readLines(
  lines: AsyncIterable<string | undefined>,
  sumBefore: string,
  sha256: Sha256,
  onRead: (characters: number) => void,
): AsyncGenerator<FileEntry> {
  let [number, sums] = [0, sumBefore];
  let tail: unknown;
  for await (const line of lines) {
    onRead(line?.length ?? largestSession);
    if (line?.trim() === '') continue;
    if (line?.startsWith(']')) {
      tail = parsed(`{"sessions":[${line}`);
      break;
    }
    number += 1;
    if (line === undefined) {
      yield refusal('too-large', `The session is longer than ${largestSession} characters.`, number);
      continue;
    }
    try {
      const { entry, sum } = await readLine(line, number, sha256);
      sums += sum;
      yield entry;
    } catch (thrown) {
      yield refusal('invalid', String(thrown), number);
    }
  }
  if (!v.is(tailSchema, tail)) yield refusal('cut-off', 'The end of the file is missing.');
  else if (tail.count !== number)
    yield refusal('cut-off', `The file should have ${tail.count} sessions and has ${number}.`);
  else if ((await sha256(sums)) !== tail.sha256) yield refusal('checksum', 'The file is not as it was written.');
}
