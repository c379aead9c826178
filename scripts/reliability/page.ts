import { isProvenElsewhere, kinds, type Fault, type FaultKind, type Measured } from '../../tests/faults/fault.ts';
import type { Reading, SoakResult } from '../soak/result.ts';

const inSeconds = (ms: number): string => (ms < 100 ? 'at once' : `${(ms / 1000).toFixed(1)} s`);

/** A text within one cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

const recoveryOf = ({ id, proof }: Fault, measured: Readonly<Record<string, Measured>>): string => {
  if (isProvenElsewhere(proof)) return proof.within;
  const one = measured[id];
  if (!one) return 'not measured yet';
  const recovered = inSeconds(one.recoveredMs);
  const times = one.toldMs === undefined ? recovered : `told after ${inSeconds(one.toldMs)}; then ${recovered}`;
  return one.hasFailedSince ? `**failed in the last whole run**; before: ${times}` : times;
};

const testOf = ({ proof }: Fault): string =>
  isProvenElsewhere(proof)
    ? `[${cell(proof.test)}](../${proof.file})`
    : `[\`test:faults\`](../tests/faults/faults.test.ts), ${{ webcam: 'a session under way', figure: 'the figure', own: 'a page of its own' }[proof.on]}`;

const rowOf = (fault: Fault, measured: Readonly<Record<string, Measured>>): string => {
  const sees = fault.sees === undefined ? 'no words; it goes on' : `"${fault.sees}"`;
  const cells = [
    `\`${fault.id}\``,
    fault.fault,
    fault.how,
    sees,
    recoveryOf(fault, measured),
    fault.loses ?? 'nothing',
  ];
  return `| ${cells.map(cell).join(' | ')} | ${testOf(fault)} |`;
};

const tableOf = (kind: FaultKind, faults: readonly Fault[], measured: Readonly<Record<string, Measured>>): string => `
### ${kinds[kind]}

| id | fault | how it is forced | what the user sees | time to recover | lost | test |
| --- | --- | --- | --- | --- | --- | --- |
${faults.map((fault) => rowOf(fault, measured)).join('\n')}
`;

const change = (pick: (reading: Reading) => number, { begin, end }: SoakResult): string =>
  `${pick(begin)} / ${pick(end)}`;

const seedRow = (result: SoakResult): string =>
  `| ${[
    result.seed,
    result.minutes,
    result.sessions,
    result.repetitions,
    result.faults.reduce((sum, { times }) => sum + times, 0),
    change(({ heapMb }) => heapMb, result),
    change(({ tensors }) => tensors, result),
    change(({ rate }) => rate, result),
    result.failures.length === 0 ? 'passed' : `${result.failures.length} failures`,
  ].join(' | ')} |`;

const chaosRows = (results: readonly SoakResult[]): readonly string[] => {
  const names = [...new Set(results.flatMap(({ faults }) => faults.map(({ name }) => name)))].toSorted();
  return names.map((name) => {
    const all = results.flatMap(({ faults }) => faults.filter((one) => one.name === name));
    const told = [...new Set(all.flatMap((one) => Object.keys(one.told)))].map((heading) => `"${heading}"`);
    const times = all.reduce((sum, one) => sum + one.times, 0);
    const longest = Math.max(...all.map(({ longestMs }) => longestMs));
    return `| ${name} | ${times} | ${told.length === 0 ? 'nothing; the session went on' : told.join(', ')} | ${inSeconds(longest)} |`;
  });
};

const failuresOf = (results: readonly SoakResult[]): string =>
  results.flatMap(({ seed, failures }) => failures.map((failure) => `- Seed ${seed}: ${cell(failure)}.`)).join('\n');

const soak = (results: readonly SoakResult[]): string => {
  if (results.length === 0) return '_No seed has been stored yet: no run has passed to its end._';
  return `| seed | minutes | sessions | repetitions | faults | heap, MB: begin / end | tensors | poses a second | result |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
${results.map(seedRow).join('\n')}

| fault | times | what the page said | longest time to go on |
| --- | ---: | --- | ---: |
${chaosRows(results).join('\n')}

${failuresOf(results)}`;
};

/** The page on reliability, as Markdown that is not yet formatted. */
export const reliabilityPage = (
  faults: readonly Fault[],
  measured: Readonly<Record<string, Measured>>,
  results: readonly SoakResult[],
): string => {
  const forced = faults.filter(({ proof }) => !isProvenElsewhere(proof)).length;
  const order = Object.keys(kinds) as readonly FaultKind[];
  return `# What Limber survives

Made by \`npm run reliability -- --write\` from the catalogue of faults in \`tests/faults/\`. Do not edit it by hand.

${faults.length} faults of ${order.length} kinds, at most five of a kind. ${forced} of them are forced by \`npm run test:faults\` on the built app in
Chromium; the others by tests that are part of \`npm test\`, which has at least one of each kind, or of \`npm run test:slow\`.

- **How it is forced**: at the boundary that is named. DevTools crash processes, take permissions and end graphics contexts; a host
  sends what is wrong. Where Chromium cannot be made to fail, the browser's own interface is replaced, and the row says so.
- **What the user sees**: the words of the page. \`npm run test:faults\` waits for them; a row without words goes on by itself.
- **Time to recover**: for \`test:faults\`, measured on two busy cores without a graphics card: until the words were shown, and from the end of
  the fault until the detector saw further pictures. For other tests, what the test allows.
- **Lost**: \`test:faults\` compares the repetitions that are recorded before and after. The repetition under way begins again.

Measured again by \`MEASURE=1 npm run test:faults\`, then \`npm run reliability -- --write\`.

## Faults
${order
  .map((kind) =>
    tableOf(
      kind,
      faults.filter((fault) => fault.kind === kind),
      measured,
    ),
  )
  .join('')}
## Soak

\`npm run soak\` trains before Chromium's camera with the real detector, one session of twelve repetitions after the other, in real time,
and forces a fault every five to twenty seconds, drawn by a seed. After each fault the session goes on, or names the problem in words
of the app and goes on after "Try again"; nothing is counted while there is no picture; every repetition counted is stored, and each session
ends with all of them and is in the history. A session that does not begin is a failure, and the run goes on with the next one. The heap is that of the page after its garbage was collected, and has the events of all sessions that the test records.

${soak(results)}
`;
};
