import { expect, it } from 'vitest';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { exerciseAlone } from '../../../src/session/planning/routines.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { filmed } from '../../scenarios/play.ts';
import { guided, outcomeOf, usualOptions, willing } from '../guided.ts';

/** A person who can raise the right arm only, and does so for a practice and two repetitions in each exercise. */
const { motion } = resolve(cheer, 'front', {}, 1, { is: 'norm' }, 0, 'right').exercise;
const film = filmed(cheer, performanceOf(motion, { repetitions: 2, practice: true }), {
  view: 'front',
  framesPerSecond: 15,
});
const person = {
  ...willing(),
  async *poses() {
    yield* film;
  },
};

it('the arm that moved alone in practice trains alone once this is chosen, from a new practice on', async () => {
  const chosen: unknown[] = [];
  const { guide, states, events } = guided({
    routine: exerciseAlone('cheer'),
    options: { ...usualOptions, asksPain: false, range: 'personal', view: 'front', reps: 2 },
    openSource: () => Promise.resolve(person),
  });
  guide.states.listen((state) => {
    if (state.is !== 'training') return;
    state.workout.steps.listen(({ coaching }) => {
      if (coaching.loneArm && chosen.length === 0) chosen.push(guide.trainLoneArm());
    });
  });
  await guide.run(new AbortController().signal);
  expect(chosen).toEqual(['right']);
  expect(events.flatMap((event) => (event.type === 'range-set' ? [event.side] : []))).toEqual(['right']);
  const [step, ...more] = outcomeOf(states).steps;
  expect(more).toEqual([]);
  expect(step?.outcome?.summary).toMatchObject({ arm: 'right', why: 'completed', attempts: [] });
  expect(step?.outcome?.summary.repetitions.map(({ side }) => side)).toEqual(['right', 'right']);
});

it('the arm that moves alone once more after the offer trains alone, without a key', async () => {
  const { guide, states, events } = guided({
    routine: exerciseAlone('cheer'),
    options: { ...usualOptions, asksPain: false, range: 'personal', view: 'front', reps: 2 },
    openSource: () => Promise.resolve(person),
  });
  await guide.run(new AbortController().signal);
  expect(events.flatMap((event) => (event.type === 'range-set' ? [event.side] : []))).toEqual(['right']);
  expect(outcomeOf(states).steps[0]?.outcome?.summary).toMatchObject({ arm: 'right', why: 'completed' });
});

it('nothing is chosen where no arm moved alone', () => {
  expect(guided().guide.trainLoneArm()).toBeUndefined();
});
