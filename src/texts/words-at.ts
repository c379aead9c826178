/** The words of an id in a record; `undefined` if it has none, also for ids such as `constructor`, which every object has. */
export const wordsAt = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
