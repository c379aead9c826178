/** A choice and what it means. */
export interface ChoiceWords {
  readonly name: string;
  readonly meaning: string;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const pictures = (count: number): string => (count === 1 ? 'one picture' : `${count} pictures`);

/** The words of the settings. */
export const settings = {
  title: 'Settings',
  lead: 'They stay on this device.',
  back: 'Home',
  percent,
  heard: {
    title: 'Voice and sounds',
    voice: 'Speak to me',
    noVoice: 'This device has no voice of its own, so captions and sounds do it all.',
    local: 'Only voices of this device are used. No word is sent anywhere.',
    rate: 'How fast',
    volume: 'How loud',
    sounds: 'Sounds for each repetition and hold',
    try: 'Hear how it sounds',
  },
  /** What one hears who tries the voice. */
  sample: 'Hello. I will count with you',
  chattiness: {
    title: 'How much is said',
    note: 'What keeps you safe is always said, and everything said can be read as well.',
    choices: {
      all: { name: 'Everything', meaning: 'Hints, corrections, counting and praise.' },
      cues: { name: 'Hints and corrections', meaning: 'What to do and what comes next, without counting.' },
      counts: { name: 'Counting', meaning: 'Repetitions, the last seconds of a hold, and what comes next.' },
      none: { name: 'As little as possible', meaning: 'Only what keeps you safe.' },
    } satisfies Record<string, ChoiceWords>,
  },
  strictness: {
    title: 'How exact it has to be',
    note: 'The limits that keep you safe are the same in all three.',
    choices: {
      gentle: { name: 'Gentle', meaning: 'Near enough counts. Good for the first days, and for stiff ones.' },
      usual: { name: 'Usual', meaning: 'As the exercise is meant.' },
      strict: { name: 'Strict', meaning: 'Closer to the aim before it counts.' },
    } satisfies Record<string, ChoiceWords>,
  },
  camera: {
    title: 'Camera',
    usual: { name: "The browser's choice", meaning: 'What your browser offers first.' },
    found: 'Used whenever it is plugged in.',
    gone: 'Not there now. The browser chooses until it is plugged in again.',
    virtual: 'It may show what another program sends.',
    note: 'Where you have several, they are listed here once you have trained with one.',
  },
  backend: {
    title: "How the camera's picture is read",
    note: 'A change takes effect with your next exercise.',
    names: { auto: 'Automatic', webgl: 'Graphics card', wasm: 'Processor' },
    unknown: 'Whichever is faster on this device. Limber finds out while you train.',
    fastest: {
      webgl: 'Whichever is faster on this device: the graphics card.',
      wasm: 'Whichever is faster on this device: the processor.',
    },
    untried: 'Not tried on this device yet.',
    rate: (perSecond: number): string => `Up to ${pictures(perSecond)} a second.`,
    plainRate: (perSecond: number): string =>
      `Up to ${pictures(perSecond)} a second, without the fast arithmetic of newer processors and browsers.`,
    faults: {
      wrong: 'It gave wrong results on this device, so the processor is used.',
      failed: 'It did not start on this device, so the processor is used.',
    },
  },
  keys: {
    title: 'Keys',
    shortcuts: 'Letters and digits are keys',
    note: 'Such as F when something feels wrong. Without them, space, arrows and Escape still work.',
  },
  movements: {
    title: 'Recordings',
    keep: 'Keep recordings of movements',
    note: 'Where your joints were, picture by picture; never a picture. They stay on this device. Or press K in an exercise to keep only that one.',
    link: 'See your recordings in the Lab',
  },
  judging: {
    title: 'What Limber does',
    note: '',
    choices: {
      judged: { name: 'Watch and count', meaning: 'It counts what it sees, and says what helps.' },
      timed: {
        name: 'Just time it',
        meaning: 'It leads you by the clock and judges nothing. Good if you do an exercise in a way of your own.',
      },
    } satisfies Record<string, ChoiceWords>,
  },
};
