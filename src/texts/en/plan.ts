import { plural } from './amounts.ts';

/** A dose in a few words: "2 sets of 10", "5 times, held 6 seconds". */
const dose = ({ sets, reps, holdSeconds }: { sets: number; reps: number; holdSeconds?: number }): string => {
  const times = sets > 1 ? `${plural(sets, 'set', 'sets')} of ${reps}` : plural(reps, 'time', 'times');
  return holdSeconds === undefined ? times : `${times}, held ${plural(holdSeconds, 'second', 'seconds')}`;
};

/** The words of the plan: what is due, what last time was like, how much next time, and where it is changed. */
export const plan = {
  offer: 'If you like, make a plan: how often, and what. Here you then see what is due.',
  make: 'Make a plan',
  dose,
  today: {
    title: 'Today',
    due: (name: string): string => `${name} is due today`,
    done: 'That is it for today',
    later: 'Nothing is due today',
    before: 'Your plan has not begun yet',
    next: (day: string): string => `Next: ${day}.`,
    last: (day: string): string => `Last time, ${day}:`,
    first: 'It would be the first time.',
    start: 'Start with camera',
    anyway: 'Train all the same',
    change: 'See or change the plan',
    gone: 'The routine of your plan is not here any more.',
    choose: 'Choose another',
    reading: 'One moment',
  },
  next: {
    title: 'How much next time',
    more: (exercise: string, to: string, from: string): string =>
      `${exercise}: ${to}, if you like. So far it was ${from}.`,
    less: (exercise: string, to: string, from: string): string => `${exercise}: rather ${to}. So far it was ${from}.`,
    because: {
      pain: 'It hurt last time.',
      'much-left': 'Half of it was enough, the last two times.',
      'all-done': 'You did all of it twice, and it did not hurt more afterwards.',
    },
    same: {
      'felt-wrong':
        'Something felt wrong lately. Ask your doctor or physiotherapist before you go on. Nothing is added.',
      pain: 'It hurt lately, so nothing is added. Do as much as feels good.',
      'pain-rose': 'It hurt more afterwards than before, so nothing is added.',
      'pain-unknown':
        'How much: the same as last time. I propose more only where you say how much it hurts, before and after.',
      away: 'It has been a while. Begin with what feels good; less is fine.',
      'not-judged': 'How much: the same as last time. I only kept the time, so I do not know how it went.',
      'not-yet': 'How much: the same as last time.',
      'at-most': 'How much: the same as last time. More than this is not needed.',
    },
    use: 'Yes, plan it so',
    used: (exercise: string, to: string): string => `${exercise} is now ${to} in your plan.`,
    undo: 'As it was',
  },
  editor: {
    title: 'Your plan',
    lead: 'For you alone: nobody is told, and nothing is counted against you.',
    back: 'Home',
    what: 'What',
    routines: 'Routines',
    exercises: 'One exercise',
    gone: 'Not here any more',
    often: 'How often',
    times: 'So many times a week, on any days',
    aWeek: 'Times a week',
    weekdays: 'On certain days',
    days: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
    when: 'When',
    time: 'At',
    since: 'From',
    sinceHint: 'If you choose other days or another routine, the plan begins anew with today.',
    howMuch: 'How much',
    howMuchHint: 'This is what the plan trains. It changes only when you change it.',
    sets: 'Sets',
    asUsual: 'As it was meant',
    keep: 'Keep this plan',
    kept: 'Every change is kept at once, on this device.',
    notKept: 'It is a plan once you keep it.',
    calendar: {
      title: 'In your calendar',
      line: (days: string): string =>
        `A file for your calendar, which reminds you on ${days}. Limber itself sends no reminders.`,
      save: 'Save for the calendar',
      summary: (name: string): string => `Limber: ${name}`,
      description: (facts: string): string => `${facts}. Move gently, and stop if it hurts.`,
    },
    remove: 'Remove the plan',
    removed: 'The plan is removed. Your sessions stay.',
    undo: 'Bring it back',
  },
};
