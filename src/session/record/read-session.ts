import * as v from 'valibot';
import { sinceThird } from './earlier-session.ts';
import { sessionExportSchema, type SessionExport } from './export.ts';

/** Why a text is no session: it is no JSON, it is something else, a later Limber wrote it, or a part of it does not fit. */
export type UnreadableKind = 'not-json' | 'not-a-session' | 'newer' | 'broken';

/** What `readSessionExport` throws: `kind` chooses the words, the message names the part for a developer. */
export class UnreadableSession extends Error {
  readonly kind: UnreadableKind;

  constructor(kind: UnreadableKind, message: string) {
    super(message);
    this.name = 'UnreadableSession';
    this.kind = kind;
  }
}

const versioned = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), exercise: v.string() });

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableSession('not-json', 'This is no JSON.');
  }
};

/** Reads a session that was saved as a file by this version or an earlier one; throws an `UnreadableSession`. */
export const readSessionExport = (text: string): SessionExport => {
  const json = jsonIn(text);
  if (!v.is(versioned, json)) throw new UnreadableSession('not-a-session', 'This is no session of Limber.');
  if (json.version > 3) throw new UnreadableSession('newer', `A later Limber wrote this: version ${json.version}.`);
  const { success, output, issues } = v.safeParse(sessionExportSchema, json.version < 3 ? sinceThird(json) : json);
  if (success) return output;
  const [issue] = issues;
  throw new UnreadableSession('broken', `${v.getDotPath(issue) ?? 'The session'}: ${issue.message}`);
};
