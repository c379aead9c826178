/** The name of a file, such as limber-cheer-2026-03-01.json: its subject, the local day, and the kind of file. */
export const fileNameOf = (what: string, on: Date, kind: 'json' | 'json.gz' | 'csv' | 'ics' = 'json'): string => {
  const [month, day] = [on.getMonth() + 1, on.getDate()].map((part) => `${part}`.padStart(2, '0'));
  return `limber-${what}-${on.getFullYear()}-${month}-${day}.${kind}`;
};
