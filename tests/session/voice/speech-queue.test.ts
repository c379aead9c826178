import { describe, expect, it } from 'vitest';
import { saying, type UtteranceKind, type Utterance } from '../../../src/session/voice/utterances.ts';
import {
  moving,
  silent,
  still,
  advanceQueue,
  nextTurnAt,
  type SpeechQueue,
} from '../../../src/session/voice/speech-queue.ts';

/** An input of the announcer: these utterances at a time, ms; or the begin or end of a movement. */
type Step = readonly [at: number, ...remarks: readonly Utterance[]] | readonly [at: number, 'moving' | 'still'];

const isMovement = (step: Step): step is readonly [number, 'moving' | 'still'] => typeof step[1] === 'string';

/** Goes through the steps, and looks again whenever an utterance is due; returns when each was said, in order. */
const saidIn = (steps: readonly Step[], rate = 1): readonly (readonly [number, string])[] => {
  let turns: SpeechQueue = silent;
  const said: (readonly [number, string])[] = [];
  const take = (at: number, remarks: readonly Utterance[]): void => {
    const [next, spoken] = advanceQueue(turns, remarks, rate, at);
    turns = next;
    said.push(...spoken.map(({ words }) => [at, words] as const));
  };
  const waitUntil = (until: number): void => {
    for (let due = nextTurnAt(turns); due !== undefined && due < until; due = nextTurnAt(turns)) take(due, []);
  };
  for (const step of [...steps, [1e6] as const]) {
    const [at, ...remarks] = step;
    waitUntil(at);
    if (isMovement(step)) turns = step[1] === 'moving' ? moving(turns, at) : still(turns);
    else take(at, remarks as readonly Utterance[]);
  }
  return said;
};

const say = (kind: UtteranceKind, words: string): Utterance => saying(kind, words);
/** The duration of four words: 0.25 s of breath and four times 0.39 s. */
const fourWords = 250 + 4 * 390;

describe('taking turns', () => {
  it('says at once what comes in silence', () => {
    expect(saidIn([[500, say('count', 'two')]])).toEqual([[500, 'two']]);
  });

  it('lets an utterance end, and then says what waited', () => {
    expect(
      saidIn([
        [0, say('guidance', 'now we begin again')],
        [100, say('correction', 'elbows up')],
      ]),
    ).toEqual([
      [0, 'now we begin again'],
      [fourWords, 'elbows up'],
    ]);
  });

  it('takes half as long in a voice that is twice as fast, except for the breath', () => {
    const steps: readonly Step[] = [
      [0, say('guidance', 'now we begin again')],
      [100, say('correction', 'elbows up')],
    ];
    expect(saidIn(steps, 2)[1]).toEqual([250 + 2 * 390, 'elbows up']);
  });

  it('keeps one utterance waiting: the newest of the most urgent', () => {
    const waiting = (...later: readonly Utterance[]) =>
      saidIn([
        [0, say('guidance', 'now we begin again')],
        ...later.map((utterance) => [100, utterance] as const),
      ])[1]?.[1];
    expect(waiting(say('correction', 'first'), say('correction', 'second'))).toBe('second');
    expect(waiting(say('correction', 'first'), say('praise', 'well done'))).toBe('first');
    expect(waiting(say('praise', 'well done'), say('correction', 'first'))).toBe('first');
  });

  it('lets only safety interrupt, and drops what waited', () => {
    const steps: readonly Step[] = [
      [0, say('guidance', 'now we begin again')],
      [100, say('correction', 'elbows up')],
      [200, say('safety', 'ease off')],
    ];
    expect(saidIn(steps)).toEqual([
      [0, 'now we begin again'],
      [200, 'ease off'],
    ]);
    expect(saidIn([steps[0] ?? [0], [200, say('cannot-see', 'move back')]])).toEqual([
      [0, 'now we begin again'],
      [fourWords, 'move back'],
    ]);
  });

  it('does not repeat the current utterance', () => {
    const twice = say('safety', 'ease off');
    expect(
      saidIn([
        [0, twice],
        [300, twice],
      ]),
    ).toEqual([[0, 'ease off']]);
    expect(
      saidIn([
        [0, twice],
        [2000, twice],
      ]),
    ).toEqual([
      [0, 'ease off'],
      [2000, 'ease off'],
    ]);
  });

  it('drops what waited too long to be true: a count within a second, a correction after three', () => {
    const long = say('guidance', 'one two three four five six seven eight');
    const until = 250 + 8 * 390;
    expect(
      saidIn([
        [0, long],
        [100, say('count', 'two')],
      ]),
    ).toEqual([[0, long.words]]);
    expect(
      saidIn([
        [0, long],
        [until - 700, say('count', 'two')],
      ])[1],
    ).toEqual([until, 'two']);
    expect(
      saidIn([
        [0, long],
        [until - 3100, say('correction', 'elbows up')],
      ]),
    ).toHaveLength(1);
    expect(
      saidIn([
        [0, long],
        [until - 2900, say('correction', 'elbows up')],
      ]),
    ).toHaveLength(2);
  });
});

describe('the begin of a movement', () => {
  it('silences everything but safety', () => {
    expect(
      saidIn([
        [0, 'moving'],
        [200, say('correction', 'elbows up')],
      ]),
    ).toEqual([[1500, 'elbows up']]);
    expect(
      saidIn([
        [0, 'moving'],
        [200, say('safety', 'ease off')],
      ]),
    ).toEqual([[200, 'ease off']]);
  });

  it('lets the current utterance go on; the next waits for both', () => {
    const steps: readonly Step[] = [
      [0, say('guidance', 'now we begin again')],
      [1000, 'moving'],
      [1100, say('correction', 'elbows up')],
    ];
    expect(saidIn(steps)[1]).toEqual([2500, 'elbows up']);
  });

  it('ends with the movement, however short', () => {
    expect(
      saidIn([
        [0, 'moving'],
        [300, 'still'],
        [400, say('correction', 'elbows up')],
      ]),
    ).toEqual([[400, 'elbows up']]);
  });
});

it('nothing is due where nothing waits', () => {
  expect(nextTurnAt(silent)).toBeUndefined();
  expect(nextTurnAt(moving(silent, 100))).toBeUndefined();
  const [speaking] = advanceQueue(silent, [say('hint', 'sit still')], 1, 0);
  expect(nextTurnAt(speaking)).toBeUndefined();
});
