import { detectorModels, type DetectorModel } from '../../src/ports/detector-model.ts';
import { views } from '../../src/engine/pose/view.ts';
import { halfNames, halfOrder, having, hits, inWords, perMinute, share, tableOf } from '../people/cells.ts';
import type { Feed } from '../people/people-folder.ts';
import type { SetScore } from '../people/set-score.ts';
import { sumOf, tallied, totalOf } from '../people/tally.ts';
import type { MotionScores } from './motion-score.ts';

/** The scores of people's motion on rigged bodies, by the model that saw it. */
export type MotionFindings = ReadonlyMap<DetectorModel, MotionScores>;

/** The names of the models in words. */
export const modelNames: Readonly<Record<DetectorModel, string>> = { lightning: 'Lightning', thunder: 'Thunder' };

/** What is shown of the sets in a row: of all of them, or of those that are judged by the norm. */
type Column = readonly [title: string, cell: (norm: readonly SetScore[], all: readonly SetScore[]) => string];

const exact = (scores: readonly SetScore[], write = hits): string => having(scores, ({ isExact }) => isExact, write);

const ofGroup = (scores: readonly SetScore[], group: SetScore['group']): readonly SetScore[] =>
  scores.filter((score) => score.group === group);

const cuesIn = (scores: readonly SetScore[], which: 'cues' | 'tempo'): string =>
  perMinute(sumOf(scores.map(({ feedback }) => totalOf(feedback[which]))), sumOf(scores.map(({ minutes }) => minutes)));

const columns: readonly Column[] = [
  ['sets exact', (norm) => exact(norm, share)],
  ['healthy', (norm) => exact(ofGroup(norm, 'healthy'))],
  ['patients', (norm) => exact(ofGroup(norm, 'patient'))],
  ['exact by own range', (_, all) => exact(all.filter(({ way }) => way === 'kept'))],
  ['segmented', (norm) => having(norm, ({ isSegmented }) => isSegmented)],
  ['counted', (norm) => hits(sumOf(norm.map(({ counted }) => counted)), sumOf(norm.map(({ asked }) => asked)))],
  ['never armed', (norm) => `${norm.filter(({ armedAfter }) => armedAfter === undefined).length}`],
  ['attempts', (norm) => inWords(tallied(norm.map(({ attempts }) => attempts)))],
  ['cues a minute', (norm) => cuesIn(norm, 'cues')],
  ['tempo cues', (norm) => cuesIn(norm, 'tempo')],
];

/** The sets of each model that has seen some, and those of the joints themselves. */
const seenBy = (findings: MotionFindings): readonly (readonly [by: string, scores: readonly SetScore[]])[] => {
  const models = detectorModels.map((model) => [model, findings.get(model)?.sets ?? []] as const);
  const [, most] = models.reduce((one, other) => (other[1].length > one[1].length ? other : one));
  const ofFeed = (scores: readonly SetScore[], feed: Feed) => scores.filter((score) => score.feed === feed);
  return [
    ...models.map(([model, scores]) => [`MoveNet ${modelNames[model]}`, ofFeed(scores, 'm')] as const),
    ['the joints, without error', ofFeed(most, 'plain')],
  ];
};

/** The table of people's motion on rigged bodies: held-out people first, both models beside the noise-free joints. */
export const motionTable = (findings: MotionFindings): string =>
  tableOf(
    ['people', 'view', 'seen by', ...columns.map(([title]) => title)],
    halfOrder.flatMap((half) =>
      views.flatMap((view) =>
        seenBy(findings).flatMap(([by, scores]) => {
          const own = scores.filter((score) => score.half === half && score.set === view);
          const norm = own.filter(({ way }) => way === 'norm');
          const cells = columns.map(([, cell]) => cell(norm, own));
          return own.length > 0 ? [[halfNames[half], view, by, ...cells]] : [];
        }),
      ),
    ),
  );

/** The section about people's motion on rigged bodies. */
export const motionText = (findings: MotionFindings): string =>
  [...findings.values()].every(({ sets }) => sets.length === 0)
    ? 'Not measured: `LIMBER_PEOPLE` names no folder with recorded joints, or `LIMBER_CLIPS` none with rigged bodies.'
    : [
        `Rigged bodies that move as people did. The joint angles are fitted to the joints that a Kinect recorded of people who raised both arms
(KIMORE: healthy people, and patients with back pain, stroke or Parkinson); each person moves two of the fifteen bodies, one seen from the front, one from
their right side, standing, from 2.2 m. What counts as a repetition was noted by people. The first three people of each group with an odd number are in
view while tuning, and those with an even number are not. A set is segmented where each repetition got exactly one repetition or attempt. Nobody asked
these people to be slow, so they earn tempo cues.`,
        motionTable(findings),
        'What it cannot show: the trunk’s lean counts from each person’s own stance, since the sensor’s tilt is unknown; arms that the sensor saw more than 10 degrees behind the trunk overhead are drawn 10 degrees behind; legs, hands and faces do not move, and clothes do not fold.',
      ].join('\n\n');
