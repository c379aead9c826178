import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { rangesWithError } from '../../src/ui/words/ranges-in-words.ts';
import type { Analysis } from './analysis.ts';
import { section } from './columns.ts';
import { ofType } from './moments.ts';
import { attemptLines, cueLines, faultLines, furthestLines, holdLines, repetitionLines } from './done.ts';
import { nobodyLines, notJudgedLines, notSeenLines, readyLines, stoodLines } from './seen.ts';

const judgedBy = {
  norm: 'by the norm',
  personal: 'by their own range',
  practice: 'by their own range',
  kept: 'by their own range',
  timed: 'by the clock only',
} as const;

const lengthOf = ({ recording: { frames } }: Analysis): number => (frames.at(-1)?.at ?? 0) - (frames[0]?.at ?? 0);

const filmLine = (analysis: Analysis): string => {
  const { frame, frames } = analysis.recording;
  const lasts = lengthOf(analysis);
  const rate = lasts > 0 ? `, ${(((frames.length - 1) * 1000) / lasts).toFixed(1)} a second` : '';
  return `${en.app.seconds(lasts)}, ${frames.length} frames${rate}, ${frame.width} x ${frame.height}`;
};

/** What the film was judged by in the end, otherwise what was asked for. */
const rangeOf = ({ plan, record: { events } }: Analysis): keyof typeof judgedBy =>
  ofType(events, 'armed').at(-1)?.range ?? plan.range.is;

const exerciseLine = (analysis: Analysis): string => {
  const { plan } = analysis;
  const { name } = exerciseTextsOf(en, plan.exercise.id);
  return `${name} (${plan.exercise.id}), asked for from the ${plan.view}, judged ${judgedBy[rangeOf(analysis)]}`;
};

/** The result of a film as a table for a terminal of a hundred columns. */
export const reportOf = (analysis: Analysis): string => {
  const { summary, plan } = analysis;
  const ranges = rangesWithError(summary.ranges, exerciseTextsOf(en, plan.exercise.id), en);
  const lines = [
    analysis.file,
    ...section('Exercise', [exerciseLine(analysis)]),
    ...section('Film', [filmLine(analysis)]),
    ...section('It saw', stoodLines(analysis)),
    ...section('Nobody there', nobodyLines(analysis)),
    ...section('Ready', readyLines(analysis)),
    ...section(
      'Own range',
      ranges.map(([of, amount]) => `${of}: ${amount}`),
    ),
    ...section('Repetitions', repetitionLines(analysis)),
    ...section('Attempts', attemptLines(analysis)),
    ...section('Holds', holdLines(analysis)),
    ...section('Furthest', furthestLines(analysis)),
    ...section('Faults', faultLines(analysis)),
    ...section('Cues', cueLines(analysis)),
    ...section('Not seen', notSeenLines(analysis)),
    ...section('Not judged', notJudgedLines(analysis)),
  ];
  return `${lines.join('\n')}\n`;
};
