import { fixed, table } from '../accuracy/tables.ts';
import { skippedEntries, skippedFiles, type Constant } from './constants.ts';
import type { Item, VerdictKind } from './judging.ts';
import { isBeyondFigure, restsOn } from './rests-on.ts';
import { factors, type Shift, type Trial } from './trial.ts';

/** A constant and what it turned. */
export type Tried = readonly [Constant, Trial];

/** The kinds of items in words, in the order of the columns. */
const kinds: readonly (readonly [Item['is'], string])[] = [
  ['people', 'people'],
  ['recordings', 'recordings of the figure'],
  ['performances', 'performances'],
];

const hasTurned = ([, { shifts }]: Tried): boolean =>
  shifts.some(({ turned, refused }) => turned.length > 0 || refused !== undefined);

const turnedIn = ({ turned }: Shift, is: Item['is']): number => turned.filter((one) => one.is === is).length;

const totalOf = ([, { shifts }]: Tried): number => shifts.reduce((sum, { turned }) => sum + turned.length, 0);

/** How many of the sets of a kind turned, a fifth lower and a fifth higher. */
const cell = ({ shifts, triedOn }: Trial, is: Item['is']): string =>
  triedOn[is] === 0
    ? '–'
    : `${factors
        .map((factor) =>
          cellOf(
            shifts.find((one) => one.factor === factor),
            is,
          ),
        )
        .join(' / ')} of ${triedOn[is]}`;

const cellOf = (shift: Shift | undefined, is: Item['is']): string =>
  shift === undefined || shift.refused !== undefined ? '×' : String(turnedIn(shift, is));

const verdictWords: Readonly<Record<VerdictKind, string>> = {
  armed: 'armed',
  count: 'count',
  height: 'full height',
  reasons: 'reason',
  faults: 'fault',
  cues: 'cue',
};

/** Which verdicts turned, in how many sets, both ways together. */
const which = ({ shifts }: Trial): string => {
  const all = shifts.flatMap(({ turned }) => turned.flatMap((one) => one.kinds));
  return (Object.keys(verdictWords) as VerdictKind[])
    .map((kind) => [verdictWords[kind], all.filter((one) => one === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
};

const linkTo = ({ file, line }: Constant): string => `[${file.replace('src/', '')}:${line}](../${file})`;

const evidenceOf = ({ comment }: Constant): string => restsOn(comment).join(', ') || 'not stated';

const tableOf = (some: readonly Tried[]): string =>
  table(
    ['constant', 'where', 'value', ...kinds.map(([, words]) => words), 'verdicts', 'rests on'],
    some
      .toSorted((one, other) => totalOf(other) - totalOf(one))
      .map(([constant, trial]) => [
        `\`${constant.name}\``,
        linkTo(constant),
        fixed(constant.value, 3).replace(/\.?0+$/, ''),
        ...kinds.map(([is]) => cell(trial, is)),
        which(trial) || 'refused',
        evidenceOf(constant),
      ]),
    [2],
  );

const counts = (items: readonly Item[]): string =>
  kinds.map(([is, words]) => `${items.filter((item) => item.is === is).length} of ${words}`).join(', ');

const section = (title: string, text: string, some: readonly Tried[]): readonly string[] => [
  `## ${title}`,
  text,
  some.length > 0 ? tableOf(some) : 'None.',
];

/** The tables as Markdown: constants that turn a verdict and rest on the figure alone first. */
export const reportOf = (tried: readonly Tried[], items: readonly Item[]): string => {
  const turning = tried.filter(hasTurned);
  const still = tried.filter((one) => !hasTurned(one));
  const [firm, weak] = [true, false].map((is) => turning.filter(([{ comment }]) => isBeyondFigure(comment) === is));
  const ofPeople = (weak ?? []).filter(([, { shifts }]) => shifts.some((shift) => turnedIn(shift, 'people') > 0));
  return [
    `Of ${tried.length} constants ${turning.length} turn a verdict; ${weak?.length ?? 0} of these rest on the figure alone, and ${ofPeople.length} of those turn one on people. Judged: ${counts(items)}.`,
    ...section(
      'Constants that matter and rest on the figure alone',
      'Their comment names neither people, rigged bodies nor a paper: it names the figure, calls them a design choice, or states nothing.',
      weak ?? [],
    ),
    ...section(
      'Constants that matter and rest on more',
      'Their comment names what was measured, and on what.',
      firm ?? [],
    ),
    '## Constants that turn nothing here',
    'A fifth of them decides no verdict on these sets. On others it may: few of these sets show stops, lost sight, another person, or a user far from the briefing’s place.',
    still.map(([{ name }]) => `\`${name}\``).join(', ') || 'None.',
  ].join('\n\n');
};

const skipped = Object.entries(skippedFiles)
  .map(([file, what]) => `${what} (\`${file}\`)`)
  .join(', ');

/** The page. */
export const pageOf = (tried: readonly Tried[], items: readonly Item[], commit: string): string =>
  `# Which constants decide

Made by \`npm run bench:sensitivity -- --write\` at ${commit}. The command writes this page; do not edit it by hand.

Each numeric constant of the engine and of the exercises is shifted by a fifth, down and up, one at a time, and
recordings and performances are judged again. A set has turned if another verdict falls: whether judging is armed, how many repetitions
count, how many reach the full height, why attempts do not count, which faults are noticed, which cues are given. A verdict that turns may
turn to the better or to the worse: the page shows how much rests on a number, not which number is right.

- **Sets.** _People_: recordings of real movement as MoveNet would see it, odd numbers only ([people](people.md)), the first repetitions by the
  norm, and everyday movement that must count nothing. _Recordings of the figure_: what MoveNet saw ([tests/fixtures/recordings](../tests/fixtures/recordings/README.md)).
  _Performances_: the figure's own keypoints. A constant of an exercise is tried on all that train it in the same view; one of the engine on all people and one
  recording of each exercise and view. None of the people sits,
  is seen from the side, or trains anything but raised arms.
- **Cells.** Turned a fifth lower / a fifth higher, of how many; ×: the value is refused, for example by the schema.
- **Rests on** is read from the comment above the constant.
- **Together.** Eight constants at a time are shifted together; where that turns nothing, none of them is tried alone.
- **Counts** such as three failures do not change a fifth lower: two and two fifths are reached by three, too.
- **Left out.** ${skipped}; of an exercise ${skippedEntries.map((entry) => `\`${entry}\``).join(', ')}: the dose, and how the figure moves;
  zeros and signs; numbers inside functions, which have no name.

${reportOf(tried, items)}
`;
