import { plural, seconds, time } from './amounts.ts';

const sessions = (count: number): string => plural(count, 'session', 'sessions');

/** The words of the history: what was done on which day, and how it changes. */
export const history = {
  title: 'Your history',
  lead: 'It is on this device, and it is yours: look at it, take it with you, or delete it.',
  back: 'Home',
  link: 'Your history',
  empty: {
    title: 'Nothing here yet',
    line: 'After your first session you find it here, day by day: how far you went, how long you held, and how it felt. Nothing of it leaves this device.',
    start: 'Choose an exercise',
  },
  reading: 'One moment',
  recordings: 'Recordings of your movements, and the Lab',
  unreadable:
    'This recording is not here, or cannot be read. One that is damaged is put aside: you find it in your history.',
  byExercise: {
    title: 'How it changes',
    open: (times: string, last: string): string => `${times}, last on ${last}`,
    sessions,
  },
  sessions: {
    title: 'Session by session',
    at: (clock: string): string => `at ${clock}`,
    open: 'Open',
    remove: 'Delete',
    removed: (name: string, day: string): string => `${name} of ${day} is deleted.`,
    undo: 'Bring it back',
    more: (count: number): string => `Show ${count} earlier ones`,
    shown: (shown: number, all: number): string => `${shown} of ${sessions(all)}`,
    exercises: (count: number): string => plural(count, 'exercise', 'exercises'),
    repetitions: (count: number): string => plural(count, 'repetition', 'repetitions'),
    timed: (count: number): string => `${plural(count, 'repetition', 'repetitions')} by the clock`,
    held: (ms: number): string => `held ${time(ms)}`,
    pain: (before: number | undefined, after: number | undefined): string =>
      before === undefined
        ? `pain ${after ?? ''} of 10 afterwards`
        : after === undefined
          ? `pain ${before} of 10 before`
          : `pain ${before} before, ${after} afterwards`,
    added: (count: number): string => `${count} by your own count`,
    takenBack: (count: number): string => `${count} taken back by you`,
    ends: {
      completed: '',
      person: 'ended early',
      pain: 'stopped for pain',
      'red-flag': 'stopped: something felt wrong',
      'source-ended': 'the camera stopped',
      left: 'left unfinished',
    },
  },
  session: {
    back: 'Your history',
    on: (day: string, clock: string): string => `${day}, ${clock}`,
    note: 'A note of your own',
    noteHint: 'What you want to remember, such as how you slept. It is kept as you write.',
    kept: 'Kept.',
    gone: 'This session is not here',
    goneLine: 'It may have been deleted, or it could not be read.',
    unknown: (names: string): string => `${names}: this Limber has no such exercise, so only the file can show it.`,
  },
  keeping: {
    kept: 'This session is kept on this device.',
    memory: 'This browser could not keep this session. It lasts until you close the page; "Save as a file" keeps it.',
    dropped: 'This session is not kept.',
    drop: 'Do not keep it',
    restore: 'Keep it after all',
  },
  data: {
    title: 'Your data',
    kept: 'Your browser has promised to keep this until you delete it.',
    mayGo:
      'Browsers may delete what a page keeps: when the disk is full, when you clear site data, in a private window, and some after a week without a visit. A file is safe from that.',
    old: (day: string): string =>
      `Your last file of all sessions is from ${day}. Since then more has come. Save a new one.`,
    never: 'There is no file of your sessions yet. Save one, so that nothing can be lost.',
    save: 'Save all as a file',
    table: 'Save as a table',
    tableHint: 'The file can be brought in again, here or on another device. The table is for a spreadsheet.',
    empty:
      'Once you have trained, you can save it all as a file here. If you have one from another device, bring it in.',
    saving: (percent: number): string => `Writing the file: ${percent} %`,
    bring: 'Bring in a file',
  },
  bringIn: {
    reading: (percent: number): string => `Reading the file: ${percent} %. Nothing is changed yet.`,
    bringing: (percent: number): string => `Bringing it in: ${percent} %`,
    cancel: 'Cancel',
    title: (name: string): string => `What "${name}" would change`,
    adds: (count: number): string => `${sessions(count)} would be added`,
    replaces: (count: number): string => `${sessions(count)} would be replaced by a later version`,
    same: (count: number): string => `${count === 1 ? '1 is' : `${count} are`} here already, the same`,
    stays: (count: number): string => `${count === 1 ? '1 stays' : `${count} stay`} as here, which is later`,
    refused: (count: number): string => `${plural(count, 'part', 'parts')} cannot be brought in:`,
    moreRefused: (count: number): string => `and ${count} more`,
    plan: {
      adds: 'your plan would be added',
      replaces: 'your plan would be replaced by a later one',
      same: 'your plan is here already, the same',
      stays: 'your plan stays as here, which is later',
    },
    nothing: 'There is nothing new in it. Nothing would be changed.',
    untouched: 'What is here and not in the file stays.',
    go: (count: number): string => (count === 0 ? 'Bring in the plan' : `Bring in ${sessions(count)}`),
    close: 'Close',
    done: (added: number, replaced: number, isPlanned = false): string =>
      [
        `${sessions(added)} added`,
        ...(replaced > 0 ? [`${replaced} replaced`] : []),
        ...(isPlanned ? ['the plan as well'] : []),
      ].join(', ') + '.',
    wholeFile: 'The file',
    numbered: (number: number): string => `Session ${number} of the file`,
    troubles: {
      'not-json': 'this is no file of Limber, or it is damaged',
      'not-of-limber': 'this is not of Limber',
      newer: 'a later Limber wrote it; reload Limber to get the new version',
      invalid: 'a part of it is wrong',
      'too-large': 'it is larger than anything that Limber writes',
      checksum: 'it was changed or damaged after it was saved',
      'cut-off': 'the file ends too early or cannot be read',
      twice: 'the same session comes twice',
      'no-room': 'there is no room on this device',
    },
  },
  memory: {
    title: 'Kept only until you close this page',
    full: (count: number): string =>
      `The storage of this browser is full. ${sessions(count)} could not be kept. Save them as a file before you leave.`,
    other: (count: number): string =>
      `This browser keeps nothing for Limber now, as in a private window. ${sessions(count)} could not be kept. Save them as a file before you leave.`,
    save: 'Save what is not kept',
  },
  trouble:
    'What is kept on this device cannot be read now. It may be in use by another tab, or blocked by the browser.',
  damaged: {
    title: (count: number): string => `${plural(count, 'record', 'records')} cannot be read`,
    line: 'They are put aside; all others are fine. Save them as a file, perhaps they can be repaired.',
    save: 'Save them as a file',
    drop: 'Delete them',
  },
  deleteAll: {
    open: 'Delete everything',
    title: 'Delete everything about you?',
    line: (count: number): string =>
      `${count === 0 ? 'Unfinished sessions' : `${sessions(count)} with all notes, unfinished sessions`}, your own routines, your plan, your ranges and your settings go from this device. It cannot be undone.`,
    keep: 'No, keep it',
    go: 'Yes, delete everything',
  },
  progress: {
    back: 'Your history',
    none: 'There is nothing to draw yet. After a session of this exercise you see it here.',
    one: 'One session is a beginning. With the next one you see where it goes.',
    range: 'How far you go',
    rangeNote: 'The furthest repetition that counted.',
    errorNote: (amount: string): string => `A thin line up and down says how sure a reading is: within ${amount}.`,
    held: 'Held, in a session',
    heldUnit: 'seconds',
    repetitions: 'Repetitions, in a session',
    repetitionsUnit: 'repetitions',
    pain: 'Pain',
    painUnit: '0 to 10',
    before: 'Before',
    after: 'Afterwards',
    each: {
      session: 'Each point is a session.',
      day: 'Each point is a day.',
      week: 'Each point is the mean of a week.',
      month: 'Each point is the mean of a month.',
      quarter: 'Each point is the mean of three months.',
    },
    band: 'Too small to mean anything',
    bandNote: (amount: string): string =>
      `From day to day, a change of up to ${amount} means nothing: bodies and cameras vary by as much. The band lies around your first sessions.`,
    withinNote: (amount: string): string => `Within one session, up to ${amount} means nothing.`,
    noBand: 'How much of a change means something is not known for this.',
    otherModel: (day: string): string =>
      `Since ${day} another body model reads the picture. What it reads does not compare with what came before, so the line is broken there.`,
    lower: 'Lower is further here.',
    time: 'Day',
    days: 'day',
    with: (label: string, count: number): string => `${label}, ${sessions(count)}`,
    weekOf: (day: string): string => `Week of ${day}`,
    seconds: (value: number): string => seconds(value * 1000),
    description: (what: {
      readonly points: number;
      readonly first: string;
      readonly last: string;
      readonly from: string;
      readonly to: string;
    }): string =>
      what.points === 1
        ? `One point, ${what.first}: ${what.from}.`
        : `${what.points} points from ${what.first} to ${what.last}, between ${what.from} and ${what.to}.`,
  },
};
