import { measureRow, type MeasureName } from '../../engine/kinematics/measures.ts';
import type { Report, ReportedExercise, ReportedRange, Spread } from '../../session/report/report.ts';
import type { Texts } from '../../texts/texts.ts';

/** Times shorter than this could as well have been judged, ms. */
const shortest = 1000;

/** A number without decimals that mean nothing. */
const plain = (value: number): string => `${Math.round(value * 10) / 10}`;

/** A spread in the unit of `of`: "7 (5 to 8)". */
export const spreadInWords = (
  { median, least, most }: Spread,
  { report }: Texts,
  of: (value: number) => string = plain,
) => report.spread(of(median), of(least), of(most));

/** Ratings of pain: "3 (1 to 5) of 10". */
export const painSpread = (spread: Spread | undefined, texts: Texts): string =>
  spread ? texts.report.of10(spreadInWords(spread, texts)) : texts.report.unrated;

/** An amount of a range without words: "31°", "74 %". */
const amountOf = (measure: MeasureName, value: number, texts: Texts): string =>
  `${texts.measures[measure].bare(Math.abs(value))}${measureRow(measure).unit === 'degrees' ? '°' : ''}`;

const rangeInWords = ({ measure, side, first, last, of }: ReportedRange, texts: Texts): string => {
  const amounts = [first, last].map((value) => amountOf(measure, value, texts));
  const [from = '', to = ''] = amounts;
  return of === 1 ? texts.report.rangeOnce(side, to) : texts.report.range(side, from, to);
};

/** The error and what is usual. */
const rangeNote = ({ measure, error, norm }: ReportedRange, texts: Texts): string => {
  const { noError, within, noNorm, usual } = texts.report;
  return [
    error === undefined ? noError : within(amountOf(measure, error, texts)),
    norm === undefined ? noNorm : usual(amountOf(measure, norm, texts)),
  ].join('; ');
};

/** The ranges of an exercise in lines: each side of each measure, then its error and what is usual. */
export const rangeLines = ({ ranges }: ReportedExercise, texts: Texts): readonly string[] => {
  const shown = ranges.filter(({ measure }) => !texts.measures[measure].isOwnScale);
  if (shown.length === 0) return [texts.report.noRange];
  return shown.flatMap((range, index) => {
    const isLast = shown[index + 1]?.measure !== range.measure;
    return [rangeInWords(range, texts), ...(isLast ? [rangeNote(range, texts)] : [])];
  });
};

/** The repetitions of an exercise in lines: the spread, what was put right by hand, timed, or did not count. */
export const repetitionLines = (one: ReportedExercise, texts: Texts): readonly string[] => {
  const { repetitions, added, takenBack, timed, attempts } = one;
  const words = texts.report;
  return [
    spreadInWords(repetitions, texts),
    ...(added + takenBack > 0 ? [words.byHand(added, takenBack)] : []),
    ...(timed > 0 ? [words.timed(timed)] : []),
    ...(attempts > 0 ? [words.attempts(attempts)] : []),
  ];
};

/** The held time of an exercise in lines; none if nothing is held. */
export const heldLines = ({ heldMs, longestHoldMs }: ReportedExercise, texts: Texts): readonly string[] =>
  heldMs
    ? [
        texts.report.held(spreadInWords(heldMs, texts, (ms) => `${Math.round(ms / 1000)}`)),
        texts.report.longest(longestHoldMs),
      ]
    : [];

/** How many measures that could not be judged are named. */
const namedMeasures = 2;

/** What could not be judged of an exercise, in lines. */
export const notJudgedLines = ({ unseenMs, notJudged, timed }: ReportedExercise, texts: Texts): readonly string[] => {
  const words = texts.report;
  const lines = [
    ...(unseenMs >= shortest ? [words.unseen(unseenMs)] : []),
    ...notJudged
      .filter(({ ms }) => ms >= shortest)
      .slice(0, namedMeasures)
      .map(({ measure, ms }) => words.notJudged(texts.measures[measure].name, ms)),
  ];
  return lines.length > 0 || timed > 0 ? lines : [words.all];
};

/** How many versions of the app are named. */
const namedApps = 3;

/** With what the sessions were made: the app, the body model and the place of the device, each with its sessions. */
export const madeWithLines = ({ apps, models, places }: Report, { report }: Texts): readonly string[] => {
  const words = report.madeWith;
  return [
    apps.slice(0, namedApps).map(([app, count]) => words.in(words.app(app), count)),
    models.map(([model, count]) => words.in(words.model[model ?? 'unknown'], count)),
    places.map(([place, count]) => words.in(words.place[place ?? 'unknown'], count)),
  ].map((parts) => parts.join(', '));
};
