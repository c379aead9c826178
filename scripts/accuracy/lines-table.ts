import type { DetectorModel } from '../../src/ports/detector-model.ts';
import type { Line } from './lines.ts';
import { modelNames } from './motion-text.ts';
import { table } from './tables.ts';

/** The lines as a table. */
export const linesTable = (lines: readonly Line[]): string =>
  table(
    ['what', 'required', 'measured', 'from', ''],
    lines.map(({ what, asked, measured, from, isMet }) => [what, asked, measured, from, isMet ? 'met' : '**not met**']),
  );

const otherThan = (model: DetectorModel): DetectorModel => (model === 'thunder' ? 'lightning' : 'thunder');

const cellOf = ({ measured, isMet }: Line): string => (isMet ? measured : `**${measured}**, not met`);

/** The lines of a model as a table with those of the other one beside them, where it has seen the films. */
export const linesBeside = (model: DetectorModel, lines: readonly Line[], beside: readonly Line[]): string =>
  beside.length === 0
    ? linesTable(lines)
    : table(
        ['what', 'required', modelNames[model], modelNames[otherThan(model)], `from (${modelNames[model]})`],
        lines.map((line) => {
          const other = beside.find(({ what }) => what === line.what);
          return [line.what, line.asked, cellOf(line), other ? cellOf(other) : '–', line.from];
        }),
      );
