import { fixed, table } from '../accuracy/tables.ts';
import { halfNames, halfOrder, hits, inWords, share } from './cells.ts';
import type { Half, Person } from './people-folder.ts';
import { hasStills } from './stills-file.ts';
import { scoreStills, type Hits, type StillScores } from './stills.ts';

/** The scores of the stills of a half. */
export interface HalfOfStills {
  readonly half: Person['half'];
  readonly scores: StillScores;
}

/** The scores of a folder's stills, held-out ones first; none where it has no stills. */
export const stillsOf = (folder: string, wanted: Half): readonly HalfOfStills[] =>
  halfOrder
    .filter((half) => hasStills(folder) && (wanted === 'all' || wanted === half))
    .map((half) => ({ half, scores: scoreStills(folder, half) }));

const classTable = ({ classes }: StillScores): string =>
  table(
    [
      'class',
      'stills',
      'unseen',
      'tilt',
      'attempt',
      'target reached',
      'left shoulder',
      'right shoulder',
      'chin',
      'other',
    ],
    classes.map((one) => [
      one.class,
      `${one.stills}`,
      `${one.unseen}`,
      fixed(one.tilt, 1),
      `${one.attempts}`,
      `${one.reached}`,
      `${one.left}`,
      `${one.right}`,
      `${one.chin}`,
      inWords(one.others),
    ]),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );

const shareIn = (one: Hits): string => share(one.hits, one.of);
const hitsIn = (one: Hits): string => hits(one.hits, one.of);

const shares = ({ raised, forward, whole, falseShoulder, falseChin, falseInHalf }: StillScores): string =>
  [
    `- Raised shoulder, told: left ${shareIn(raised.left)}, right ${shareIn(raised.right)}`,
    `- Head forward, told as a dropped chin where the tilt is seen: ${shareIn(forward)}`,
    `- Whole tilts that reach the target: ${shareIn(whole)}`,
    `- Told in vain in centre and whole tilts: shoulder ${hitsIn(falseShoulder)}, chin ${hitsIn(falseChin)}; in half tilts either: ${hitsIn(falseInHalf)}`,
  ].join('\n');

/**
 * The scores of stills as Markdown: for each half what was told in each class (`tilt` is the median reading, degrees; `unseen` counts stills in which it is not read),
 * and the shares that are asked for.
 */
export const stillsReport = (halves: readonly HalfOfStills[]): readonly string[] =>
  halves.flatMap(({ half, scores }) => [
    `### Head tilts on stills: ${halfNames[half].toLowerCase()}`,
    classTable(scores),
    shares(scores),
  ]);
