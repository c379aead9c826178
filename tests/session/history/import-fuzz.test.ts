import { beforeAll, describe, expect, it } from 'vitest';
import type { KeptSession } from '../../../src/session/record/kept-session.ts';
import { largestSession } from '../../../src/session/history/sessions-file.ts';
import { madeSessions } from '../../made-sessions.ts';
import { historyOver, planInMemory, recordsInMemory } from '../../records.ts';
import { fuzzedPlan, harmIn, smallSessions } from './harmless.ts';
import { damageKinds, fuzzed } from './fuzzed-imports.ts';

/** How many files are damaged here; `npm run test:kept` damages 5,000. */
const files = 120;

describe('a damaged file', () => {
  const sessions = smallSessions(madeSessions(5, 5));
  let text = '';

  beforeAll(async () => {
    text = await exported(sessions);
  });

  it.each(damageKinds)('(%s) imports what can be read, loses nothing and gives reasons for the rest', async (how) => {
    for (let seed = damageKinds.indexOf(how); seed < files; seed += damageKinds.length)
      expect(await harmIn(fuzzed(text, seed), sessions)).toEqual([]);
  });

  it('that is read while it is removed gives a reason', async () => {
    const { history } = historyOver(recordsInMemory().store);
    const gone = new Blob([text]);
    gone.stream = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    expect((await history.bringIn(gone)).refusals).toMatchObject([{ trouble: 'cut-off' }]);
  });

  it('with a session that is larger than any can be imports the others', async () => {
    const [first, ...rest] = text.split('\n');
    const giant = `{"sha256":"","session":"${'x'.repeat(largestSession + 1)}"},`;
    const { history } = historyOver(recordsInMemory().store);
    const done = await history.bringIn(new Blob([[first, giant, ...rest].join('\n')]));
    expect(done.refusals[0]).toMatchObject({ trouble: 'too-large', session: 1 });
    expect(done.entries).toHaveLength(sessions.length);
  });
});

const exported = async (sessions: readonly KeptSession[]): Promise<string> => {
  const { history } = historyOver(recordsInMemory().store, { plan: planInMemory(fuzzedPlan) });
  for (const session of sessions) await history.keep(session);
  return (await history.exportFile()).text();
};
