import { plural, seconds } from './amounts.ts';

/** A time in a recording, such as "0:05.27". */
const moment = (ms: number): string => {
  const hundredths = Math.round(ms / 10);
  const [minutes, rest] = [Math.floor(hundredths / 6000), hundredths % 6000];
  return `${minutes}:${(rest / 100).toFixed(2).padStart(5, '0')}`;
};

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** How long something lasts: seconds, or minutes. */
const length = (ms: number): string => (ms < 60_000 ? seconds(ms) : `${moment(ms).slice(0, -3)} min`);

/** The words of the Lab, which are fetched with its code. */
export const lab = {
  title: 'Lab',
  lead: 'See what Limber measures, as it measures it, and why it decides as it does.',
  back: 'Home',
  sources: {
    title: 'What is watched',
    names: { recording: 'Recording', camera: 'Camera', file: 'Film', figure: 'Figure' },
  },
  judgedBy: {
    title: 'Judged by',
    exercise: 'Exercise',
    view: 'View',
    views: { front: 'Front', side: 'Side' },
    range: 'Goals',
    ranges: { norm: 'The usual ones', personal: 'Your own, after a practice', made: 'As in the session' },
  },
  live: {
    start: 'Start',
    stop: 'Stop',
    picture: 'What is watched, with the body that is seen',
    stopped: 'Stopped. You can go through it picture by picture.',
    replay: 'Go through it',
    keep: 'Keep this recording',
    kept: 'Kept on this device.',
    notKept: 'This browser has no room for it. Save it as a file before you leave.',
    save: 'Save as a file',
    safety: 'Before Limber watches you move, please read what to mind.',
    safetyLink: 'Read it',
    chooseFilm: 'Choose a video file',
  },
  recordings: {
    title: 'Your recordings',
    none: 'None yet. Switch them on in the settings, or press K in an exercise.',
    settings: 'To the settings',
    total: (count: number, bytes: number): string =>
      `${plural(count, 'recording', 'recordings')}, ${megabytes(bytes)}.`,
    facts: (day: string, lasts: number, bytes: number): string => `${day}, ${length(lasts)}, ${megabytes(bytes)}`,
    open: 'Open',
    save: 'Save',
    remove: 'Delete',
    removed: (name: string): string => `Deleted: ${name}.`,
    undo: 'Bring it back',
    file: 'Open a file',
    inMemory: 'only until you close this page',
    notKept: 'What was recorded could not be kept on this device. Save it as a file before you leave.',
    refused: (why: string, detail: string): string =>
      `The file cannot be opened: ${why}${detail ? ` (${detail})` : ''}.`,
    reading: (percent: number): string => `Judging, ${percent} %`,
  },
  transport: {
    label: 'Replay',
    play: 'Play',
    pause: 'Pause',
    back: 'Picture before',
    on: 'Picture after',
    speed: 'Speed',
    speeds: (speed: number): string => `${speed} x`,
    place: 'Place in the recording',
    at: (at: number, of: number, index: number): string => `${moment(at)} of ${moment(of)}, picture ${index + 1}`,
    keys: 'Keys: space plays and pauses, the left and right arrows go picture by picture.',
  },
  machine: {
    title: 'Where it is',
    phases: 'Phases',
    repetitions: (done: number, attempts: number): string =>
      `${plural(done, 'repetition', 'repetitions')}, ${plural(attempts, 'attempt', 'attempts')} not counted`,
    hint: 'It asks for',
    startPosture: 'Start position',
    taken: 'taken',
    notTaken: 'not taken yet',
    required: 'Required position',
    standing: { inside: 'kept', outside: 'not kept', unseen: 'not seen' },
    way: 'Way from rest',
    wayOf: (now: string, opens: string): string => `${now}; an attempt opens beyond ${opens}`,
    progress: (now: string, counts: string, goal: string): string =>
      `${now}; it counts from ${counts}, the goal is ${goal}`,
    furthest: 'Furthest so far',
    hold: 'Hold',
    held: (held: number, of: number, isRunning: boolean): string =>
      `${seconds(held)} of ${seconds(of)}, ${isRunning ? 'running' : 'stopped'}`,
    unseen: 'Longest unseen',
    quiet: 'Nothing is judged in this phase.',
  },
  measures: {
    title: 'Measures',
    none: 'They are read once your rest position is known.',
    name: 'Measure',
    value: 'Reading',
    confidence: 'Confidence',
    noise: 'Noise',
    rules: 'Rules',
    unseen: 'not seen',
    within: (amount: string): string => `± ${amount}`,
    noNoise: 'not measured',
    bounds: {
      above: (value: string): string => `from ${value} up`,
      below: (value: string): string => `down to ${value}`,
    },
    until: (value: string): string => `, until ${value}`,
    rests: 'rest',
    start: 'start',
    required: 'required',
  },
  faults: {
    title: 'Faults',
    none: 'This exercise has none to watch.',
    states: {
      off: 'not seen',
      seen: (forMs: number, of: number): string => `seen for ${seconds(forMs)} of ${seconds(of)}`,
      noticed: 'noticed',
    },
  },
  events: {
    title: 'Events',
    none: 'Nothing has happened yet.',
    all: 'All events',
    at: moment,
    go: (at: number): string => `go to ${moment(at)}`,
  },
  misses: {
    title: 'Why did it not count?',
    none: 'Every attempt counted, or there was none.',
    noneYet: 'No attempt has failed yet.',
    heading: (from: number | undefined, at: number, side: string): string =>
      `${from === undefined ? '' : `${moment(from)} to `}${moment(at)}${side ? `, ${side}` : ''}`,
    far: 'The movement was far from the exercise: hardly begun, or the required position was never taken. So nothing was said about it.',
    range: (furthest: string, counted: string, shortBy: string): string =>
      `It went to ${furthest}. It counts from ${counted} on, so ${shortBy} was missing.`,
    goal: (goal: string, tolerance: string, rest: string): string =>
      `The goal is ${goal}, of which ${tolerance} is let off; distances count from ${rest}, your rest.`,
    goalOnly: (goal: string, tolerance: string): string => `The goal is ${goal}, of which ${tolerance} is let off.`,
    hold: (held: number, of: number): string => `It was held for ${seconds(held)} of ${seconds(of)}.`,
    holdBounds: (enter: string, leave: string): string =>
      `The time runs from ${enter} on, and stops once ${leave} is lost for longer than 0.4 s.`,
    posture: (name: string, read: string, enter: string, leave: string): string =>
      `${name}: it read ${read}. Required is ${enter}; it is lost beyond ${leave}.`,
    postureTime: (ms: number): string => `A loss of up to ${seconds(ms)} is let off.`,
    unseen: (forMs: number, upTo: number, short: number): string =>
      `The arms or the head were not seen for ${seconds(forMs)}. Up to ${seconds(upTo)} is let off, and ${seconds(short)} where it would have fallen short.`,
    order: 'The second part was not done after the first one.',
    dose: (reps: number): string => `This side had done its ${reps} already.`,
    interrupted: 'The exercise was ended, or your rest position was taken again, before it was over.',
  },
};

/** The words of the Lab; English is the pattern. */
export type LabTexts = typeof lab;
