import { describe, expect, it } from 'vitest';
import type { Coaching } from '../../../src/engine/coach/coaching.ts';
import type { CoachingEvent, UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { millis } from '../../../src/engine/units.ts';
import { announce, nextAt, quiet } from '../../../src/session/voice/announce.ts';
import { saying, type VoiceOutput } from '../../../src/session/voice/utterances.ts';
import type { AnnouncerInput } from '../../../src/session/voice/utterances-on.ts';
import { chattinesses, type Settings } from '../../../src/session/settings.ts';
import { en } from '../../../src/texts/en/en.ts';
import { armedByNorm, cueGiven, repAttempted, repCompleted } from '../../made-events.ts';
import { calmCoaching } from '../calm-coaching.ts';

const exercise = {
  startPosture: 'Hands on your head',
  ends: { back: 'Backwards' },
  prompts: { ready: 'Begin', working: 'Go on', holding: 'Stay', returning: 'And back' },
};

const event = (untimed: UntimedEvent): AnnouncerInput => {
  const whole: CoachingEvent = { ...untimed, at: 0, exercise: 'any' };
  return { is: 'event', event: whole };
};
const coaching = (part: Partial<Coaching>): AnnouncerInput => ({
  is: 'coaching',
  coaching: { ...calmCoaching, ...part },
});
const phase = (from: Coaching['phase'], to: Coaching['phase']): AnnouncerInput =>
  event({ type: 'phase-changed', from, to });
const cue = (id: 'elbows-together' | 'come-back-up' | 'sit-tall'): AnnouncerInput => event(cueGiven(id));
const utterance = (kind: 'guidance' | 'praise', words: string): AnnouncerInput => ({
  is: 'utterance',
  utterance: saying(kind, words),
});
const holding = (held: number, of: number, running = true): AnnouncerInput => ({
  is: 'hold',
  face: { heldMs: millis(held), ofMs: millis(of), running },
});
const repetition = (number: number, side?: 'left' | 'right'): AnnouncerInput =>
  event(repCompleted(number, side ? { side } : {}));

/** A listener with a clock: it receives inputs at given times, ms, and returns what they caused. */
const listener = (settings: Partial<Settings> = {}) => {
  const script = { texts: en, exercise, chattiness: 'all', rate: 1, ...settings } as const;
  let state = quiet;
  const hear = (at: number, ...all: readonly AnnouncerInput[]): readonly string[] =>
    all.flatMap((input) => {
      const [next, outputs] = announce(script, state, input, at);
      state = next;
      return outputs.map((one: VoiceOutput) => (one.is === 'words' ? one.words : `*${one.earcon}`));
    });
  /** One repetition in four seconds, with these inputs in its middle. */
  const repeat = (at: number, number: number, ...within: readonly AnnouncerInput[]): readonly string[] => [
    ...hear(at, phase('ready', 'working')),
    ...hear(at + 1900, ...within),
    ...hear(at + 2000, phase('working', 'returning')),
    ...hear(at + 4000, repetition(number), phase('returning', 'ready')),
    ...hear(at + 4900, { is: 'time' }),
  ];
  return { hear, repeat, due: () => nextAt(state) };
};

describe('while setting up', () => {
  it('an exercise that begins by time says so, and its hint is said on', () => {
    const { hear } = listener();
    hear(0, coaching({ phase: 'looking', hint: 'let-arms-hang' }));
    expect(hear(30_000, event({ type: 'begun-by-time', missing: 'let-arms-hang' }))).toEqual([en.voice.byTime]);
  });

  it('each hint is said when it comes, and again after eight seconds if it still holds', () => {
    const { hear, due } = listener();
    expect(hear(0, coaching({ phase: 'looking', hint: 'move-back' }))).toEqual([en.hints['move-back']]);
    expect(due()).toBe(8000);
    expect(hear(3000, coaching({ phase: 'looking', hint: 'move-back', missing: ['nose'] }))).toEqual([]);
    expect(hear(7999, { is: 'time' })).toEqual([]);
    expect(hear(8000, { is: 'time' })).toEqual([en.hints['move-back']]);
    expect(due()).toBe(16_000);
    expect(hear(9900, coaching({ phase: 'looking', hint: 'sit-still' }))).toEqual([en.hints['sit-still']]);
    hear(12_000, coaching({ phase: 'start' }));
    expect(due()).toBeUndefined();
  });

  it('the start posture is said in the exercise’s own words', () => {
    expect(listener().hear(0, coaching({ phase: 'start', hint: 'take-start-posture' }))).toEqual([
      'Hands on your head',
    ]);
  });

  it('no hint is given while the user pauses', () => {
    const { hear, due } = listener();
    hear(0, coaching({ phase: 'practice', hint: 'practise-once' }));
    expect(hear(4000, event({ type: 'session-paused', why: 'person' }))).toEqual([en.voice.paused]);
    expect(due()).toBeUndefined();
    expect(hear(60_000, event({ type: 'session-resumed' }))).toEqual([en.voice.goOn]);
    expect(due()).toBe(68_000);
  });

  it('missing keypoints are left to the hint, and said later on', () => {
    const lost = event({ type: 'not-seen', missing: ['left_hip', 'right_hip'], forMs: 2000 });
    const { hear } = listener();
    hear(0, coaching({ phase: 'looking' }));
    expect(hear(10, lost)).toEqual([]);
    hear(20, coaching({ phase: 'paused' }));
    expect(hear(30, lost)).toEqual(["I can't see your hips"]);
  });

  it('a long list of missing keypoints is not spoken', () => {
    const { hear } = listener();
    const missing = ['nose', 'left_elbow', 'right_wrist', 'left_hip'] as const;
    expect(hear(0, event({ type: 'not-seen', missing: [...missing], forMs: 2000 }))).toEqual([en.voice.cannotSeeAll]);
  });

  it('the countdown is said, then how to begin', () => {
    const { hear } = listener();
    expect(hear(0, coaching({ phase: 'countdown', countdown: 3 }), event(armedByNorm()))).toEqual(['Three', '*ready']);
    expect(hear(1000, coaching({ phase: 'countdown', countdown: 2 }))).toEqual(['Two']);
    expect(hear(2000, coaching({ phase: 'countdown', countdown: 1 }))).toEqual(['One']);
    expect(hear(3000, phase('countdown', 'ready'))).toEqual(['Begin']);
  });
});

describe('counting', () => {
  it('says each repetition in words, and that the last one comes', () => {
    const { hear } = listener();
    const after = (repetitions: number) => coaching({ repetitions, ofRepetitions: 3 });
    expect(hear(0, after(1), repetition(1))).toEqual(['*rep', 'One']);
    expect(hear(9000, after(2), repetition(2))).toEqual(['*rep', 'Two. Now the last one']);
    expect(hear(18_000, after(3), repetition(3), event({ type: 'session-ended', why: 'completed' }))).toEqual([
      '*rep',
      'Three',
      '*done',
    ]);
    expect(hear(19_000, { is: 'time' })).toEqual([en.voice.allDone]);
  });

  it('names the side where sides count apart', () => {
    expect(listener().hear(0, coaching({ repetitions: 1, ofRepetitions: 4 }), repetition(1, 'left'))).toEqual([
      '*rep',
      'Left, one',
    ]);
  });

  it('says what to do when an attempt did not count', () => {
    const short = event(repAttempted({ kind: 'return', tookMs: 800, ofMs: 3000 }));
    expect(listener().hear(0, short)).toEqual(['*adjust', en.voice.onceMore]);
  });

  it.each([
    [1, 'One'],
    [12, 'Twelve'],
    [20, 'Twenty'],
    [21, 'Twenty-one'],
    [50, 'Fifty'],
    [100, '100'],
  ])('%i is "%s"', (number, words) => expect(en.voice.number(number)).toBe(words));

  it('counts the last three seconds of a hold of five, each once, while its clock runs', () => {
    const { hear } = listener();
    const input = [0, 1900, 2010, 2900, 3010, 3900].flatMap((held) => hear(held, holding(held, 5000)));
    expect(input).toEqual(['Three', 'Two']);
    expect(hear(9000, holding(4100, 5000, false))).toEqual([]);
    expect(hear(9500, holding(4100, 5000))).toEqual(['One']);
    expect(hear(10_400, holding(5000, 5000), { is: 'hold', face: undefined })).toEqual([]);
    expect(hear(20_000, holding(4900, 5000))).toEqual(['One']);
  });

  it('only plays the sound for a shorter hold', () => {
    const { hear } = listener();
    expect(hear(0, event({ type: 'hold-started', end: 'up' }))).toEqual(['*hold-start', 'Stay']);
    expect([500, 1500, 2900].flatMap((held) => hear(1000 + held, holding(held, 3000)))).toEqual([]);
    expect(hear(4000, event({ type: 'hold-completed', end: 'up' }))).toEqual(['*hold-done', 'And back']);
  });

  it('leads where only the time is kept, and gives no praise', () => {
    const { hear } = listener();
    hear(0, coaching({ targets: 'timed', ofRepetitions: 2 }));
    expect(hear(100, phase('ready', 'working'))).toEqual(['Go on']);
    expect(hear(2000, phase('working', 'holding'))).toEqual(['*hold-start', 'Stay']);
    expect(hear(5000, phase('holding', 'returning'))).toEqual(['*hold-done', 'And back']);
    const over = [event({ type: 'repetition-timed', number: 1, ofMs: 3000 }), phase('returning', 'ready')];
    expect(hear(7000, coaching({ targets: 'timed', repetitions: 1, ofRepetitions: 2 }), ...over)).toEqual([
      '*rep',
      'One. Now the last one',
    ]);
    expect(hear(10_000, event({ type: 'session-ended', why: 'completed' }))).toEqual(['*done', en.voice.timeDone]);
  });

  it('says which side and which end the clock leads to', () => {
    const { hear } = listener();
    const towards = (end: string, side?: 'left') => coaching({ targets: 'timed', towards: { end, side } });
    expect(hear(0, towards('tilted', 'left'), phase('ready', 'working'))).toEqual(['Left. Go on']);
    expect(hear(9000, towards('back'), phase('returning', 'working'))).toEqual(['Backwards. Go on']);
    const over = event({ type: 'repetition-timed', number: 1, side: 'left', ofMs: 3000 });
    expect(hear(20_000, over)).toEqual(['*rep', 'Left, one']);
  });
});

describe('taking turns', () => {
  it('lets an utterance end, and keeps the newest of the most urgent', () => {
    const { hear, due } = listener();
    expect(hear(0, utterance('guidance', 'one two three four five'))).toHaveLength(1);
    hear(100, utterance('praise', 'Good'));
    expect(due()).toBe(2200);
    hear(200, cue('sit-tall'));
    hear(300, cue('elbows-together'));
    hear(400, utterance('praise', 'Lovely'));
    expect(hear(2199, { is: 'time' })).toEqual([]);
    expect(hear(2200, { is: 'time' })).toEqual([en.cues['elbows-together']]);
    expect(hear(20_000, { is: 'time' })).toEqual([]);
  });

  it('drops an utterance that waited too long to be true', () => {
    const { hear } = listener({ rate: 0.5 });
    hear(0, utterance('guidance', 'one two three four five six seven'));
    hear(10, cue('sit-tall'));
    expect(hear(6000, { is: 'time' })).toEqual([]);
  });

  it('lets safety interrupt, and nothing interrupt safety', () => {
    const { hear } = listener();
    hear(0, utterance('guidance', 'one two three four five'));
    expect(hear(100, cue('come-back-up'))).toEqual(['*adjust', en.cues['come-back-up']]);
    expect(hear(200, utterance('guidance', 'Rest now'))).toEqual([]);
    expect(hear(2700, { is: 'time' })).toEqual(['Rest now']);
  });

  it('says nothing but safety while a movement begins', () => {
    const { hear } = listener();
    hear(0, phase('ready', 'working'));
    expect(hear(700, cue('elbows-together'))).toEqual(['*adjust']);
    expect(hear(1499, { is: 'time' })).toEqual([]);
    expect(hear(1500, { is: 'time' })).toEqual([en.cues['elbows-together']]);
    hear(9000, phase('holding', 'returning'));
    expect(hear(9100, cue('come-back-up'))).toEqual(['*adjust', en.cues['come-back-up']]);
  });

  it('speaks as soon as a movement is over, however short it was', () => {
    const { hear } = listener();
    hear(0, phase('ready', 'working'));
    expect(hear(900, phase('working', 'holding'), event({ type: 'hold-started', end: 'up' }))).toEqual([
      '*hold-start',
      'Stay',
    ]);
    hear(6000, phase('holding', 'returning'));
    expect(hear(6800, repetition(1), phase('returning', 'ready'))).toEqual(['*rep', 'One']);
  });

  it('does not say the same twice at once', () => {
    const { hear } = listener();
    expect(hear(0, utterance('guidance', 'Rest now'), utterance('guidance', 'Rest now'))).toEqual(['Rest now']);
    expect(hear(5000, { is: 'time' })).toEqual([]);
  });
});

describe('praise', () => {
  const fault: AnnouncerInput = event({ type: 'fault-noticed', fault: 'elbows-drop' });
  const cleared: AnnouncerInput = event({ type: 'fault-cleared', fault: 'elbows-drop' });

  it('is for the first three good repetitions', () => {
    const { repeat } = listener();
    const praised = [1, 2, 3, 4].map((number) => repeat(number * 10_000, number).at(-1));
    expect(praised).toEqual([...en.voice.good, 'Four']);
  });

  it('is never for one with a fault, also one that has ended', () => {
    const { repeat } = listener();
    expect(repeat(0, 1, fault, cleared)).toEqual(['*rep', 'One']);
    expect(repeat(10_000, 2, fault)).toEqual(['*rep', 'Two']);
    expect(repeat(20_000, 3)).toEqual(['*rep', 'Three']);
    expect(repeat(30_000, 4, cleared)).toEqual(['*rep', 'Four']);
  });

  it('is for an improvement after a correction, once', () => {
    const { repeat } = listener();
    repeat(0, 1);
    repeat(10_000, 2, fault, cue('sit-tall'), cleared);
    repeat(20_000, 3, fault, cleared);
    expect(repeat(30_000, 4)).toEqual(['*rep', 'Four', en.voice.better]);
    expect(repeat(40_000, 5)).toEqual(['*rep', 'Five']);
  });

  it('is not for one that needed a correction on its way, but for the next that does not', () => {
    const { repeat } = listener();
    expect(repeat(0, 1, cue('elbows-together'))).not.toContain(en.voice.good[0]);
    expect(repeat(10_000, 2)).toEqual(['*rep', 'Two', en.voice.better]);
  });

  it('accounts for tempo faults only after the count', () => {
    const { hear } = listener();
    hear(0, phase('ready', 'working'));
    const fast: readonly AnnouncerInput[] = [
      repetition(1),
      event({ type: 'fault-noticed', fault: 'fast-return' }),
      event({ type: 'fault-cleared', fault: 'fast-return' }),
      phase('returning', 'ready'),
    ];
    expect(hear(4000, ...fast)).toEqual(['*rep', 'One']);
    expect(hear(5000, { is: 'time' })).toEqual([]);
  });

  it('is not for an attempt', () => {
    const { hear } = listener();
    hear(0, phase('ready', 'working'));
    const short = event(repAttempted({ kind: 'order' }));
    hear(4000, short, phase('returning', 'ready'));
    expect(hear(7000, { is: 'time' })).toEqual([]);
  });
});

describe('a count that the user corrected', () => {
  const corrected = (by: 1 | -1, number: number, side?: 'left' | 'right'): AnnouncerInput =>
    event({ type: 'count-corrected', by, of: 'own', number, ...(side ? { side } : {}) });

  it('is said, with its side, and sounds as a repetition or as a change', () => {
    const { hear } = listener();
    expect(hear(0, corrected(1, 8))).toEqual(['*rep', 'Eight now']);
    expect(hear(5000, corrected(-1, 2, 'left'))).toEqual(['*adjust', 'Left, two now']);
  });

  it('does not run into the counting: it waits for its turn, and is dropped where that comes too late', () => {
    const { hear } = listener();
    expect(hear(0, repetition(7))).toEqual(['*rep', 'Seven']);
    expect(hear(200, corrected(1, 8))).toEqual(['*rep']);
    expect(hear(640, { is: 'time' })).toEqual(['Eight now']);
    hear(5000, phase('ready', 'working'));
    expect(hear(5100, corrected(1, 9))).toEqual(['*rep']);
    expect(hear(6500, { is: 'time' })).toEqual([]);
  });
});

describe('how much is said', () => {
  const everything: readonly AnnouncerInput[] = [
    utterance('guidance', 'Rest now'),
    coaching({ phase: 'practice', hint: 'practise-once' }),
    cue('sit-tall'),
    event({ type: 'hold-completed', end: 'up' }),
    repetition(1),
    utterance('praise', 'Good'),
    cue('come-back-up'),
  ];
  const { cues, hints } = en;
  const words = {
    all: ['Rest now', hints['practise-once'], cues['sit-tall'], 'And back', 'One', 'Good', cues['come-back-up']],
    cues: ['Rest now', hints['practise-once'], cues['sit-tall'], 'And back', cues['come-back-up']],
    counts: ['Rest now', 'One', cues['come-back-up']],
    none: [cues['come-back-up']],
  };

  it.each(chattinesses)('%s', (chattiness) => {
    const { hear } = listener({ chattiness });
    const said = everything.flatMap((input, index) => hear(index * 5000, input));
    expect(said.filter((one) => !one.startsWith('*'))).toEqual(words[chattiness]);
    expect(said.filter((one) => one.startsWith('*'))).toEqual(['*adjust', '*hold-done', '*rep', '*adjust']);
  });

  it('takes at most seven words', () => {
    const spoken = [
      ...en.voice.good,
      en.voice.better,
      en.voice.onceMore,
      en.voice.allDone,
      en.voice.timeDone,
      en.voice.cannotSeeAll,
      en.voice.paused,
      en.voice.goOn,
      en.settings.sample,
      en.voice.counted(27, 'right', true),
      en.voice.corrected(27, 'right'),
    ];
    for (const one of spoken) expect(one).toMatch(/^\S+( \S+){0,6}$/);
  });
});
