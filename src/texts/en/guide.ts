import type { View } from '../../engine/kinematics/measures.ts';

const facing: Readonly<Record<View, string>> = {
  front: 'Turn to face the camera',
  side: 'Turn sideways to the camera',
};

/** What the guide of a session asks and says between the exercises, in English; what is spoken has at most seven words. */
export const guide = {
  pain: {
    before: 'How much does it hurt right now?',
    after: 'How much does it hurt now?',
    spoken: 'How much does it hurt? Zero to ten',
  },
  next: (name: string): string => `Next: ${name}`,
  begins: (name: string): string => name,
  turn: facing,
  rest: 'Rest, and breathe easily',
  hidden: 'I stopped watching while you were away',
  /** What was done, in one true line. */
  did: (name: string, done: number, of: number): string =>
    done < of ? `${name}: ${done} of ${of}` : of === 1 ? `${name}: done` : `${name}: all ${of} done`,
  skipped: (name: string): string => `${name}: not today`,
};
