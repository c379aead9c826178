import type { Threshold } from '../../engine/rules/threshold.ts';
import type { Rulebook } from '../../engine/rules/rulebook.ts';
import { keyOf, type SidedThreshold } from '../../engine/rules/posture-check.ts';
import type { MeasureKey } from '../../engine/kinematics/reading.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';

const bound = ({ measure, is, enter, leave }: Threshold, texts: Texts, { measures }: LabTexts): string => {
  const { bare } = texts.measures[measure];
  const until = enter === leave ? '' : measures.until(bare(leave));
  return `${measures.bounds[is](bare(enter))}${until}`;
};

/** What the rules ask of a measure, in a few words each: start, required, each endpoint and rest, and faults. */
export const rulesInWords = (key: MeasureKey, rulebook: Rulebook, texts: Texts, words: LabTexts): readonly string[] => {
  const ofKey = (thresholds: readonly SidedThreshold[], name: string): readonly string[] =>
    thresholds.filter((one) => keyOf(one) === key).map((one) => `${name}: ${bound(one, texts, words)}`);
  const { start, required, rests } = words.measures;
  const all = [
    ...ofKey(rulebook.start, start),
    ...ofKey(rulebook.requires, required),
    ...rulebook.repPaths.flatMap(({ ends }) =>
      ends.flatMap((end) => [...ofKey(end.target, end.name), ...ofKey(end.back, rests)]),
    ),
    ...rulebook.faults.flatMap(({ id, alternatives }) =>
      alternatives.flatMap(({ thresholds }) => ofKey(thresholds, id)),
    ),
  ];
  return [...new Set(all)];
};
