import { halfNames, halfOrder } from './cells.ts';
import { correctionTable } from './correction-table.ts';
import { goalTable } from './goals.ts';
import { motionTable, negativeTable, wrongLines } from './negative-tables.ts';
import type { Score } from './runs.ts';
import type { HalfOfStills } from './stills-report.ts';
import { filmTable, oneArmTable, setTable } from './set-tables.ts';

/** A heading with what is below it; nothing where nothing is. */
const section = (title: string, ...parts: readonly string[]): readonly string[] => {
  const filled = parts.filter((part) => part !== '');
  return filled.length > 0 ? [title, ...filled] : [];
};

const sectionsOf = (scores: readonly Score[]): readonly string[] => {
  const sets = scores.filter((score) => score.is === 'set');
  const negatives = scores.filter((score) => score.is === 'negative');
  return [
    ...section('#### Both arms', setTable(sets)),
    ...section('#### As films, without the seconds of rest', filmTable(sets)),
    ...section('#### One arm', oneArmTable(sets)),
    ...section('#### False corrections of correct movement', correctionTable(sets)),
    ...section('#### Movement that is not the exercise', negativeTable(negatives), wrongLines(negatives)),
    ...section('#### The motions that were answered most', motionTable(negatives)),
  ];
};

/** The tables of the scores as Markdown: the goals, then held-out people, then those for tuning. */
export const reportOf = (scores: readonly Score[], stills: readonly HalfOfStills[]): string =>
  [
    ...section('### What is asked', goalTable(scores, stills)),
    ...halfOrder.flatMap((half) => {
      const own = scores.filter((score) => score.half === half);
      return section(`### ${halfNames[half]}`, ...sectionsOf(own));
    }),
  ].join('\n\n');
