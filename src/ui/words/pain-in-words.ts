import type { PainAnswer } from '../../session/planning/pain.ts';
import type { Texts } from '../../texts/texts.ts';

/**
 * Pain before, during and after as lines, and a comparison of the first with the last as reported, without any further
 * claim.
 */
export interface PainWords {
  readonly lines: readonly (readonly [string, string])[];
  readonly remark: string | undefined;
}

/** Puts the pain answers into words; `undefined` if there are none. */
export const painInWords = (pain: readonly PainAnswer[], { app }: Texts): PainWords | undefined => {
  const words = app.summary.pain;
  if (pain.length === 0) return undefined;
  const valueOf = ({ value }: PainAnswer): string => (value === undefined ? words.notAnswered : words.of(value));
  const [before, after] = [
    pain.find(({ moment }) => moment === 'before')?.value,
    pain.findLast(({ moment }) => moment === 'after')?.value,
  ];
  const change = before === undefined || after === undefined ? undefined : Math.sign(after - before);
  return {
    lines: pain.map((answer) => [words[answer.moment], valueOf(answer)] as const),
    remark: change === undefined ? undefined : change < 0 ? words.easier : change > 0 ? words.more : words.same,
  };
};
