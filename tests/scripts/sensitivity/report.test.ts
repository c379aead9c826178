import { describe, expect, it } from 'vitest';
import type { Constant } from '../../../scripts/sensitivity/constants.ts';
import type { Verdicts } from '../../../scripts/sensitivity/judging.ts';
import { pageOf, reportOf, type Tried } from '../../../scripts/sensitivity/report.ts';
import { differencesOf, type Shift } from '../../../scripts/sensitivity/trial.ts';

const constant = (name: string, comment: string): Constant => ({
  name,
  comment,
  file: 'src/engine/rules/made.ts',
  line: 12,
  value: 0.5,
  start: 0,
  end: 3,
  exercise: undefined,
  view: undefined,
});

const shift = (factor: Shift['factor'], people: number, recordings: number): Shift => ({
  factor,
  turned: [
    ...Array.from({ length: people }, (_, index) => ({ item: `k${index}`, is: 'people', kinds: ['count'] }) as const),
    ...Array.from(
      { length: recordings },
      () => ({ item: 'film', is: 'recordings', kinds: ['cues', 'faults'] }) as const,
    ),
  ],
});

const tried = (one: Constant, ...shifts: readonly Shift[]): Tried => [
  one,
  { name: one.name, triedOn: { people: 8, recordings: 9, performances: 0 }, shifts },
];

const all: readonly Tried[] = [
  tried(constant('a.onPeople', 'Set on 78 people.'), shift(0.8, 3, 0), shift(1.2, 0, 0)),
  tried(constant('a.onFigure', 'Set on films of the figure.'), shift(0.8, 0, 1), shift(1.2, 2, 0)),
  tried(constant('a.unsaid', 'How long.'), shift(0.8, 0, 0), { factor: 1.2, turned: [], refused: 'too much' }),
  tried(constant('a.inert', ''), shift(0.8, 0, 0), shift(1.2, 0, 0)),
];

/** The part of a report below a heading. */
const below = (report: string, heading: string): string => report.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '';

describe('the report', () => {
  const report = reportOf(all, []);

  it('names first what matters and rests on the figure alone, or on nothing that is stated', () => {
    expect([...report.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Constants that matter and rest on the figure alone',
      'Constants that matter and rest on more',
      'Constants that turn nothing here',
    ]);
    const first = below(report, 'Constants that matter and rest on the figure alone');
    expect(first).toContain('`a.onFigure`');
    expect(first).toContain('`a.unsaid`');
    expect(first).not.toContain('`a.onPeople`');
    expect(below(report, 'Constants that matter and rest on more')).toContain('`a.onPeople`');
  });

  it('counts the sets that turned of each kind, a fifth lower and a fifth higher', () => {
    const [row] = report.split('\n').filter((line) => line.includes('`a.onFigure`'));
    expect(row?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      '`a.onFigure`',
      '[engine/rules/made.ts:12](../src/engine/rules/made.ts)',
      '0.5',
      '0 / 2 of 8',
      '1 / 0 of 9',
      '–',
      'count 2, fault 1, cue 1',
      'figure',
      '',
    ]);
  });

  it('marks a value that was refused, and lists by name what turned nothing', () => {
    expect(report.split('\n').find((line) => line.includes('`a.unsaid`'))).toContain('0 / × of 8');
    expect(below(report, 'Constants that turn nothing here')).toContain('`a.inert`');
    expect(report).toContain('Of 4 constants 3 turn a verdict; 2 of these rest on the figure alone, and 1 of those');
  });

  it('is on the page, with what is left out', () => {
    const page = pageOf(all, [], '`1234567`');
    expect(page).toContain('at `1234567`');
    expect(page).toContain('`src/engine/figure/`');
    expect(page).toContain(report);
  });
});

it('verdicts differ by kind', () => {
  const one: Verdicts = { armed: 'true', count: '3', height: '3', reasons: '', faults: '', cues: '' };
  expect(differencesOf(one, one)).toEqual([]);
  expect(differencesOf(one, { ...one, count: '2', reasons: 'range 1' })).toEqual(['count', 'reasons']);
});
