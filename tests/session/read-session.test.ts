import { describe, expect, it } from 'vitest';
import { readSessionExport, UnreadableSession } from '../../src/session/read-session.ts';
import { played } from './played.ts';

const whyNot = (text: string): string => {
  try {
    readSessionExport(text);
  } catch (thrown) {
    if (thrown instanceof UnreadableSession) return `${thrown.kind}: ${thrown.message}`;
    throw thrown;
  }
  return 'readable';
};

describe('a session that was saved', async () => {
  const { record } = await played('cheer', { repetitions: 1 }, { range: 'norm', reps: 1 });

  it('reads as it was', () => {
    expect(readSessionExport(JSON.stringify(record))).toEqual(record);
  });

  it('reads from the first version, which does not say what was asked for', () => {
    const { targets: _, ...first } = record;
    expect(readSessionExport(JSON.stringify({ ...first, version: 1 }))).toEqual({ ...record, targets: [] });
    expect(whyNot(JSON.stringify({ ...first, version: 2 }))).toContain('broken: targets');
  });

  it.each([
    ['{', 'not-json: This is no JSON.'],
    ['[]', 'not-a-session: This is no session of Limber.'],
    ['{"version":1,"frame":{"width":1,"height":1},"frames":[]}', 'not-a-session: This is no session of Limber.'],
    ['{"version":3,"exercise":"cheer"}', 'newer: A later Limber wrote this: version 3.'],
  ])('says why it cannot be read: %s', (text, why) => {
    expect(whyNot(text)).toBe(why);
  });

  it('names the part that does not fit', () => {
    const [event] = record.events;
    expect(whyNot(JSON.stringify({ ...record, events: [{ ...event, at: 'soon' }] }))).toMatch(
      /^broken: events\.0\.at: /,
    );
  });
});
