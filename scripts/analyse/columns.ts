/** The terminal width that can be relied on, characters. */
const width = 100;

/** The start of the second column. */
const indent = 16;

/** Breaks a line at its spaces. */
const broken = (line: string, room: number): readonly string[] => {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > room) {
    const at = rest.lastIndexOf(' ', room);
    const end = at > 0 ? at : room;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
};

/** A label and its lines; long ones are broken. */
export const section = (label: string, lines: readonly string[]): readonly string[] =>
  lines
    .flatMap((line) => broken(line, width - indent))
    .map((line, index) => `  ${(index === 0 ? label : '').padEnd(indent - 2)}${line}`);

/** Rows as columns, each as wide as its widest cell; numbers and their units are right-aligned. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((cell, index) => Math.max(cell.length, most[index] ?? 0)),
    [],
  );
  const isNumber = (cell: string): boolean => /^[-\d]/.test(cell);
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const wide = widths[index] ?? 0;
        const isRight = rows.slice(1).some((other) => isNumber(other[index] ?? ''));
        return isRight ? cell.padStart(wide) : cell.padEnd(wide);
      })
      .join('   ')
      .trimEnd(),
  );
};
