import { expect, it } from 'vitest';
import { fixtureNames, judgeFixture, readFixture } from '../../scripts/fixture/fixture.ts';

/*
 * Recordings in which a person has counted the repetitions, each judged by the rules as they are. `npm run fixture` makes
 * one of a recording.
 */

it.each(fixtureNames())('%s counts as a person counts it', async (name) => {
  const fixture = readFixture(name);
  expect(await judgeFixture(fixture)).toMatchObject(fixture.expected);
});
