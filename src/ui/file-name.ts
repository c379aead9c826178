/** The name of a file, such as limber-cheer-2026-03-01.json: its subject and the local day. */
export const fileNameOf = (what: string, on: Date): string => {
  const [month, day] = [on.getMonth() + 1, on.getDate()].map((part) => `${part}`.padStart(2, '0'));
  return `limber-${what}-${on.getFullYear()}-${month}-${day}.json`;
};
