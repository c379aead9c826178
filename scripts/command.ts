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

/** Reads a command line; throws a `Complaint` about a flag that is unknown or has no value. */
const complaining = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (thrown) {
    // Node continues with advice on quoting.
    const [said] = thrown instanceof Error ? thrown.message.split(/\.(?:\s|$)/) : ['The options cannot be read'];
    throw new Complaint(`${said}; --help shows the options.`);
  }
};

/** The values of a command's flags; throws a `Complaint` about one that is unknown or has no value. */
export const flagsIn = <const Flags extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Flags,
) => complaining(() => parseArgs({ args: [...args], options }).values);

/** As `flagsIn`, for a command that also takes words without a flag: `positionals`. */
export const argumentsIn = <const Flags extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Flags,
) => complaining(() => parseArgs({ args: [...args], options, allowPositionals: true }));

/** The choice that a flag names, `undefined` where it is left out; throws a `Complaint` about any other text. */
export const oneOf = <T extends string>(
  flag: string,
  text: string | undefined,
  choices: readonly T[],
): T | undefined => {
  const choice = choices.find((one) => one === text);
  if (text === undefined || choice !== undefined) return choice;
  throw new Complaint(`--${flag} takes ${choices.join(' or ')}, not "${text}".`);
};
