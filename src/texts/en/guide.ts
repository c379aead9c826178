/** What the guide of a session asks and says between the exercises, in English; what is spoken has at most seven words. */
export const guide = {
  pain: {
    before: 'How much does it hurt right now?',
    after: 'How much does it hurt now?',
    spoken: 'How much does it hurt? Zero to ten',
  },
  next: (name: string): string => `Next: ${name}`,
  /** What was done, in one true line. */
  did: (name: string, done: number, of: number): string =>
    done < of ? `${name}: ${done} of ${of}` : of === 1 ? `${name}: done` : `${name}: all ${of} done`,
  setDone: (set: number, of: number): string => `Set ${set} of ${of}: done`,
  skipped: (name: string): string => `${name}: not today`,
};
