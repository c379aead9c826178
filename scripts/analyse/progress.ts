/**
 * Prints the progress of a film on stderr: in one line that is rewritten, or each quarter where stderr is no terminal.
 */
export const startProgress = (file: string, out: NodeJS.WriteStream = process.stderr) => {
  let said = -1;
  return {
    show: (share: number): void => {
      const percent = Math.floor(share * 100);
      if (out.isTTY ? percent === said : percent < (Math.floor(Math.max(0, said) / 25) + 1) * 25) return;
      said = percent;
      out.write(out.isTTY ? `\r${file}: ${percent} % watched` : `${file}: ${percent} % watched\n`);
    },
    /** Clears the line. */
    end: (): void => {
      if (out.isTTY && said >= 0) out.write('\r\u001B[K');
    },
  };
};
