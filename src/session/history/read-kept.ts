import * as v from 'valibot';
import { sinceThird } from '../record/earlier-session.ts';
import { keptSessionSchema, sessionIdOf, type KeptSession } from '../record/kept-session.ts';
import type { ImportTrouble } from './import-preview.ts';

/** A record that was read, or why it cannot be: the place in it, if one can be named, and what is wrong there. */
export type ReadKept =
  { readonly kept: KeptSession } | { readonly trouble: ImportTrouble; readonly at: string; readonly reason: string };

const versioned = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  routine: v.string(),
  startedAt: v.number(),
  steps: v.array(v.looseObject({})),
});

/** A step whose session an even earlier version wrote. */
const withEarlier = v.looseObject({ session: v.looseObject({ version: v.pipe(v.number(), v.maxValue(2)) }) });

const fields = v.looseObject({});

/** Version 2 was only ever a file: without an id, its end, or with what it was made. */
const sinceSecond = (json: v.InferOutput<typeof fields>): unknown => {
  const { routine, startedAt, steps } = v.parse(versioned, json);
  const read = steps.map((step) => (v.is(withEarlier, step) ? { ...step, session: sinceThird(step.session) } : step));
  const lasted = read.reduce((sum, step) => sum + lastOf(step), 0);
  const endedAt = Math.round(startedAt + lasted);
  return { ...json, version: 3, id: sessionIdOf(routine, startedAt), endedAt, changedAt: endedAt, steps: read };
};

const timed = v.object({ session: v.object({ events: v.array(v.object({ at: v.number() })) }) });

/** How long an exercise lasted, ms: the time of its last event. */
const lastOf = (step: unknown): number => (v.is(timed, step) ? (step.session.events.at(-1)?.at ?? 0) : 0);

/** The first number that JSON cannot hold, as a path; JSON reads 1e999 as infinity and would write it as null. */
const infiniteIn = (value: unknown): readonly string[] | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    // Traces are checked by their schema.
    const found = key === 'points' ? undefined : infiniteIn(one);
    if (found) return [key, ...found];
  }
  return undefined;
};

/**
 * Reads a record of this version or an earlier one. It never throws, and never returns a record that could not be read
 * again after it was written.
 */
export const readKept = (json: unknown): ReadKept => {
  if (!v.is(versioned, json) || !v.is(fields, json))
    return { trouble: 'not-of-limber', at: '', reason: 'This is no session of Limber.' };
  if (json.version > 3)
    return { trouble: 'newer', at: 'version', reason: `A later version of Limber wrote this: ${json.version}.` };
  if (json.version < 2) return { trouble: 'not-of-limber', at: 'version', reason: 'There is no such version.' };
  const { success, output, issues } = v.safeParse(keptSessionSchema, json.version === 2 ? sinceSecond(json) : json);
  if (!success) {
    const [issue] = issues;
    return { trouble: 'invalid', at: v.getDotPath(issue) ?? '', reason: issue.message };
  }
  const infinite = infiniteIn(output);
  if (infinite) return { trouble: 'invalid', at: infinite.join('.'), reason: 'This number is too large.' };
  return { kept: output };
};
