import type { Side } from '../../engine/pose/keypoints.ts';
import { plural, seconds, sideNames, time } from './amounts.ts';

const times = (count: number): string => plural(count, 'time', 'times');
const often = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : times(count));

/** What is said after an exercise and after a routine, in English. */
export const summary = {
  done: 'Well done',
  some: 'That was a good start',
  none: 'No repetition this time',
  stopped: 'You stopped. That was right',
  repetitions: 'Repetitions',
  /** Which arm trained, where one did alone. */
  arm: 'Trained arm',
  /** Of the repetitions, those that the person added; and those of mine that the person took back. */
  ownCount: 'Of them by your own count',
  takenBack: 'Taken back by you',
  ofOwnCount: (added: number): string => `${added} of them by your own count`,
  ofTakenBack: (takenBack: number): string => `${takenBack} taken back by you`,
  timed: (count: number): string => `${times(count)}, by the clock, not judged`,
  notWellSeen: 'Without a practice that I could see well, I kept the time and judged nothing.',
  notJudgedByChoice: 'As you chose, I kept the time and judged nothing.',
  held: 'Held',
  best: 'Furthest',
  duration: 'Time',
  each: 'Each repetition',
  repetition: (number: number, side: Side | undefined): string =>
    side ? `${sideNames[side]}, repetition ${number}` : `Repetition ${number}`,
  ranges: 'How far you go',
  range: 'Your range',
  furthest: 'Furthest today',
  furthestOf: (amount: string): string => `furthest ${amount}`,
  /** Beside what is usual; `undefined` where nothing is known to be. */
  usual: (own: string, usual: string | undefined): string =>
    usual === undefined ? `${own}; no usual value is known` : `${own}; usual ${usual}`,
  fullHeight: 'To the full height',
  fullOf: (full: number, of: number): string => `${full} of ${of}`,
  ownScale: 'There is no usual amount of this. You are compared with your own practice.',
  eased: (count: number): string =>
    count === 1 ? 'The target was eased by a tenth.' : `The target was eased by a tenth, ${often(count)}.`,
  attempts: 'Did not count, and why',
  corrections: 'What came up',
  times,
  perhaps: (words: string): string => `Perhaps: ${words}`,
  clean: 'Nothing to correct. Lovely movement.',
  notSeen: 'What I could not see',
  unseen: (ms: number): string => `You were out of sight for ${time(ms)}.`,
  notJudged: (name: string, ms: number): string => `${name}, for ${time(ms)}`,
  /** Too few pictures came to judge the tempo of some or all repetitions. */
  tempoNotJudged: (count: number, of: number): string =>
    count === of
      ? 'Too few pictures a second came to judge your tempo. Your repetitions and holds count.'
      : `Too few pictures a second came to judge the tempo of ${count} of your ${of} repetitions. They count all the same.`,
  /** The session ended before it was judged; `missing`: what set-up asked for longest. */
  unbegun: (missing: string | undefined): string =>
    missing === undefined ? 'It ended before I could judge it.' : `I could not judge it yet: "${missing}".`,
  allSeen: 'I could see all I needed.',
  again: 'Again',
  home: 'Home',
  save: 'Save as a file',
  print: 'Print',
  /** The head of a printed page: the app and the day. */
  printed: (app: string, day: string): string => `${app}, ${day}`,
  pace: {
    title: 'Your pace',
    out: 'Out',
    held: 'Hold',
    back: 'Back',
    took: (ms: number, planned: number | undefined): string =>
      planned === undefined ? `about ${seconds(ms)}` : `about ${seconds(ms)}; planned ${seconds(planned)}`,
    heldFor: (ms: number, planned: number | undefined): string =>
      planned === undefined ? seconds(ms) : `${seconds(ms)}; planned ${seconds(planned)}`,
    smoothness: 'Smooth',
    smooth: (of: number): string => `yes, in ${of === 1 ? 'the one' : `all ${of}`} that I could judge`,
    jerky: (count: number, of: number): string => `stops in ${count} of ${of}`,
    notJudged: 'not judged: too short or too slow',
  },
  pain: {
    title: 'How it feels',
    of: (value: number): string => `${value} of 10`,
    before: 'Before',
    during: 'In between',
    after: 'Afterwards',
    notAnswered: 'not answered',
    easier: 'It feels easier than before.',
    same: 'It feels as before.',
    more: 'It feels worse than before. Rest now, and do less next time. If it has not settled by tomorrow, ask your doctor or physiotherapist.',
  },
  nextTime: 'One thing for next time',
  advice: {
    stop: {
      what: 'Rest now, and go much easier next time',
      why: 'Pain of 6 or more is too much. If it does not settle, ask your doctor or physiotherapist.',
    },
    ease: { what: 'Go a little less far next time', why: 'Some pain is all right if it has settled by tomorrow.' },
    lessFar: {
      what: 'Stop a little earlier',
      why: (count: number): string => `Further is not better here. It came up ${often(count)}.`,
    },
    beSeen: {
      what: 'Give the camera a better view',
      why: 'From your head to your hips, with light from the front. Then I can judge and count.',
    },
    cue: (count: number): string => `It came up ${often(count)}. All the rest can stay as it is.`,
    attempt: {
      unseen: 'Give the camera a better view',
      posture: 'Keep the position from beginning to end',
      order: 'One way first, then the other',
      range: 'A little further, if it is easy',
      hold: 'Stay a moment longer',
      return: 'Come back slowly',
    },
    wouldCount: (count: number): string => (count === 1 ? 'Then one more counts.' : `Then ${count} more count.`),
    begin: { what: 'Try one, slowly', why: 'One easy repetition is a fine beginning.' },
    again: { what: 'The same again tomorrow', why: 'There is nothing to change. Lovely.' },
    asMany: { what: 'The same again, as many as feel good', why: 'There is nothing to change in how you move.' },
    /** In which exercise of a routine. */
    in: (name: string): string => `In the ${name.toLowerCase()}`,
  },
  chart: {
    title: 'How it went',
    none: 'There is nothing to draw: the movement was not judged.',
    units: { degrees: 'degrees', ratio: 'per cent' },
    bands: { out: 'Out', hold: 'Hold', back: 'Back', paused: 'Out of sight', 'set-up': 'Getting set' },
    /** An end that is not held. */
    there: 'There',
    held: 'Held',
    target: 'Target',
    targetOf: (of: string, amount: string): string => `Target${of && `, ${of.toLowerCase()}`}: ${amount}`,
    counted: 'Repetition',
    notCounted: 'Not counted',
    notCountedFor: (why: string): string => `Not counted: ${why}`,
    sideLetters: { left: 'L', right: 'R' },
    said: 'What I said, and when',
    at: (ms: number): string => `${Math.round(ms / 1000)} s`,
    seconds: 'seconds',
    time: 'Seconds',
    table: 'The numbers as a table',
    unseen: 'not seen',
    description: (what: {
      readonly ms: number;
      readonly counted: number;
      readonly notCounted: number;
      readonly from: string;
      readonly to: string;
      readonly cues: number;
    }): string =>
      [
        `Over ${time(what.ms)}, between ${what.from} and ${what.to}.`,
        `${plural(what.counted, 'repetition', 'repetitions')} counted, ${what.notCounted} not.`,
        what.cues > 0 ? `I said something ${often(what.cues)}; it is listed below.` : '',
      ]
        .filter(Boolean)
        .join(' '),
  },
  routine: {
    done: 'Well done. That was all of it',
    some: 'Well done, as far as you went',
    none: 'Not today, then',
    exercises: 'Exercises',
    doneOf: (done: number, all: number): string => `${done} of ${all}`,
    notDone: 'Not done',
    skipped: 'Left out today',
    each: 'Exercise by exercise',
    counts: (done: number, all: number): string => `${done} of ${plural(all, 'repetition', 'repetitions')}`,
    heldFor: (ms: number): string => `held ${seconds(ms)} in all`,
  },
};
