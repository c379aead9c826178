/** A table in Markdown; figures are right-aligned where `right` names their columns. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string => {
  const escaped = (cell: string): string => cell.replaceAll('|', '\\|');
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = head.map((_, column) => (right.includes(column) ? '--:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
};

/** A share as a percentage with one decimal. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`);

/** A number with this many decimals; a dash where it is unknown. */
export const fixed = (value: number, places: number): string => (Number.isNaN(value) ? '–' : value.toFixed(places));
