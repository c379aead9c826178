import { expect, it } from 'vitest';
import type { Phase } from '../../../../src/engine/exercise/phase.ts';
import { exerciseById } from '../../../../src/exercises/registry.ts';
import { planFor } from '../../../../src/session/planning/plan-for.ts';
import { breathOf } from '../../../../src/ui/elements/coach/breath-of.ts';

const cheer = exerciseById('cheer');
if (!cheer) throw new Error('The cheer is missing.');
const plan = planFor(cheer);
const { tempo } = cheer.motion;
const at = (phase: Phase, isPaused = false) => breathOf({ phase }, plan, isPaused);

it('the breath follows the movement’s own tempo, and is calm between', () => {
  expect(at('working')).toEqual({ way: 'in', ms: tempo.out });
  expect(at('returning')).toEqual({ way: 'out', ms: tempo.back });
  expect(at('holding')).toEqual({ way: 'calm', ms: 10_000 });
  expect(at('ready')).toEqual({ way: 'calm', ms: 10_000 });
});

it.each(['looking', 'neutral', 'start', 'practice', 'countdown', 'paused', 'ended'] as const)(
  'no breath is asked for while %s',
  (phase) => expect(at(phase)).toBeUndefined(),
);

it('no breath is asked for while the user pauses, or where the exercise has none', () => {
  expect(at('working', true)).toBeUndefined();
  const silent = { ...cheer, breath: { working: undefined, holding: undefined, returning: undefined } };
  expect(breathOf({ phase: 'working' }, { exercise: silent }, false)).toBeUndefined();
});
