import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import type { Analysis, Stood } from './analysis.ts';
import { moment, ofType } from './moments.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** A view that fills this share of the time in which the view is known is the film's view. */
const ruling = 0.8;

/** Shorter stretches in which no person is found are a flicker of the detector, ms. */
const flicker = 500;

/** A smaller share of the time is not reported. */
const leastShare = 0.005;

/** More stretches than this are summed up. */
const mostStretches = 8;

const standings: readonly (View | 'between')[] = ['front', 'side', 'between'];

const verdicts = {
  front: 'a front view',
  side: 'a side view',
  between: 'neither a front nor a side view: somebody turned half-way',
} as const;

/** The view of the film. */
const verdict = ({ stood }: Analysis): string => {
  const told = standings.reduce((sum, one) => sum + stood.of(one), 0);
  if (told === 0) return stood.of('unclear') > 0 ? 'too little of anybody to tell the view' : 'nobody';
  const ruled = standings.find((one) => stood.of(one) >= ruling * told);
  return ruled ? verdicts[ruled] : 'a changing view';
};

const names: Readonly<Record<Stood, string>> = {
  front: 'front',
  side: 'side',
  between: 'between',
  unclear: 'unclear',
  empty: 'nobody in view',
};

const share = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(1, whole))} %`;

const wholeOf = ({ stood }: Analysis): number => stood.keys.reduce((sum, key) => sum + stood.of(key), 0);

/** The views of the person, with their shares of the time. */
export const stoodLines = (analysis: Analysis): readonly string[] => {
  const { stood } = analysis;
  const shares = stood.keys
    .filter((key) => stood.of(key) >= leastShare * wholeOf(analysis))
    .map((key) => `${names[key]} ${share(stood.of(key), wholeOf(analysis))}`);
  return [`${verdict(analysis)} (${shares.join(', ')})`];
};

/** The share of the time in which no person was in view, and when. */
export const nobodyLines = (analysis: Analysis): readonly string[] => {
  const ms = analysis.stood.of('empty');
  if (ms < flicker) return ['never'];
  const stretches = analysis.stood.stretchesOf('empty').filter(({ from, to }) => to - from >= flicker);
  const shown = stretches.slice(0, mostStretches).map(({ from, to }) => `${moment(from)}-${moment(to)}`);
  const more = stretches.length - shown.length;
  const when = [...shown, ...(more > 0 ? [`${more} times more`] : [])].join(', ');
  return [`${share(ms, wholeOf(analysis))} of the time, ${en.app.seconds(ms)}${when ? `: ${when}` : ''}`];
};

/** When judging began, or what it waited for. */
export const readyLines = ({ record, asked, plan }: Analysis): readonly string[] => {
  const armed = ofType(record.events, 'armed')[0];
  if (armed) return [`at ${moment(armed.at)}`];
  const hint = asked.keys.find((key) => key !== undefined);
  if (!hint) {
    const reached = ofType(record.events, 'phase-changed').at(-1)?.to ?? 'looking';
    return [`never; the film ended at "${en.phases[reached]}"`];
  }
  const { startPosture } = exerciseTextsOf(en, plan.exercise.id);
  const words = hint === 'take-start-posture' ? startPosture : en.hints[hint];
  return [`never; it asked for ${en.app.seconds(asked.of(hint))}: "${words}"`];
};

/** The keypoints that set-up or judging needed and that were not seen, and for how long. */
export const notSeenLines = ({ record: { events } }: Analysis): readonly string[] => {
  const last = events.at(-1)?.at ?? 0;
  const times = new Map<string, number>();
  for (const { at, forMs, missing } of ofType(events, 'not-seen')) {
    const until = events.find((event) => event.at >= at && event.type === 'seen-again')?.at ?? last;
    const parts = en.keypointsInWords(missing);
    times.set(parts, (times.get(parts) ?? 0) + forMs + until - at);
  }
  return [...times]
    .toSorted(([, one], [, other]) => other - one)
    .map(([parts, ms]) => `${parts}, for ${en.app.seconds(ms)}`);
};

/** The measures that could not be judged, and for how long. */
export const notJudgedLines = ({ summary: { notJudged } }: Analysis): readonly string[] =>
  notJudged.map(({ measure, ms }) => `${en.measures[measure].name}, for ${en.app.seconds(ms)}`);
