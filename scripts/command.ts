import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Complaint } from './analyse/complaint.ts';

/** Runs a step; where it complains, prints that in one line and ends with this exit status. */
export const orExit = async <T>(status: number, step: () => T | Promise<T>): Promise<T> => {
  try {
    return await step();
  } catch (thrown) {
    // The code that Vite runs has its own class `Complaint`.
    if (!(thrown instanceof Error) || thrown.name !== Complaint.name) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    process.exit(status);
  }
};

/** The values of a command's flags; throws a `Complaint` about one that is unknown or has no value. */
export const flagsIn = <const Flags extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Flags,
) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (thrown) {
    // Node continues with advice on quoting.
    const [said] = thrown instanceof Error ? thrown.message.split(/\.(?:\s|$)/) : ['The options cannot be read'];
    throw new Complaint(`${said}; --help shows the options.`);
  }
};
