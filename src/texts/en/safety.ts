/** What is said about safety: the page that one reads first, the question for pain, and what to do when something feels wrong. */
export const safety = {
  title: 'Before you begin',
  lead: 'Limber guides gentle exercise for a tight upper back. It does not diagnose or treat, and it knows nothing about your health. You do.',
  ask: {
    title: 'Ask your clinician first',
    lead: 'if you have, or have had:',
    who: [
      'osteoporosis, or a broken bone in your spine',
      'an operation or a fracture not long ago',
      'a shoulder that came out of its joint',
      'a neck injury, or trouble with the arteries of your neck',
      'arms or legs that are numb or weak',
      'unsteady balance, or if you are pregnant',
    ],
  },
  stop: {
    title: 'Stop at once',
    lead: 'if you feel:',
    signs: [
      'sharp or shooting pain',
      'tingling or numbness',
      'dizziness, or double vision',
      'chest pain, or short of breath',
      'trouble speaking or swallowing',
      'a sudden, severe headache',
    ],
  },
  scale: {
    title: 'How much may it hurt?',
    lead: 'Limber asks before and after. A stretch may be felt; it should not hurt.',
    /** The bands of the scale, in order; `to` is the last number of each. */
    bands: [
      { to: 3, numbers: '0 to 3', words: 'That is fine' },
      { to: 5, numbers: '4 to 5', words: 'We go easier' },
      { to: 10, numbers: '6 or more', words: 'We stop for today' },
    ],
  },
  chair: {
    title: 'Your chair',
    lines: ['Steady, without wheels, against a wall if you can.', 'Both feet flat on the floor.'],
  },
  privacy: 'Nothing leaves this device: no picture, no record, no account.',
  accept: "I have read this - let's begin",
  back: 'Home',
  link: 'Before you begin: who should ask first, when to stop',
  pain: {
    scale: 'Pain from 0, none, to 10, the worst',
    /** A word for each number, 0 to 10. */
    words: [
      'none',
      'hardly any',
      'a little',
      'a little',
      'some',
      'quite some',
      'a lot',
      'a lot',
      'very much',
      'very much',
      'worst',
    ],
    byItself: 'No answer is fine: it goes on by itself.',
    paused: 'Paused. Take your time.',
    skip: 'Skip the question',
    /** What follows from an answer. */
    eased: 'Thank you. We make it a little easier.',
    fine: 'Good. On we go.',
    stopped: 'Thank you. That is enough for today.',
  },
  /** Said where pain of 6 or more ended the session. */
  stopped: {
    title: 'That is enough for today',
    lines: [
      'You said that it hurts a lot. Stopping now is the right thing to do.',
      'Rest in the way that feels best. Try again, smaller and slower, once it has settled.',
      'If it does not settle within a day, or comes back each time, ask your clinician.',
    ],
  },
  redFlag: {
    title: 'You stopped. That was right.',
    lead: 'Sit back and breathe calmly. Limber has stopped, and no longer watches.',
    urgent: {
      title: 'Call your emergency number now',
      lead: 'if you have any of these:',
      signs: [
        'chest pain or pressure',
        'short of breath',
        'one side of your face, an arm or a leg weak or numb',
        'trouble speaking or swallowing',
        'double vision, or a sudden, severe headache',
      ],
    },
    ask: {
      title: 'Do not go on today',
      lead: 'and ask your clinician, if you feel:',
      signs: ['tingling or numbness', 'dizziness', 'sharp or shooting pain'],
    },
    fine: "I'm fine: back to the exercises",
    home: 'Go home',
  },
};
