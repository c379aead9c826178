import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deskCases } from '../../../scripts/accuracy/desk-cases.ts';
import {
  evidenceOfCases,
  evidenceOfClips,
  evidenceOfPeople,
  evidenceText,
} from '../../../scripts/accuracy/evidence.ts';
import { heldOutCases } from '../../../scripts/accuracy/held-out.ts';
import { plannedCases } from '../../../scripts/accuracy/plan.ts';
import { pageOf, type Findings } from '../../../scripts/accuracy/report.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';

const folder = mkdtempSync(join(tmpdir(), 'limber-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'set'));
const write = (name: string, counts: Readonly<Record<string, number | null>>): void =>
  writeFileSync(
    join(folder, 'set', `${name}.truth.json`),
    JSON.stringify({
      movement: 'arms',
      person: name,
      group: 'healthy',
      view: 'front',
      calmUntil: 8000,
      counts,
      repetitions: [[8000, 11_000]],
    }),
  );
write('k01', { cheer: 1, butterfly: 0 });
write('k02', { cheer: 1, butterfly: 0 });
write('k03', { cheer: null });

/** The cells of the row of an exercise, without the outer ones. */
const rowOf = (text: string, exercise: string, view: string, where = 'two metres away'): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find((cells) => cells[1] === exercise && cells[2] === view && cells[3] === where)
    ?.slice(4, -1) ?? [];

const figure = [...evidenceOfCases(plannedCases(), false), ...evidenceOfCases(heldOutCases(), true)];

describe('what stands behind each exercise', () => {
  it('counts the people who did it, and not those who did something else or were not judged', () => {
    const text = evidenceText(evidenceOfPeople(folder));
    expect(rowOf(text, 'cheer', 'front')).toEqual(['2 (1 held out)', '–', '–', '–', '–', '–', 'people']);
    expect(rowOf(text, 'butterfly', 'front').at(-1)).toBe('**nothing**');
  });

  it('names in words what rests on the figure alone', () => {
    const text = evidenceText([...figure, ...evidenceOfPeople(folder)]);
    expect(rowOf(text, 'shoulder-flexion', 'side').at(-1)).toBe('**the figure alone**');
    expect(text).toContain('the shoulder-flexion from the side (two metres away)');
    expect(text).not.toContain('the cheer from the front (two metres away)');
    expect(text).toContain('No recorded person is seen from the side');
    expect(text).toContain(
      'Nothing has been judged in the shoulder-blade-squeeze from the front (at the desk), the head-tilt from the front (at the desk).',
    );
  });

  it('has the same sets as the plans of the bench, and a row for each place in which an exercise is judged', () => {
    const desk = evidenceOfCases(deskCases(new Map([['Ada_1.glb', adult]])), false);
    const text = evidenceText([...figure, ...desk]);
    const planned = [...plannedCases(), ...heldOutCases()].filter(({ exercise }) => exercise.id === 'cheer');
    const side = planned.filter(({ view }) => view === 'side').length;
    expect(rowOf(text, 'cheer', 'side')[5]).toMatch(new RegExp(`^${side} \\(\\d+ held out\\)$`));
    expect(rowOf(text, 'head-tilt', 'front', 'at the desk').slice(4)).toEqual(['3', '3', 'rigged bodies']);
    expect(rowOf(text, 'cheer', 'side', 'at the desk')).toEqual([]);
  });

  it('counts a film of people where it shows an exercise', () => {
    expect(rowOf(evidenceText(evidenceOfClips()), 'head-tilt', 'front')[1]).toBe('1');
  });
});

describe('the page about a model', () => {
  const nothing = { lines: [], scores: [], everyday: [] };
  const findings: Findings = {
    machine: 'a machine',
    commit: '`1234567`',
    command: 'npm run bench:accuracy',
    model: 'thunder',
    people: '| sets | 37 of 40 |',
    evidence: evidenceOfPeople(folder),
    halves: { 'held-out': nothing, tuned: nothing },
    motion: new Map(),
    avatars: [],
    avatarLines: [],
    beside: { 'held-out': [], tuned: [], avatars: [] },
    clips: [],
    desk: '',
    missing: [],
  };
  const textWith = (changed: Partial<Findings>): string =>
    pageOf({ ...findings, ...changed }, 'accuracy').get('accuracy.md') ?? '';

  it('begins with people, then rigged bodies, then the figure', () => {
    const titles = [...textWith({}).matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(titles.slice(0, 4)).toEqual([
      'People',
      'How films are judged',
      'Rigged bodies',
      'The figure: requirements, held out',
    ]);
    expect(textWith({}).indexOf('37 of 40')).toBeLessThan(textWith({}).indexOf('## Rigged bodies'));
  });

  it('states where no people were measured', () => {
    expect(textWith({ people: '' })).toContain('Not measured');
  });
});
