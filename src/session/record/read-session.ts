import * as v from 'valibot';
import { sinceThird } from './earlier-session.ts';
import { sessionExportSchema, type SessionExport } from './export.ts';

/**
 * Why a text is not a session: it is not JSON, it is something else, a later version of Limber wrote it, or a part of
 * it is invalid.
 */
export type UnreadableKind = 'not-json' | 'not-a-session' | 'newer' | 'broken';

/**
 * The error of `readSessionExport`; `kind` selects the text, and the message names the invalid part for a developer.
 */
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

/** The longest text of a session, characters; an hour with all its traces takes a tenth of it. */
const longestText = 32 * 1024 * 1024;

/** Parses a session that was exported by this version or an earlier one; throws an `UnreadableSession`. */
export const readSessionExport = (text: string): SessionExport => {
  if (text.length > longestText) throw new UnreadableSession('not-a-session', 'This is longer than any session.');
  const json = jsonIn(text);
  if (!v.is(versioned, json)) throw new UnreadableSession('not-a-session', 'This is no session of Limber.');
  if (json.version > 3) throw new UnreadableSession('newer', `A later Limber wrote this: version ${json.version}.`);
  const current = json.version < 3 ? sinceThird(json) : json;
  // One reason is enough; a damaged file may have hundreds of thousands.
  const { success, output, issues } = v.safeParse(sessionExportSchema, current, { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  throw new UnreadableSession('broken', `${v.getDotPath(issue) ?? 'The session'}: ${issue.message}`);
};
