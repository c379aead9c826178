import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Coaching } from '../../../src/engine/coach/coaching.ts';
import type { CueId } from '../../../src/engine/exercise/cues.ts';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { millis } from '../../../src/engine/units.ts';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { Announcer } from '../../../src/session/voice/announcer.ts';
import type { Caption } from '../../../src/session/voice/utterances.ts';
import type { Clock } from '../../../src/session/async/clock.ts';
import { wait } from '../../../src/async/wait.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import type { Speaker } from '../../../src/session/ports.ts';
import { usualSettings, type Settings } from '../../../src/session/settings.ts';
import { Stream } from '../../../src/async/stream.ts';
import { Workout, type WorkoutStep } from '../../../src/session/workout/workout.ts';
import { en } from '../../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../../src/texts/exercise-texts-of.ts';
import { cueGiven } from '../../made-events.ts';
import { filmed } from '../../scenarios/play.ts';
import { calmCoaching } from '../calm-coaching.ts';

/** A speaker that records what it is asked for. */
const fakeSpeaker = (hasVoice = true, isSilenced = false) => {
  const asked: string[] = [];
  const speaker: Speaker = {
    hasVoice,
    isSilenced,
    voiceChanges: { listen: () => () => undefined },
    say: (words, { rate, volume }) => asked.push(`${words} @${rate}/${volume}`),
    play: (earcon, volume) => asked.push(`*${earcon} @${volume}`),
    cancel: () => asked.push('silence'),
  };
  return { speaker, asked };
};

const open = (chosen: Partial<Settings> = {}, hasVoice = true, clock?: Clock, isSilenced = false) => {
  const { speaker, asked } = fakeSpeaker(hasVoice, isSilenced);
  let settings = { ...usualSettings, ...chosen };
  const announcer = new Announcer({
    texts: en,
    speaker,
    clock: clock ?? { now: () => Date.now(), wait },
    settings: () => settings,
  });
  const captions: Caption[] = [];
  announcer.captions.listen((caption) => captions.push(caption));
  const choose = (changed: Partial<Settings>): void => void (settings = { ...settings, ...changed });
  return { announcer, asked, captions, choose };
};

const workout = (coaching: Coaching = calmCoaching) => {
  const steps = new Stream<Omit<WorkoutStep, 'state'>>();
  const tell = (...events: readonly CoachingEvent[]): void => steps.publish({ sight: undefined, coaching, events });
  return { coaching, steps, tell };
};

const texts = exerciseTextsOf(en, 'butterfly');
const cue = (id: CueId): CoachingEvent => ({ ...cueGiven(id), at: 0, exercise: 'butterfly' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the announcer', () => {
  it('speaks, sounds and captions, as loud and as fast as was chosen', () => {
    const { announcer, asked, captions } = open({ rate: 0.8, volume: 0.5 });
    const followed = workout();
    announcer.follow(followed, texts);
    followed.tell(cue('elbows-together'));
    const words = en.cues['elbows-together'];
    expect(asked).toEqual(['*adjust @0.5', `${words} @0.8/0.5`]);
    expect(captions).toEqual([{ kind: 'correction', words, isSpoken: true }]);
  });

  it.each([
    ['there is no voice', {}, false],
    ['it is muted', { voice: false }, true],
  ])('leaves it to captions and sounds where %s', (_, chosen, hasVoice) => {
    const { announcer, asked, captions } = open(chosen, hasVoice);
    const followed = workout();
    announcer.follow(followed, texts);
    followed.tell(cue('come-back-up'));
    expect(asked).toEqual(['*adjust @1']);
    expect(captions).toEqual([{ kind: 'safety', words: en.cues['come-back-up'], isSpoken: false }]);
  });

  it('marks a caption as not spoken before the page was touched, so that a screen reader reads it', () => {
    const { announcer, captions } = open({}, true, undefined, true);
    announcer.say('guidance', 'Sit down');
    expect(captions).toMatchObject([{ words: 'Sit down', isSpoken: false }]);
  });

  it('plays no sound once sounds are turned off', () => {
    const { announcer, asked, choose } = open();
    const followed = workout();
    announcer.follow(followed, texts);
    choose({ sounds: false, voice: false });
    followed.tell(cue('elbows-together'));
    expect(asked).toEqual([]);
  });

  it('says a waiting utterance when its turn comes, without further input', async () => {
    const { announcer, captions } = open();
    announcer.say('guidance', 'one two three four five');
    announcer.say('guidance', 'Then this');
    await vi.advanceTimersByTimeAsync(2100);
    expect(captions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(captions.map(({ words }) => words)).toEqual(['one two three four five', 'Then this']);
  });

  it('repeats a hint that holds, until it is no longer followed', async () => {
    const { announcer, captions } = open();
    const stop = announcer.follow(workout({ ...calmCoaching, phase: 'looking', hint: 'move-back' }), texts);
    await vi.advanceTimersByTimeAsync(16_100);
    expect(captions).toHaveLength(3);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(captions).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('falls silent in the same task, and drops what waits', async () => {
    const { announcer, asked, captions } = open();
    announcer.say('guidance', 'one two three four five');
    announcer.say('guidance', 'Then this');
    announcer.silence();
    expect(asked.at(-1)).toBe('silence');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(captions).toHaveLength(1);
    announcer.say('guidance', 'And now');
    expect(captions).toHaveLength(2);
  });

  it('ignores a workout that it no longer follows', () => {
    const { announcer, captions } = open();
    const followed = workout();
    announcer.follow(followed, texts)();
    followed.tell(cue('elbows-together'));
    followed.steps.publish({ sight: undefined, coaching: { ...calmCoaching, hint: 'move-back' }, events: [] });
    expect(captions).toEqual([]);
  });
});

describe('a whole workout', () => {
  const exercise = exerciseById('butterfly');
  if (!exercise) throw new Error('The butterfly is missing.');
  const plan = planFor(exercise, { reps: 2, holdSeconds: 5 });

  it('is spoken from the first hint to the end', async () => {
    const performance = performanceOf(exercise.motion, { repetitions: 2, hold: millis(5600), practice: true });
    const film = filmed(exercise, performance);
    let now = 0;
    const { announcer, captions } = open({}, true, { now: () => now, wait: () => new Promise(() => undefined) });
    const running = new Workout(plan);
    announcer.follow(running, texts);
    async function* poses() {
      for (const pose of film) {
        now = pose.at;
        yield pose;
      }
    }
    await running.run({ poses }, new AbortController().signal);
    now += 2000;
    announcer.say('guidance', 'Rest now');
    const said = captions.map(({ words }) => words);
    const { prompts } = texts;
    const held = [prompts.holding, 'Three', 'Two', 'One', prompts.returning];
    expect(said).toEqual([
      ...said.slice(0, said.indexOf('Three')),
      'Three',
      'Two',
      'One',
      prompts.ready,
      ...held,
      'One. Now the last one',
      en.voice.good[0],
      ...held,
      'Two',
      en.voice.allDone,
    ]);
    expect(said).toEqual(expect.arrayContaining([texts.startPosture, en.hints['practise-once']]));
  });
});
