import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/session/summary/next-time.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { summarise, type Summary } from '../../../src/session/summary/summary.ts';
import { en } from '../../../src/texts/en/en.ts';
import { adviceInWords } from '../../../src/ui/words/advice-in-words.ts';
import { fileNameOf } from '../../../src/ui/file-name.ts';
import { painInWords } from '../../../src/ui/words/pain-in-words.ts';
import { blocksOf, factsOf } from '../../../src/ui/words/summary-in-words.ts';
import { repCompleted } from '../../made-events.ts';
import { exerciseCalled } from '../../session/played.ts';

const words = en.app.summary;
const nothing = (id: string): Summary => summarise(planFor(exerciseCalled(id)), []);
const repetition = { ...repCompleted(1, { peak: 150 }), exercise: 'any', at: 1 };
const linesOf = (summary: Summary, title: string) =>
  blocksOf(summary, en).find((block) => block.title === title)?.lines;

describe('a summary in words', () => {
  it('contains today’s furthest beside the usual value, where no practice has shown a range', () => {
    const summary: Summary = { ...nothing('cheer'), repetitions: [repetition], best: 150 };
    expect(linesOf(summary, words.ranges)).toEqual([['Furthest today', '150 degrees; usual 160']]);
    expect(linesOf({ ...summary, eased: 2 }, words.ranges)?.[1]).toEqual([words.eased(2), '']);
  });

  it('states that a scale of the user’s own has no usual value, and gives no amount of it', () => {
    const summary: Summary = { ...nothing('shoulder-blade-squeeze'), repetitions: [repetition], best: 1.02 };
    expect(linesOf(summary, words.ranges)).toEqual([[words.ownScale, '']]);
    expect(factsOf(summary, en).map(([name]) => name)).not.toContain(words.best);
  });

  it('puts the pace beside the plan, and states where smoothness could not be judged', () => {
    const summary: Summary = {
      ...nothing('cheer'),
      repetitions: [repetition],
      tempo: { out: { took: 1480, planned: 1500 }, held: undefined, back: { took: 3000, planned: undefined } },
    };
    expect(linesOf(summary, words.pace.title)).toEqual([
      ['Out', 'about 1.5 s; planned 1.5 s'],
      ['Back', 'about 3.0 s'],
      [words.pace.smoothness, words.pace.notJudged],
    ]);
    const judged = { ...summary, smoothness: { is: 'judged', of: 4, jerky: 1 } } as const;
    expect(linesOf(judged, words.pace.title)?.at(-1)?.[1]).toBe('stops in 1 of 4');
    expect(linesOf({ ...summary, repetitions: [] }, words.pace.title)).toBeUndefined();
  });

  it('states once that too few pictures came to judge the tempo, and in how many repetitions', () => {
    const sparse = { ...repetition, strokes: [{ end: 'up', isSparse: true }] };
    const told = (repetitions: Summary['repetitions']) => {
      const summary: Summary = { ...nothing('cheer'), repetitions };
      return [linesOf(summary, words.notSeen), linesOf(summary, words.pace.title)];
    };
    expect(told([sparse, sparse])).toEqual([
      [['Too few pictures a second came to judge your tempo. Your repetitions and holds count.', '']],
      undefined,
    ]);
    expect(told([sparse, repetition])[0]).toEqual([[words.tempoNotJudged(1, 2), '']]);
    expect(told([repetition])[0]).toEqual([[words.allSeen, '']]);
  });

  it('says "perhaps" where only a rule of low confidence saw something', () => {
    const corrections = [{ cue: 'long-arm', times: 2, urgency: 'compensation', isHint: true }] as const;
    expect(linesOf({ ...nothing('cheer'), corrections }, words.corrections)).toEqual([
      [words.perhaps(en.cues['long-arm']), '2 times'],
    ]);
  });

  it('counts as the user corrected it, and tells the user’s own count apart', () => {
    const repetitions = Array.from({ length: 7 }, () => repetition);
    const factsWith = (added: number, takenBack: number) =>
      factsOf({ ...nothing('cheer'), ofRepetitions: 10, repetitions, ownCount: { added, takenBack } }, en);
    expect(factsWith(0, 0)).toEqual([[words.repetitions, '7 / 10']]);
    expect(factsWith(1, 0)).toEqual([
      [words.repetitions, '8 / 10'],
      [words.ownCount, '1'],
    ]);
    expect(factsWith(1, 2)).toEqual([
      [words.repetitions, '6 / 10'],
      [words.ownCount, '1'],
      [words.takenBack, '2'],
    ]);
  });

  it('names the one thing that was missing where nothing was judged, and never that all was seen', () => {
    const unbegun = { ...nothing('cheer'), unbegun: 'turn-sideways' as const };
    expect(linesOf(unbegun, words.notSeen)).toEqual([[words.unbegun(en.hints['turn-sideways']), '']]);
    expect(linesOf({ ...unbegun, unbegun: 'set-up' }, words.notSeen)).toEqual([[words.unbegun(undefined), '']]);
  });

  it('states whether the time was kept by choice', () => {
    const timed = { ...nothing('cheer'), timed: 2 };
    expect(linesOf(timed, words.notSeen)).toEqual([[words.notWellSeen, '']]);
    expect(linesOf({ ...timed, isTimedByChoice: true }, words.notSeen)).toEqual([[words.notJudgedByChoice, '']]);
  });
});

describe('pain in words', () => {
  const told = (before: number | undefined, after: number | undefined) =>
    painInWords(
      [
        { exercise: 'cheer', moment: 'before', value: before },
        { exercise: 'cheer', moment: 'after', value: after },
      ],
      en,
    );

  it.each([
    [4, 2, words.pain.easier],
    [3, 3, words.pain.same],
    [2, 4, words.pain.more],
    [undefined, 4, undefined],
  ])('%s before and %s after', (before, after, remark) => {
    expect(told(before, after)?.remark).toBe(remark);
  });

  it('states where there was no answer, and contains nothing where nothing was asked', () => {
    expect(told(undefined, 0)?.lines).toEqual([
      ['Before', 'not answered'],
      ['Afterwards', '0 of 10'],
    ]);
    expect(painInWords([], en)).toBeUndefined();
  });
});

it.each<Advice>([
  { is: 'pain', calls: 'stop' },
  { is: 'pain', calls: 'ease' },
  { is: 'less-far', times: 2 },
  { is: 'be-seen', times: 1 },
  { is: 'cue', cue: 'sit-tall', times: 3 },
  { is: 'attempt', kind: 'hold', times: 1 },
  { is: 'begin' },
  { is: 'same-again', isWhole: true },
  { is: 'same-again', isWhole: false },
])('advice has words: %o', (advice) => {
  const { what, why } = adviceInWords(advice, en);
  expect(what.length).toBeGreaterThan(5);
  expect(why.length).toBeGreaterThan(5);
});

it('the name of a file contains its subject and its day', () => {
  expect(fileNameOf('cheer', new Date(2026, 2, 1))).toBe('limber-cheer-2026-03-01.json');
});
