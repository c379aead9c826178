import { expect, it } from 'vitest';
import { problemKindOf } from '../../../src/session/sources/problem.ts';
import { en } from '../../../src/texts/en/en.ts';

it.each(Object.keys(en.problems))('%s is a problem with words for it', (kind) => {
  expect(problemKindOf(Object.assign(new Error('no'), { kind }))).toBe(kind);
});

it.each([
  ['names a kind that there are no words for', Object.assign(new Error('no'), { kind: 'toString' })],
  ['names another kind', Object.assign(new Error('no'), { kind: 'on-fire' })],
  ['names a kind that is no word', Object.assign(new Error('no'), { kind: 7 })],
  ['names none', new Error('no')],
  ['is no error', { kind: 'denied' }],
])('a thrown value that %s is an unknown problem', (_, thrown) => {
  expect(problemKindOf(thrown)).toBe('unknown');
});
