import { plural, sideNames, time } from './amounts.ts';

const sessions = (count: number): string => plural(count, 'session', 'sessions');

/** The words of the report for a physiotherapist. */
export const report = {
  title: 'Report on home exercises',
  open: 'A page for your physiotherapist',
  back: 'Your history',
  lead: 'One page to print or to keep as a PDF. It goes only where you take it.',
  print: 'Print, or save as a PDF',
  period: 'Which time',
  periods: { 4: 'The last 4 weeks', 12: 'The last 12 weeks', all: 'All' },
  none: 'There is no session in this time. Choose a longer one.',
  name: 'Name',
  over: (from: string, to: string): string => `${from} to ${to}`,
  made: (app: string): string => `Made by ${app} from what a webcam saw. This is no measurement device.`,
  trained: 'Trained',
  trainedOn: (count: number, days: number): string => `${sessions(count)} on ${plural(days, 'day', 'days')}`,
  planned: 'Plan',
  plannedDays: (done: number, planned: number): string => `${done} of ${plural(planned, 'day', 'days')}`,
  plannedSince: (name: string, since: string): string => `${name}, since ${since}`,
  unplanned: 'There is no plan',
  before: 'Pain before',
  after: 'Pain afterwards',
  /** A median with its least and its most. */
  spread: (median: string, least: string, most: string): string =>
    least === most ? median : `${median} (${least} to ${most})`,
  of10: (spread: string): string => `${spread} of 10`,
  ratedIn: (count: number, of: number): string => `rated in ${count} of ${sessions(of)}`,
  unrated: 'not rated',
  change: ({ lower, same, higher }: { lower: number; same: number; higher: number }): string =>
    `Afterwards lower in ${lower}, the same in ${same}, higher in ${higher}.`,
  stopped: (pain: number, wrong: number): string =>
    [
      ...(pain > 0 ? [`Ended for pain: ${plural(pain, 'time', 'times')}.`] : []),
      ...(wrong > 0 ? [`Ended since something felt wrong: ${plural(wrong, 'time', 'times')}.`] : []),
    ].join(' '),
  table: 'Exercise by exercise',
  columns: {
    exercise: 'Exercise',
    range: 'Range, first and last',
    repetitions: 'Repetitions',
    held: 'Held',
    pain: 'Pain',
    notJudged: 'Could not be judged',
  },
  sessions,
  range: (side: 'left' | 'right' | undefined, first: string, last: string): string =>
    `${side ? `${sideNames[side]} ` : ''}${first} → ${last}`,
  rangeOnce: (side: 'left' | 'right' | undefined, only: string): string =>
    `${side ? `${sideNames[side]} ` : ''}${only}`,
  within: (amount: string): string => `each ± ${amount}`,
  noError: 'error unknown',
  usual: (amount: string): string => `usual ${amount}`,
  noNorm: 'no usual value known',
  noRange: 'none',
  byHand: (added: number, takenBack: number): string =>
    `by hand: ${[...(added > 0 ? [`${added} added`] : []), ...(takenBack > 0 ? [`${takenBack} taken back`] : [])].join(', ')}`,
  timed: (count: number): string => `${count} by the clock, not judged`,
  attempts: (count: number): string => `${plural(count, 'attempt', 'attempts')} not counted`,
  held: (spread: string): string => `${spread} s`,
  longest: (ms: number): string => `longest ${time(ms)}`,
  unseen: (ms: number): string => `out of sight ${time(ms)}`,
  notJudged: (name: string, ms: number): string => `${name} ${time(ms)}`,
  all: 'all was judged',
  howTo: {
    title: 'How to read it',
    lines: [
      'Repetitions, held time and pain are per session: the median, with the least and the most in brackets. Pain is the answer of the person, 0 to 10.',
      'Range is the furthest repetition that counted: the mean of the first and of the last three sessions in this time that one body model read. Two models do not compare.',
      'Angles are read from the picture of a webcam. Readings of the same body differ by 8 degrees within a session and by 10 between days, 12 in the neck; a smaller change means nothing. What could not be seen was not judged.',
      'Limber guides exercise. It is no measurement device and no medical device, and it does not diagnose or treat.',
    ],
  },
  madeWith: {
    title: 'Made with',
    app: (version: string | undefined): string => (version === undefined ? 'an earlier version' : `version ${version}`),
    model: { lightning: 'MoveNet Lightning', thunder: 'MoveNet Thunder', unknown: 'model not recorded' },
    place: { near: 'device on the desk', far: 'device about two metres away', unknown: 'place not recorded' },
    in: (what: string, count: number): string => `${what} (${sessions(count)})`,
  },
};
