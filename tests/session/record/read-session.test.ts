import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/session/record/export.ts';
import { goalsIn } from '../../../src/session/record/goals.ts';
import { readSessionExport, UnreadableSession } from '../../../src/session/record/read-session.ts';
import { summarise } from '../../../src/session/summary/summary.ts';
import { exerciseCalled, played } from '../played.ts';

const whyNot = (text: string): string => {
  try {
    readSessionExport(text);
  } catch (thrown) {
    if (thrown instanceof UnreadableSession) return `${thrown.kind}: ${thrown.message}`;
    throw thrown;
  }
  return 'readable';
};

describe('a saved session', async () => {
  const { record, summary } = await played('cheer', { repetitions: 1 }, { range: 'norm', reps: 1 });

  it('reads as it was', () => {
    expect(readSessionExport(JSON.stringify(record))).toEqual(record);
  });

  it('has the same summary as when it ended', () => {
    const read = readSessionExport(JSON.stringify(record));
    expect(summarise(planOf(read, exerciseCalled('cheer')), read.events)).toEqual(summary);
  });

  it('has the floor and the grade of its repetitions, and is read without them, too', () => {
    const read = readSessionExport(JSON.stringify(record));
    const [event] = read.events.filter(({ type }) => type === 'rep-completed');
    expect(event).toMatchObject({ full: true, goals: [{ floor: 120 }] });
    const without = JSON.stringify(record, (key, value: unknown) =>
      key === 'full' || key === 'floor' ? undefined : value,
    );
    const { repetitions } = summarise(planOf(read, exerciseCalled('cheer')), readSessionExport(without).events);
    expect(repetitions).toHaveLength(1);
    expect(repetitions[0]).not.toHaveProperty('full');
  });

  it('has an exercise that began by time, with the hint that applied', () => {
    const begun = { type: 'begun-by-time', at: 30_000, exercise: 'cheer', missing: 'let-arms-hang' };
    expect(readSessionExport(JSON.stringify({ ...record, events: [begun] })).events).toEqual([begun]);
    expect(whyNot(JSON.stringify({ ...record, events: [{ ...begun, missing: 'no-hint' }] }))).toMatch(
      /^broken: events\.0\.missing: /,
    );
  });

  it.each([
    ['{', 'not-json: This is no JSON.'],
    ['[]', 'not-a-session: This is no session of Limber.'],
    ['{"version":1,"frame":{"width":1,"height":1},"frames":[]}', 'not-a-session: This is no session of Limber.'],
    ['{"version":4,"exercise":"cheer"}', 'newer: A later Limber wrote this: version 4.'],
  ])('gives the reason why it cannot be read: %s', (text, why) => {
    expect(whyNot(text)).toBe(why);
  });

  it('of an earlier version is read in a time that grows with its length', () => {
    const seen = { type: 'seen-again', at: 1, exercise: 'head-tilt' };
    const events = Array.from({ length: 60_000 }, () => seen);
    const { user: before } = process.cpuUsage();
    const text = JSON.stringify({
      ...JSON.parse(readFileSync('tests/fixtures/sessions/version-1.json', 'utf8')),
      events,
    });
    expect(readSessionExport(text).events).toHaveLength(60_000);
    // A twentieth of it on an idle machine.
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(3);
  });

  it('names the part that does not fit', () => {
    const [event] = record.events;
    expect(whyNot(JSON.stringify({ ...record, events: [{ ...event, at: 'soon' }] }))).toMatch(
      /^broken: events\.0\.at: /,
    );
  });
});

describe('a saved session with a count that the user corrected', async () => {
  const { record } = await played('cheer', { repetitions: 2 }, { range: 'norm', reps: 2 });
  const corrected = (at: number, by: 1 | -1, of: 'own' | 'judged', number: number) =>
    ({ type: 'count-corrected', at, exercise: 'cheer', by, of, number }) as const;
  const at = record.events.at(-1)?.at ?? 0;
  const events = [...record.events.slice(0, -1), corrected(at, -1, 'judged', 1), corrected(at, 1, 'own', 2)];

  it('is version 3 and reads as it was, judged and corrected apart', () => {
    const read = readSessionExport(JSON.stringify({ ...record, events }));
    expect(read).toEqual({ ...record, events });
    const { repetitions, ownCount } = summarise(planOf(read, exerciseCalled('cheer')), read.events);
    expect([read.version, repetitions.length, ownCount]).toEqual([3, 2, { added: 1, takenBack: 1 }]);
  });

  it.each([
    ['by', 2],
    ['of', 'somebody'],
  ])('names a correction whose %s is unknown', (name, value) => {
    const odd = { ...corrected(at, 1, 'own', 2), [name]: value };
    expect(whyNot(JSON.stringify({ ...record, events: [odd] }))).toMatch(new RegExp(`^broken: events\\.0\\.${name}: `));
  });
});

/**
 * A session saved by an earlier version of Limber: the figure tilted its head twice to each side, and held for 2.6 s of
 * 3 s.
 */
const saved = (version: 1 | 2): string =>
  readFileSync(new URL(`../../fixtures/sessions/version-${version}.json`, import.meta.url), 'utf8');

describe('a session of an earlier version', () => {
  const withEvents = (...events: readonly object[]): string =>
    JSON.stringify({ ...(JSON.parse(saved(2)) as object), events });

  it.each([1, 2] as const)('is read from version %i: what was counted, and what was asked for', (version) => {
    const read = readSessionExport(saved(version));
    const { repetitions, ofRepetitions, why, tempo } = summarise(
      planOf(read, exerciseCalled('head-tilt')),
      read.events,
    );
    expect(repetitions.map(({ side, number }) => `${side} ${number}`)).toEqual([
      'left 1',
      'right 1',
      'left 2',
      'right 2',
    ]);
    expect([ofRepetitions, why]).toEqual([4, 'completed']);
    // Its strokes were timed in another way.
    expect([tempo.out, tempo.back]).toEqual([undefined, undefined]);
    expect(goalsIn(read.events).map(({ side, value }) => [side, value])).toEqual(
      version === 1
        ? []
        : [
            ['left', 30],
            ['right', 30],
          ],
    );
  });

  it('takes the urgency of a cue from its id, since it has no reason', () => {
    const read = readSessionExport(withEvents({ type: 'cue-given', at: 1, exercise: 'head-tilt', cue: 'ease-off' }));
    expect(read.events).toMatchObject([{ cue: 'ease-off', urgency: 'safety', reason: { kind: 'unknown' } }]);
  });

  it('times a stretch out of sight from the event that began it', () => {
    const lost = { type: 'not-seen', at: 10_000, exercise: 'head-tilt', missing: [], forMs: 2000 };
    const read = readSessionExport(withEvents(lost, { type: 'seen-again', at: 15_000, exercise: 'head-tilt' }));
    expect(read.events[1]).toMatchObject({ type: 'seen-again', forMs: 7000 });
  });

  it('names the part that does not fit', () => {
    expect(whyNot(withEvents({ type: 'cue-given', at: 1, exercise: 'head-tilt', cue: 'jump' }))).toMatch(
      /^broken: events\.0\.cue: /,
    );
  });
});
