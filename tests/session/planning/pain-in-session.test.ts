import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/session/guide/guide.ts';
import type { GuideState } from '../../../src/session/guide/guide-state.ts';
import type { PainEffect } from '../../../src/session/planning/pain.ts';
import { guided, outcomeOf, routine, usualOptions } from '../guided.ts';

/* Pain at any time of a session: an answer holds until the next one is given, and the caller learns its effect. */

const { signal } = new AbortController();
const three = { ...routine, steps: [0, 4, 5].flatMap((index) => routine.steps.at(index) ?? []) };

/** Runs a routine of three exercises; `answers` is called at each question, `otherwise` at every other state. */
const run = async (
  answers: readonly (number | undefined)[],
  otherwise: (state: GuideState, guide: Guide) => void = () => undefined,
  options = usualOptions,
) => {
  const effects: PainEffect[] = [];
  const eased: number[] = [];
  let asked = 0;
  const session = guided({ routine: three, options }, (state, guide) => {
    if (state.is === 'asking') effects.push(guide.answerPain(answers[asked++]));
    else otherwise(state, guide);
    if (state.is === 'training') eased.push(state.workout.coaching.easeLevel);
  });
  await session.guide.run(signal);
  return { ...session, effects, eased };
};

describe('an answer about pain', () => {
  it('holds where the next question is not answered', async () => {
    const { eased, effects, states } = await run([5, undefined, undefined]);
    expect(eased).toEqual([1, 1, 1]);
    expect(effects.slice(0, 3)).toEqual(['eased', 'none', 'none']);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it('is replaced by the next one that is given, and has the effect of easing only where it eases', async () => {
    const { eased, effects } = await run([5, 4, 2, 5]);
    expect(eased).toEqual([1, 1, 0]);
    // The last exercise is over: nothing is left to ease.
    expect(effects).toEqual(['eased', 'noted', 'noted', 'noted']);
  });

  it('eases nothing where only the time is kept, and does not report that it does', async () => {
    const { effects } = await run([5, 5], undefined, { ...usualOptions, range: 'timed' });
    expect(effects.slice(0, 2)).toEqual(['noted', 'noted']);
  });

  it('is accepted in the rest: 5 eases the exercises that follow', async () => {
    let isSaid = false;
    const { eased, states } = await run([0, 0, 0, 0], (state, guide) => {
      if (state.is !== 'resting' || isSaid) return;
      isSaid = true;
      expect(guide.answerPain(5)).toBe('eased');
      expect(guide.answerPain(5)).toBe('noted');
    });
    // The question after the second exercise is answered with 0.
    expect(eased).toEqual([0, 1, 0]);
    expect(outcomeOf(states).pain.map(({ moment, value }) => `${moment} ${value}`)).toEqual([
      'before 0',
      'after 0',
      'after 5',
      'after 5',
      'after 0',
      'after 0',
    ]);
  });

  it('is accepted in the rest: 9 ends the session, and is saved', async () => {
    const { states, events } = await run([0, 0], (state, guide) => {
      if (state.is === 'resting') expect(guide.answerPain(9)).toBe('ends');
    });
    const outcome = outcomeOf(states);
    expect(outcome).toMatchObject({ why: 'pain', steps: [{ exercise: three.steps[0]?.exercise }] });
    expect(outcome.pain.at(-1)).toMatchObject({ moment: 'after', value: 9 });
    expect(new Set(events.map(({ exercise }) => exercise)).size).toBe(1);
  });

  it('is kept when neutral is taken again in the middle of an exercise', async () => {
    const shown: number[] = [];
    await run(
      [0],
      (state, guide) => {
        if (state.is !== 'training' || state.step > 0) return;
        let isSaid = false;
        state.workout.steps.listen((step) => {
          shown.push(step.coaching.easeLevel);
          if (isSaid || !step.events.some(({ type }) => type === 'armed')) return;
          isSaid = true;
          guide.answerPain(5);
          state.workout.recalibrate();
        });
      },
      { ...usualOptions, reps: 2 },
    );
    const first = shown.indexOf(1);
    expect(first).toBeGreaterThan(0);
    expect(new Set(shown.slice(first))).toEqual(new Set([1]));
  });

  it('reverts the easing in the middle of an exercise where it is lower than the one before', async () => {
    const shown: number[] = [];
    await run(
      [5],
      (state, guide) => {
        if (state.is !== 'training' || state.step > 0) return;
        state.workout.steps.listen((step) => {
          shown.push(step.coaching.easeLevel);
          if (step.events.some(({ type }) => type === 'rep-completed')) guide.answerPain(1);
        });
      },
      { ...usualOptions, reps: 2 },
    );
    expect([shown[0], shown.at(-1)]).toEqual([1, 0]);
  });
});
