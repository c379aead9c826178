import { isDeepStrictEqual } from 'node:util';
import type { KeptSession } from '../../../src/session/record/kept-session.ts';
import { historyOver, planInMemory, recordsInMemory } from '../../records.ts';
import { madePlan } from '../plan/made-plan.ts';
import type { Fuzzed } from './fuzzed-imports.ts';

/** The sessions with only the first few events and points of each exercise, so that many files can be read. */
export const smallSessions = (sessions: readonly KeptSession[]): readonly KeptSession[] =>
  sessions.map((session) => ({
    ...session,
    steps: session.steps.map(({ session: record, ...step }) => ({
      ...step,
      ...(record
        ? {
            session: {
              ...record,
              events: record.events.slice(0, 12),
              traces: record.traces.map((trace) => ({ ...trace, points: trace.points.slice(0, 10) })),
            },
          }
        : {}),
    })),
  }));

/** The plan in a file before it is damaged. */
export const fuzzedPlan = madePlan({ changedAt: 9 });

/**
 * Imports a damaged file of `sessions` into a history that holds some of them and others. Returns the harm it did: a
 * record that is lost or cannot be read, a session that is not as it was written, a part that is missing without a
 * reason; nothing if all is well.
 */
export const harmIn = async ({ how, file }: Fuzzed, sessions: readonly KeptSession[]): Promise<readonly string[]> => {
  const records = recordsInMemory();
  const plan = planInMemory(madePlan({ id: 'own', changedAt: 8 }));
  const { history } = historyOver(records.store, { plan });
  const [first, second] = sessions;
  if (!first || !second) throw new Error('There are two sessions.');
  const own: KeptSession = { ...first, id: 'own', routine: 'own' };
  const older: KeptSession = { ...second, changedAt: second.changedAt - 1, note: 'as it was' };
  for (const session of [own, first, older]) await history.keep(session);
  const before = new Map(records.of('sessions'));
  const harm: string[] = [];
  const must = (isTrue: boolean, what: string): void => {
    if (!isTrue) harm.push(`${how}: ${what}`);
  };
  try {
    const preview = await history.previewImport(file);
    must(isDeepStrictEqual(records.of('sessions'), before), 'the preview changed something');
    const done = await history.bringIn(file);
    must(isDeepStrictEqual(done, preview), 'the import did something else than its preview said');
    must(
      done.refusals.every(({ reason }) => reason !== ''),
      'a refusal has no reason',
    );
    const written = new Map(sessions.map((session) => [session.id, JSON.stringify(session)]));
    for (const { id } of done.entries)
      must(JSON.stringify(await history.open(id)) === written.get(id), `${id} is not as it was written`);
    const ids = done.entries.map(({ id }) => id).toSorted();
    must(
      done.refused > 0 || isDeepStrictEqual(ids, [...written.keys()].toSorted()),
      'parts are missing, without a reason',
    );
    must(
      done.refused > 0 || done.plan === undefined || isDeepStrictEqual(plan.read(), fuzzedPlan),
      'the plan is not as it was written',
    );
    must(['own', fuzzedPlan.id].includes(plan.read()?.id ?? ''), 'the plan is lost');
    must(isDeepStrictEqual(await history.open('own'), own), 'a session that is not in the file is lost');
    must(isDeepStrictEqual(await history.open(first.id), first), 'a session that is in the file is lost');
    const replaced = await history.open(second.id);
    must(
      [older, second].some((one) => isDeepStrictEqual(one, replaced)),
      'a replaced session is damaged',
    );
    must(history.state.damaged.length === 0, 'a record cannot be read');
    must(({} as { polluted?: unknown }).polluted === undefined, 'the prototype of all objects was changed');
  } catch (thrown) {
    harm.push(`${how}: it threw ${String(thrown)}`);
  }
  return harm;
};
