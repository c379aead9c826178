import { readdirSync, readFileSync } from 'node:fs';

/** A process as the system accounts for it. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  /** User and system time, its waited-for children's included, clock ticks. */
  readonly ticks: number;
}

/** Linux counts processor time in hundredths of a second (`getconf CLK_TCK`) for every program. */
const ticksPerSecond = 100;

/** Reads one line of `/proc/<pid>/stat`; `undefined` where it is none. The name may contain spaces and brackets. */
export const processIn = (stat: string): Process | undefined => {
  const [pid] = stat.split(' ', 1);
  // After the name: state, parent, then from the eleventh field on utime, stime, cutime, cstime.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const numbers = [Number(pid), Number(fields[1]), ...fields.slice(11, 15).map(Number)];
  if (fields.length < 15 || numbers.some(Number.isNaN)) return undefined;
  const [id = 0, parent = 0, ...ticks] = numbers;
  return { pid: id, parent, ticks: ticks.reduce((sum, value) => sum + value, 0) };
};

/** The processor seconds of all descendants of a process, itself left out. */
export const secondsBelow = (root: number, processes: readonly Process[]): number => {
  const family = new Set([root]);
  let ticks = 0;
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  for (const { pid, ticks: own } of processes) if (pid !== root && family.has(pid)) ticks += own;
  return ticks / ticksPerSecond;
};

const statOf = (pid: string): readonly Process[] => {
  try {
    const found = processIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return found ? [found] : [];
  } catch {
    // It has ended meanwhile.
    return [];
  }
};

/** The processor seconds so far of every process that this one has started; `undefined` where there is no `/proc`. */
export const secondsOfChildren = (): number | undefined => {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return secondsBelow(process.pid, all.flatMap(statOf));
  } catch {
    return undefined;
  }
};
