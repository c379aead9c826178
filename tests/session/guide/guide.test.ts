import { describe, expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import type { PoseSource } from '../../../src/session/ports.ts';
import type { DetectorModel } from '../../../src/ports/detector-model.ts';
import { atDesk, filmIn } from '../../../scripts/accuracy/setting.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { exerciseAlone } from '../../../src/session/planning/routines.ts';
import { eventsOf, filmed, millis } from '../../scenarios/play.ts';
import { guided, keeping, outcomeOf, pageInSight, routine, usualOptions, willing, willingPerson } from '../guided.ts';

const { signal } = new AbortController();
// Both are judged by the norm, without a practice.
const short = { ...routine, steps: [0, -1].flatMap((index) => routine.steps.at(index) ?? []) };
const [first, second] = short.steps.map(({ exercise }) => exercise);

describe('a guided routine', () => {
  it('goes through all six exercises to its end with no input at all', async () => {
    const { guide, states, events, source } = guided();
    await guide.run(signal);
    const outcome = outcomeOf(states);
    expect(outcome.why).toBe('completed');
    expect(outcome.steps.map(({ exercise }) => exercise)).toEqual(routine.steps.map(({ exercise }) => exercise));
    expect(outcome.steps.map(({ outcome: each }) => each?.summary.why)).toEqual(exercises.map(() => 'completed'));
    expect(eventsOf(events, 'routine-ended')).toHaveLength(1);
    expect(eventsOf(events, 'cue-given')).toEqual([]);
    expect(states.filter(({ is }) => is === 'resting')).toHaveLength(exercises.length - 1);
    expect(source.closed()).toBe(true);
  });

  it('asks for pain before the first exercise and after each; a timeout counts as unanswered', async () => {
    const { guide, states } = guided({ routine: short });
    await guide.run(signal);
    expect(outcomeOf(states).pain).toEqual([
      { exercise: first, moment: 'before', value: undefined },
      { exercise: first, moment: 'after', value: undefined },
      { exercise: second, moment: 'after', value: undefined },
    ]);
  });

  it.each([
    [2, 'far'],
    [0.6, 'near'],
  ])('knows from the picture where the device stands: %d m away is %s', async (distance, place) => {
    const tilt = exercises.find(({ views }) => views.front?.atDesk);
    if (!tilt) throw new Error('There is an exercise for the desk.');
    const performed = performanceOf(tilt.motion, { repetitions: 1, hold: millis(2000) });
    const desk = { framesPerSecond: 15, clip: true, camera: filmIn('front', atDesk(distance)).camera };
    const source: PoseSource = {
      picture: undefined,
      mirrored: false,
      usesGroundTruth: () => true,
      async *poses() {
        await Promise.resolve();
        yield* filmed(tilt, performed, distance < 1 ? desk : { framesPerSecond: 15, view: 'front' });
      },
      close: () => undefined,
    };
    const { guide, states } = guided({
      routine: exerciseAlone(tilt.id),
      options: { ...usualOptions, reps: 1, holdSeconds: 1 },
      openSource: () => Promise.resolve(source),
    });
    await guide.run(signal);
    expect(outcomeOf(states).place).toBe(place);
  });

  it('asks nothing where pain questions are off', async () => {
    const { guide, states } = guided({ routine: short, options: { ...usualOptions, asksPain: false } });
    await guide.run(signal);
    expect(states.some(({ is }) => is === 'asking')).toBe(false);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it.each([6, 10])('does not begin with pain of %d', async (value) => {
    const { guide, states, events } = guided(
      { routine: short },
      (state) => state.is === 'asking' && state.choice.answer(value),
    );
    await guide.run(signal);
    expect(outcomeOf(states)).toMatchObject({ why: 'pain', steps: [], pain: [{ value }] });
    expect(eventsOf(events, 'armed')).toEqual([]);
  });

  it('ends after an exercise that hurt by 6', async () => {
    const { guide, states } = guided({ routine: short }, (state) => {
      if (state.is === 'asking') state.choice.answer(state.moment === 'after' ? 6 : 0);
    });
    await guide.run(signal);
    expect(outcomeOf(states)).toMatchObject({ why: 'pain', steps: [{ exercise: first }] });
  });

  it.each([
    [3, 0],
    [4, 1],
    [5, 1],
  ])('after pain of %d lowers the target by a tenth %d times', async (value, eased) => {
    const seen: number[] = [];
    const { guide } = guided({ routine: short }, (state) => {
      if (state.is === 'asking') state.choice.answer(value);
      if (state.is === 'training') seen.push(state.workout.coaching.easeLevel);
    });
    await guide.run(signal);
    expect(new Set(seen)).toEqual(new Set([eased]));
  });

  it('ends an exercise at once where it hurts by 6 in the middle, and eases it at 4', async () => {
    const eased: number[] = [];
    const { guide, states, events } = guided({ routine: short, options: { ...usualOptions, reps: 3 } }, (state) => {
      if (state.is !== 'training') return;
      state.workout.steps.listen((step) => {
        if (step.events.some(({ type }) => type === 'armed')) guide.answerPain(4);
        if (!step.events.some(({ type }) => type === 'rep-completed')) return;
        eased.push(step.coaching.easeLevel);
        guide.answerPain(6);
      });
    });
    await guide.run(signal);
    expect(eased).toEqual([1]);
    expect(outcomeOf(states).why).toBe('pain');
    expect(events.at(-2)).toMatchObject({ type: 'session-ended', why: 'pain' });
    expect(eventsOf(events, 'rep-completed')).toHaveLength(1);
  });

  it('publishes nothing after the end of the session once something feels wrong', async () => {
    const { guide, states, events } = guided({}, (state) => {
      if (state.is !== 'training') return;
      state.workout.steps.listen((step) => {
        if (step.events.some(({ type }) => type === 'attempt-opened')) guide.raiseRedFlag();
      });
    });
    await guide.run(signal);
    expect(outcomeOf(states).why).toBe('red-flag');
    const ended = events.find(({ type }) => type === 'session-ended');
    expect(ended).toMatchObject({ why: 'red-flag' });
    expect(events.filter(({ at, type }) => type !== 'session-ended' && at > (ended?.at ?? 0))).toEqual([]);
    expect(events.at(-1)).toBe(ended);
  });

  it.each(['asking', 'resting'] as const)('ends from the red flag while it is %s', async (is) => {
    const { guide, states } = guided({}, (state) => state.is === is && guide.raiseRedFlag());
    await guide.run(signal);
    expect(outcomeOf(states).why).toBe('red-flag');
  });

  it('skips an exercise, and reports it', async () => {
    const { guide, states } = guided({ routine: short }, (state) => {
      if (state.is === 'training' && state.step === 0) queueMicrotask(() => guide.next());
    });
    await guide.run(signal);
    const [skipped, done] = outcomeOf(states).steps;
    expect(skipped).toMatchObject({ exercise: first, isSkipped: true, outcome: undefined });
    expect(done?.outcome?.summary.why).toBe('completed');
  });

  it('sums up a single exercise even where nothing of it was done', async () => {
    const alone = { ...short, steps: short.steps.slice(0, 1) };
    const { guide, states } = guided({ routine: alone }, (state) => {
      if (state.is === 'training') queueMicrotask(() => guide.end());
    });
    await guide.run(signal);
    expect(outcomeOf(states)).toMatchObject({ why: 'person', steps: [{ outcome: { summary: { repetitions: [] } } }] });
  });

  it('repeats an exercise once from the rest after it', async () => {
    let asked = false;
    const { guide, states, events } = guided({ routine: short }, (state) => {
      if (state.is !== 'resting' || asked) return;
      asked = true;
      guide.back();
    });
    await guide.run(signal);
    expect(outcomeOf(states).steps.map(({ exercise }) => exercise)).toEqual([first, second]);
    expect(eventsOf(events, 'armed').map(({ exercise }) => exercise)).toEqual([first, first, second]);
  });

  it('rests as long as the routine says, longer on request, and goes on at once on request', async () => {
    const left: number[] = [];
    const { guide } = guided({ routine: short }, (state) => {
      if (state.is !== 'resting') return;
      left.push(state.choice.left);
      guide.restLonger(20_000);
      left.push(state.choice.left);
      guide.next();
    });
    await guide.run(signal);
    expect(left).toEqual([20_000, 40_000]);
  });
});

describe('an interrupted routine', () => {
  it('resumes with what was finished, this set’s repetitions and the pain, and takes neutral again', async () => {
    const store = keeping();
    const killed = new AbortController();
    const options = { ...usualOptions, reps: 2 };
    const before = guided({ routine: short, store, options }, (state, guide) => {
      if (state.is === 'asking') state.choice.answer(2);
      if (state.is !== 'training' || state.step !== 1) return;
      guide.events.listen((event) => event.type === 'rep-completed' && event.exercise === second && killed.abort());
    });
    await before.guide.run(killed.signal);
    const progress = store.read();
    expect(progress?.steps.map(({ exercise }) => exercise)).toEqual([first]);
    expect(progress?.pain).toHaveLength(2);

    const after = guided({ routine: short, store, options }, undefined, progress);
    await after.guide.run(signal);
    const outcome = outcomeOf(after.states);
    expect(outcome.why).toBe('completed');
    expect(outcome.pain.slice(0, 2).map(({ value }) => value)).toEqual([2, 2]);
    expect(outcome.steps[0]?.outcome?.summary.repetitions).toHaveLength(2);
    // One repetition before, one after; neutral and arming again between them.
    expect(eventsOf(after.events, 'armed')).toHaveLength(1);
    expect(eventsOf(after.events, 'rep-completed')).toHaveLength(1);
    expect(outcome.steps[1]?.outcome?.summary.repetitions.map(({ number }) => number)).toEqual([1, 2]);
    // The result of the first repetition is in the summary as well.
    const firstDone = outcome.steps[1]?.outcome?.summary.repetitions[0]?.at ?? 0;
    const [trace] = outcome.steps[1]?.outcome?.record.traces ?? [];
    expect(trace?.points.some(([at]) => at > 0 && at < firstDone)).toBe(true);
    expect(trace?.points.map(([at]) => at)).toEqual(
      trace?.points.map(([at]) => at).toSorted((one, other) => one - other),
    );
    const times = outcome.steps[1]?.outcome?.record.events.map(({ at }) => at) ?? [];
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(store.read()).toBeUndefined();
  });

  it('shows the problem of the source, and resumes where it was when run again', async () => {
    let isWorking = true;
    const { guide, states, events } = guided({
      routine: short,
      options: { ...usualOptions, reps: 2 },
      openSource: () => Promise.resolve(willing(() => isWorking)),
    });
    guide.events.listen((event) => {
      if (event.type === 'rep-completed') isWorking = false;
    });
    await guide.run(signal);
    expect(states.at(-1)).toMatchObject({
      is: 'problem',
      kind: 'unplugged',
      outcome: { steps: [{ exercise: first }] },
    });
    isWorking = true;
    const until = new AbortController();
    guide.events.listen((event) => event.type === 'routine-ended' && until.abort());
    for (let times = 0; times < 5 && states.at(-1)?.is === 'problem'; times++) {
      isWorking = true;
      await guide.run(signal);
    }
    expect(eventsOf(events, 'rep-completed').filter(({ exercise }) => exercise === first)).toHaveLength(2);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it('switches the camera off while the page is hidden, and takes neutral again afterwards', async () => {
    const { sight, hide, show } = pageInSight();
    const { person, isOn, timesOn } = willingPerson();
    const { guide, states, events } = guided({
      routine: { ...short, steps: short.steps.slice(0, 1) },
      options: { ...usualOptions, source: 'camera' },
      pageVisibility: sight,
      openSource: () => Promise.resolve(person),
    });
    const onMeanwhile: boolean[] = [];
    let isFirst = true;
    guide.events.listen((event) => {
      if (event.type !== 'armed' || !isFirst) return;
      isFirst = false;
      hide();
      setTimeout(() => {
        onMeanwhile.push(isOn());
        show();
      }, 20);
    });
    await guide.run(signal);
    expect(onMeanwhile).toEqual([false]);
    expect(timesOn()).toBe(2);
    expect(eventsOf(events, 'session-paused').map(({ why }) => why)).toEqual(['page-hidden']);
    expect(eventsOf(events, 'session-resumed')).toHaveLength(1);
    expect(eventsOf(events, 'armed')).toHaveLength(2);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it('begins an exercise paused where the page is hidden, and goes on by itself when it is shown', async () => {
    const { sight, hide, show } = pageInSight();
    const { guide, states, events } = guided(
      { routine: { ...short, steps: short.steps.slice(0, 1) }, pageVisibility: sight },
      (state) => {
        if (state.is === 'asking' && state.moment === 'before') hide();
        if (state.is !== 'training') return;
        setTimeout(() => {
          expect(state.workout.isPaused).toBe(true);
          expect(state.workout.coaching.phase).toBe('looking');
          show();
        }, 20);
      },
    );
    await guide.run(signal);
    expect(eventsOf(events, 'session-paused').map(({ why }) => why)).toEqual(['page-hidden']);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it('keeps a pause of the user’s own until the user ends it, also after the page was hidden', async () => {
    const { sight, hide, show } = pageInSight();
    const { person } = willingPerson();
    const { guide, states, events } = guided({
      routine: { ...short, steps: short.steps.slice(0, 1) },
      options: { ...usualOptions, source: 'camera' },
      pageVisibility: sight,
      openSource: () => Promise.resolve(person),
    });
    const pausedAfterwards: boolean[] = [];
    let isFirst = true;
    guide.events.listen((event) => {
      if (event.type !== 'armed' || !isFirst) return;
      isFirst = false;
      guide.togglePause();
      hide();
      show();
      setTimeout(() => {
        pausedAfterwards.push(guide.state.is === 'training' && guide.state.workout.isPaused);
        guide.togglePause();
      }, 20);
    });
    await guide.run(signal);
    expect(pausedAfterwards).toEqual([true]);
    expect(eventsOf(events, 'session-paused').map(({ why }) => why)).toEqual(['person']);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it('closes only its own source where it is run again before the first run has ended', async () => {
    const opened: (PoseSource & { readonly closed: () => boolean })[] = [];
    const { guide, states } = guided({
      routine: { ...short, steps: short.steps.slice(0, 1) },
      openSource: () => {
        const source = willing();
        opened.push(source);
        return Promise.resolve(source);
      },
    });
    const leaving = new AbortController();
    let again: Promise<void> | undefined;
    const closed: (boolean | undefined)[] = [];
    guide.events.listen((event) => {
      if (event.type === 'attempt-opened') closed.push(opened[1]?.closed());
      if (event.type !== 'armed' || again) return;
      leaving.abort();
      again = guide.run(signal);
    });
    await guide.run(leaving.signal);
    await again;
    expect(opened.map((source) => source.closed())).toEqual([true, true]);
    expect(closed).toEqual([false]);
    expect(outcomeOf(states).why).toBe('completed');
  });

  it('stores no answer to a question that was open when the page was left, and begins nothing after it', async () => {
    const leaving = new AbortController();
    const store = keeping();
    const { guide, states } = guided({ routine: short, store }, ({ is }) => is === 'asking' && leaving.abort());
    await guide.run(leaving.signal);
    expect(states.map(({ is }) => is)).toEqual(['opening', 'asking']);
    expect(store.read()?.pain ?? []).toEqual([]);
  });

  it('saves own ranges under the model that read them, and reads those of the next one', async () => {
    const reader: { model: DetectorModel; nextModel: DetectorModel } = { model: 'lightning', nextModel: 'thunder' };
    const read: unknown[] = [];
    const written: unknown[] = [];
    const { guide } = guided(
      {
        routine: { ...short, steps: short.steps.slice(0, 1) },
        options: { ...usualOptions, range: 'personal', asksPain: false },
        openSource: () => Promise.resolve({ ...willing(), reader }),
        ranges: {
          read: (exercise, _view, model) => void read.push([exercise, model]),
          write: (exercise, _view, _ranges, _at, model) => void written.push([exercise, model]),
        },
      },
      ({ is }) => {
        if (is === 'training') reader.model = 'thunder';
      },
    );
    await guide.run(signal);
    expect(read[0]).toEqual([first, 'thunder']);
    expect(written).toEqual([[first, 'thunder']]);
  });

  it('pauses the figure while the page is hidden, and closes nothing', async () => {
    const { sight, hide, show } = pageInSight();
    const { guide, states, events, source } = guided({
      routine: { ...short, steps: short.steps.slice(0, 1) },
      pageVisibility: sight,
    });
    const closedMeanwhile: boolean[] = [];
    guide.events.listen((event) => {
      if (event.type !== 'armed') return;
      hide();
      setTimeout(() => {
        closedMeanwhile.push(source.closed());
        show();
      }, 20);
    });
    await guide.run(signal);
    expect(closedMeanwhile).toEqual([false]);
    expect(eventsOf(events, 'session-paused').map(({ why }) => why)).toEqual(['page-hidden']);
    expect(eventsOf(events, 'armed')).toHaveLength(1);
    expect(outcomeOf(states).why).toBe('completed');
  });
});
