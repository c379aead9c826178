import { describe, expect, it } from 'vitest';
import { allConstants, constantsIn, skippedFiles } from '../../../scripts/sensitivity/constants.ts';
import { isBeyondFigure, restsOn } from '../../../scripts/sensitivity/rests-on.ts';

const engine = `import { millis } from '../units.ts';

/* What the file is about, from films of the figure. */

const first = 0.5;
const second = millis(2 / 3);

/** How far, degrees (17 people). */
export const far = { near: -12, none: 0, nested: [1.5, 'word'] } as const; // Not about what follows.

export const apart = 3;
const measured = (value: number): number => value * 7;
const sum = far.near * 2;
const [low, high] = [0.2, 0.4];
`;

const exercise = `import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

const usual = { id: 'usual', dwell: 700 } as const;

export const lift = defineExercise({
  id: 'lift',
  order: 10,
  views: {
    side: {
      ends: [
        {
          name: 'up',
          // Lifts turn at 140
          // to 170 (78 people).
          target: { measure: 'shoulderFlexion', ...above(145, 15), floor: 120 },
          back: below(28),
        },
      ],
      faults: [{ ...usual, when: { trunkLean: below(-18, 4) }, shownBy: { end: { lean: -26 } } }],
    },
  },
  prescription: { sets: 1, reps: 8 },
  motion: { tempo: { out: 1500 } },
});
`;

describe('the constants in a text', () => {
  const found = constantsIn('src/engine/place/file.ts', engine);
  const named = Object.fromEntries(found.map((one) => [one.name, one]));

  it('are the numbers of its top level by name, neither zeros nor steps of a calculation', () => {
    expect(found.map(({ name, value }) => [name, value])).toEqual([
      ['place/file.first', 0.5],
      ['place/file.second', 2 / 3],
      ['place/file.far.near', -12],
      ['place/file.far.nested.0', 1.5],
      ['place/file.apart', 3],
      ['place/file.low/high.0', 0.2],
      ['place/file.low/high.1', 0.4],
    ]);
  });

  it('have their place in it', () => {
    expect(found.map(({ start, end }) => engine.slice(start, end)).slice(1, 3)).toEqual(['2 / 3', '-12']);
    expect(named['place/file.second']?.line).toBe(6);
  });

  it('have the comment above them, which covers those that follow without an empty line', () => {
    const about = 'What the file is about, from films of the figure.';
    expect(named['place/file.first']?.comment).toBe(about);
    expect(named['place/file.second']?.comment).toBe(about);
    expect(named['place/file.far.near']?.comment).toBe('How far, degrees (17 people).');
    expect(named['place/file.apart']?.comment).toBe('');
  });
});

describe('the constants of an exercise', () => {
  const found = constantsIn('src/exercises/lift.ts', exercise);

  it('are its bounds, tolerances and times by what they are of, not its dose nor how it is shown', () => {
    expect(found.map(({ name, value }) => [name, value])).toEqual([
      ['lift.usual.dwell', 700],
      ['lift.side.up.target', 145],
      ['lift.side.up.target.tolerance', 15],
      ['lift.side.up.target.floor', 120],
      ['lift.side.up.back', 28],
      ['lift.side.usual.trunkLean', -18],
      ['lift.side.usual.trunkLean.tolerance', 4],
    ]);
  });

  it('have the exercise, the view, and the comment on them, not that on what is beside them', () => {
    expect(found.map(({ exercise: id, view }) => [id, view]).slice(0, 2)).toEqual([
      ['lift', undefined],
      ['lift', 'side'],
    ]);
    expect(found.map(({ comment }) => comment)).toEqual([
      '',
      ...Array.from({ length: 3 }, () => 'Lifts turn at 140 to 170 (78 people).'),
      '',
      '',
      '',
    ]);
  });
});

describe('all constants', () => {
  const all = allConstants();

  it('have names of their own, and more than a few', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(250);
  });

  it('include rules of the engine and of every view, and nothing that only draws', () => {
    const names = all.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'rules/rulebook.openingShare',
        'kinematics/measures.measureTable.armElevation.hysteresis',
        'cheer.front.up.target.floor',
        'head-tilt.front.too-far.headSideBend',
      ]),
    );
    expect(all.filter(({ file }) => Object.keys(skippedFiles).some((skipped) => file.startsWith(skipped)))).toEqual([]);
  });
});

describe('what a constant rests on', () => {
  it.each([
    ['Real lifts turn at 140-170 (78 people).', ['people']],
    ['Falls to 0.70 overhead on photographs; on the figure it is 0.98.', ['people', 'figure']],
    ['Correct tilts read 3.4 on eight rigged bodies.', ['rigged bodies']],
    ['Raising both arms leans the trunk back by 12.8 degrees (Edmondston 2012).', ['paper']],
    ['A design choice, not yet tried on people.', ['design choice']],
    ['MoveNet reads 0.5-1.07 for elbows that touch.', ['figure']],
    ['How long a start posture must be held, ms.', []],
  ])('is read from its comment: %s', (comment, expected) => {
    expect(restsOn(comment)).toEqual(expected);
    expect(isBeyondFigure(comment)).toBe(expected.some((one) => ['people', 'rigged bodies', 'paper'].includes(one)));
  });
});
