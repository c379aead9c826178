/** A length of time as one plans with it: "about 12 minutes". */
const about = (minutes: number): string => (minutes === 1 ? 'about 1 minute' : `about ${minutes} minutes`);

const exercises = (count: number): string => (count === 1 ? '1 exercise' : `${count} exercises`);

const secondsOf = (seconds: number): string => (seconds === 1 ? '1 second' : `${seconds} seconds`);

/** What is said of routines: on the home screen, on a routine's own page, where one changes it, and between two exercises. */
export const routine = {
  /** The routines that are built in, by their ids. */
  names: { 'upper-back-relief': 'Upper-back relief', 'at-the-desk': 'At the desk' } as Readonly<Record<string, string>>,
  inOneLine: {
    'upper-back-relief': 'One after the other, with a rest between. Limber leads you through, hands-free.',
    'at-the-desk': 'A short break for neck and shoulders. Stay where you sit, the laptop where it stands for work.',
  } as Readonly<Record<string, string>>,
  unnamed: 'My routine',
  about,
  exercises,
  turns: (count: number): string =>
    count === 0 ? 'No turning' : count === 1 ? 'You turn your chair once' : `You turn your chair ${count} times`,
  steps: 'Exercises of this routine',
  start: 'Start with camera',
  open: 'See what it asks of you',
  watch: 'Watch the figure do it',
  change: 'Change it',
  remove: 'Delete',
  removed: (name: string): string => `"${name}" is deleted.`,
  undo: 'Bring it back',
  leftOut: (count: number): string =>
    `${exercises(count)} of it ${count === 1 ? 'is' : 'are'} not in Limber any more, so the routine goes on without.`,
  empty: 'There is no exercise in it yet, so there is nothing to start. Add one.',
  back: 'Home',
  restBetween: (seconds: number): string =>
    seconds === 0 ? 'No rest between' : `${secondsOf(seconds)} of rest between, longer if you like`,
  handsFree: 'It begins by itself once you sit ready, and pauses when you leave.',
  asks: 'It asks how much it hurts, before and after. You need not answer.',
  whatHappens: 'What happens',
  own: {
    title: 'Your own routines',
    none: 'None yet. Choose the exercises that do you good, in the order you like.',
    make: 'Make your own routine',
  },
  editor: {
    title: 'Your routine',
    back: 'Home',
    name: 'Name',
    saved: 'Every change is kept at once, on this device.',
    chosen: 'Your exercises, in order',
    add: 'Add an exercise',
    addOne: (name: string): string => `Add ${name}`,
    up: (name: string): string => `${name}: move up`,
    down: (name: string): string => `${name}: move down`,
    take: (name: string): string => `${name}: take out`,
    reps: 'Repetitions',
    hold: 'Hold',
    rest: 'Rest between exercises',
    seconds: (count: number): string => `${count} s`,
    less: (what: string): string => `${what}: less`,
    more: (what: string): string => `${what}: more`,
    doseOf: (name: string, what: string): string => `${name}: ${what.toLowerCase()}`,
    view: { front: 'Facing the camera', side: 'Sideways' },
    total: 'In all',
    manyTurns: (count: number): string =>
      `You would turn your chair ${count} times. Those that face the camera first, and you turn once.`,
    frontsFirst: 'Put them in that order',
    added: (name: string, count: number): string => `${name} added. ${exercises(count)}.`,
    taken: (name: string, count: number): string => `${name} taken out. ${exercises(count)}.`,
    moved: (name: string, place: number, of: number): string => `${name} is now number ${place} of ${of}.`,
    sorted: 'Those that face the camera come first now.',
    remove: 'Delete this routine',
    gone: 'This routine is deleted.',
  },
  rest: {
    next: 'Next',
    figure: (name: string): string => `A figure shows the ${name.toLowerCase()}`,
    turn: { front: 'Turn to face the camera', side: 'Turn sideways' },
    left: 'Seconds of rest left',
    seconds: 'seconds',
    paused: 'Paused',
    go: 'Start now',
    longer: '20 s longer',
    repeat: 'Do the last one again',
    pause: 'Wait',
    resume: 'Go on',
    end: 'End',
  },
  resume: {
    title: 'Go on where you stopped?',
    line: (name: string, done: number, of: number): string =>
      of === 1 ? `${name}, begun` : `${name}: ${done} of ${exercises(of)} done`,
    go: 'Go on',
    forget: 'No, leave it',
    startOver: 'Start over',
    byItself: 'It goes on by itself.',
    paused: 'It waits for you.',
    /** Said where the same session runs in another tab. */
    elsewhere: {
      title: 'You are already training in another tab',
      line: (name: string): string => `${name} is under way there. If you close this tab midway, you cannot resume it.`,
      go: 'Train here as well',
      home: 'Home',
    },
  },
};
