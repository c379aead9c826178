import type { MeasureName } from '../../src/engine/kinematics/measures.ts';
import type { views } from '../../src/engine/pose/view.ts';
import { factorName, groupsOf } from './groups.ts';
import { heldErrors, isExact } from './lines.ts';
import { plotCurves, plotDifferences, plotShares } from './plots.ts';
import type { Score } from './score.ts';
import { shareOf } from './statistics.ts';

/** How many sets were counted exactly, by what differs from the reference. */
export const countedPlot = (scores: readonly Score[]): string =>
  plotShares(
    'Sets counted exactly, with 95 % intervals',
    [
      ...groupsOf(
        scores.filter(({ one }) => one.shown.is !== 'fault'),
        factorName,
      ),
    ].map(([name, own]) => {
      const exact = own.filter(isExact).length;
      return { name, ...shareOf(exact, own.length), note: `${exact} of ${own.length}` };
    }),
  );

/** How far held seconds are from the true ones. */
export const heldPlot = (scores: readonly Score[]): string =>
  plotDifferences(
    'Held seconds: measured minus true',
    'seconds; blue within 0.4',
    heldErrors(scores).map((error) => error / 1000),
    0.4,
    0.05,
  );

/** The primary measures of the exercises, as they are drawn. */
const leading: readonly (readonly [(typeof views)[number], MeasureName, string])[] = [
  ['side', 'shoulderFlexion', 'shoulder flexion, degrees'],
  ['side', 'headOverHips', 'head over hips, degrees'],
  ['front', 'headSideBend', 'head side bend, degrees'],
  ['front', 'elbowGap', 'elbow gap, shoulder widths'],
  ['front', 'upperArmLevel', 'upper arm level, degrees'],
  ['side', 'trunkLean', 'trunk lean, degrees'],
];

/** What the primary measures read against what is true. */
export const curvesPlot = (scores: readonly Score[]): string =>
  plotCurves(
    'Read (up) against true (across): median and nine tenths of the readings',
    leading.flatMap(([view, measure, name]) => {
      const samples = scores
        .filter(({ one }) => one.view === view)
        .flatMap((score) => score.samples.filter((sample) => sample.measure === measure));
      return samples.length > 100 ? [{ name, samples }] : [];
    }),
  );
