import { describe, expect, it, vi } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import { exerciseAlone } from '../../../src/session/planning/routines.ts';
import { planOfMade, type MadeMovement } from '../../../src/session/record/movement.ts';
import { Replay } from '../../../src/session/workout/replay.ts';
import type { Guide } from '../../../src/session/guide/guide.ts';
import { guided, outcomeOf, routine, usualOptions } from '../guided.ts';

/** A store of recordings, and what it was given. */
const store = (keeps = true) => {
  const kept: MadeMovement[] = [];
  const keep = vi.fn<(movement: MadeMovement) => Promise<boolean>>((movement) => {
    kept.push(movement);
    return Promise.resolve(keeps);
  });
  return { kept, recordings: { keep } };
};

const alone = { routine: exerciseAlone('cheer'), options: { ...usualOptions, reps: 2 } };

/** The events of one exercise, without those of the routine around it. */
const eventsIn = (events: readonly CoachingEvent[], exercise: string): readonly CoachingEvent[] =>
  events.filter((event) => event.exercise === exercise && event.type !== 'routine-ended');

describe('a session', () => {
  it('keeps no movement unless that is asked for', async () => {
    const { kept, recordings } = store();
    await guided({ ...alone, recordings }).guide.run(new AbortController().signal);
    expect(kept).toEqual([]);
  });

  it('keeps the movement of each exercise where the setting says so, each of which replays to the same events', async () => {
    const { kept, recordings } = store();
    const { guide, events } = guided({
      routine: { ...routine, steps: routine.steps.slice(0, 2) },
      recordings,
      keepsMovements: true,
    });
    await guide.run(new AbortController().signal);
    expect(kept.map(({ made }) => made.exercise)).toEqual(routine.steps.slice(0, 2).map(({ exercise }) => exercise));
    for (const movement of kept) {
      const exercise = exercises.find(({ id }) => id === movement.made.exercise);
      if (!exercise) throw new Error('It was trained.');
      const replay = await Replay.open(planOfMade(movement.made, exercise), movement);
      expect(replay.events.map(({ event }) => event)).toEqual(eventsIn(events, exercise.id));
    }
  });

  it('keeps the whole movement of the exercise in which the key is pressed, and not that of the next', async () => {
    const { kept, recordings } = store();
    const press = (guide: Guide): void => {
      if (guide.state.is === 'training' && guide.state.step === 0) guide.toggleMovement();
    };
    let isPressed = false;
    const { guide, events } = guided({ routine: { ...routine, steps: routine.steps.slice(0, 2) }, recordings });
    guide.events.listen(({ type }) => {
      if (isPressed || type !== 'rep-completed') return;
      isPressed = true;
      press(guide);
      expect(guide.isMovementKept).toBe(true);
    });
    await guide.run(new AbortController().signal);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.frames[0]?.at).toBe(0);
    const armed = events.find(({ type }) => type === 'armed')?.at ?? 0;
    expect(kept[0]?.frames.some(({ at }) => at < armed)).toBe(true);
  });

  it('goes on where the device is full', async () => {
    const { recordings } = store(false);
    const { guide, states } = guided({ ...alone, recordings, keepsMovements: true });
    await guide.run(new AbortController().signal);
    expect(recordings.keep).toHaveBeenCalledTimes(1);
    expect(outcomeOf(states).why).toBe('completed');
  });
});
