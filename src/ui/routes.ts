import { sourceKinds, type SourceKind } from '../session/ports.ts';
import { doseLimits } from '../session/planning/routines.ts';
import type { TrainingOptions } from '../session/planning/training-options.ts';
import { armChoices } from '../session/settings.ts';
import { views, type View } from '../engine/pose/view.ts';

/** A place in the app: the screen and what it shows. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'safety' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'history' }
  | { readonly screen: 'plan' }
  | { readonly screen: 'report' }
  /** `id`: a kept session's. */
  | { readonly screen: 'history-session'; readonly id: string }
  /** `id`: an exercise's. */
  | { readonly screen: 'progress'; readonly id: string }
  | { readonly screen: 'briefing'; readonly id: string }
  | { readonly screen: 'routine'; readonly id: string }
  /** `followsPlan`: at the doses of the plan. */
  | {
      readonly screen: 'routine-training' | 'training';
      readonly id: string;
      readonly options: TrainingOptions;
      readonly followsPlan?: true;
    }
  /** `id`: the user's routine to change; `undefined` for a new one. */
  | { readonly screen: 'routine-editor'; readonly id: string | undefined }
  /** `id`: the recording that is replayed; `undefined` for one that is still to be chosen, and for other sources. */
  | { readonly screen: 'lab'; readonly source: LabSource; readonly id: string | undefined }
  | { readonly screen: 'lost'; readonly link: string };

/** What the Lab can watch. */
export const labSources = ['recording', 'camera', 'file', 'figure'] as const;

/** One of the things that the Lab can watch. */
export type LabSource = (typeof labSources)[number];

const ranges: readonly TrainingOptions['range'][] = ['personal', 'norm', 'timed'];

/** A number within its limits; `undefined` otherwise, so that an invalid option is ignored. */
const numberIn = (
  text: string | null,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined => {
  const number = text ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

const optionsIn = (query: URLSearchParams): TrainingOptions => {
  const [reps, sets] = [numberIn(query.get('reps'), doseLimits.reps), numberIn(query.get('sets'), doseLimits.sets)];
  return {
    source: sourceKinds.find((kind) => kind === query.get('source')) ?? 'camera',
    sets: Number.isInteger(sets) ? sets : undefined,
    reps: Number.isInteger(reps) ? reps : undefined,
    holdSeconds: numberIn(query.get('hold'), doseLimits.holdSeconds),
    range: ranges.find((range) => range === query.get('range')) ?? 'personal',
    view: views.find((view) => view === query.get('view')),
    arm: armChoices.find((arm) => arm === query.get('arm')),
    strictness: numberIn(query.get('strictness'), { least: 0.5, most: 2 }),
    asksPain: query.get('pain') !== 'off',
    restSeconds: numberIn(query.get('rest'), doseLimits.restSeconds),
    speed: numberIn(query.get('speed'), { least: 1, most: 4 }) ?? 1,
  };
};

/** The most characters of a link that are read: the longest link of the app has some 200, a browser allows two million. */
const longestLink = 2000;

/** The path and the query of a link: lower case, single slashes with none at its end, and a question mark as typed. */
const partsOf = (link: string): readonly [path: string, query: string] => {
  const [path = '', query = ''] = link.replace(/%3F/i, '?').toLowerCase().split('?', 2);
  const places = path.split('/').filter((place) => place !== '');
  return [`/${places.join('/')}`, query];
};

/** The id of a record in a link, which keeps its capitals; `undefined` where it cannot be decoded. */
const recordIn = (link: string): string | undefined => {
  const [, id] = (link.split('?', 1)[0] ?? '').split('/').filter((place) => place !== '');
  try {
    return id && decodeURIComponent(id);
  } catch {
    return undefined;
  }
};

/** The screens whose link is their name alone. */
const pages = ['safety', 'settings', 'history', 'plan', 'report'] as const;

/** Parses a route from the part of the address that begins with `#`. */
export const routeOf = (hash: string): Route => {
  const link = hash.replace(/^#/, '').slice(0, longestLink) || '/';
  if (hash.length > longestLink) return { screen: 'lost', link };
  const [path, query] = partsOf(link);
  const [, place, id, ...rest] = path.split('/');
  if (rest.length > 0) return { screen: 'lost', link };
  if (!place && !id) return { screen: 'home' };
  const alone = pages.find((page) => page === place);
  if (!id && alone) return { screen: alone };
  const session = place === 'history' ? recordIn(link) : undefined;
  if (session) return { screen: 'history-session', id: session };
  if (place === 'lab')
    return {
      screen: 'lab',
      source: labSources.find((source) => source === new URLSearchParams(query).get('source')) ?? 'recording',
      id: recordIn(link),
    };
  if (place === 'progress' && id) return { screen: 'progress', id };
  if (place === 'exercise' && id) return { screen: 'briefing', id };
  if (place === 'routines' && id) return { screen: 'routine', id };
  if ((place === 'routine' || place === 'train') && id) {
    const parameters = new URLSearchParams(query);
    const followsPlan = parameters.get('plan') === 'on' ? { followsPlan: true as const } : {};
    const screen = place === 'train' ? 'training' : 'routine-training';
    return { screen, id, options: optionsIn(parameters), ...followsPlan };
  }
  if (place === 'routine-editor' && id !== '') return { screen: 'routine-editor', id };
  return { screen: 'lost', link };
};

/** The link home. */
export const homeLink = '#/';

/** The link to the safety screen. */
export const safetyLink = '#/safety';

/** The link to the page about privacy, which the build places beside the app. */
export const privacyLink = './privacy.txt';

/** The link to the Lab with a source, or with a recording. */
export const labLink = (source: LabSource, id?: string): string =>
  id === undefined ? `#/lab?source=${source}` : `#/lab/${encodeURIComponent(id)}`;

/** The link to the settings. */
export const settingsLink = '#/settings';

/** The link to the history. */
export const historyLink = '#/history';

/** The link to the plan. */
export const planLink = '#/plan';

/** The link to the report for a physiotherapist. */
export const reportLink = '#/report';

/** The link that trains what the plan says, at its doses. */
export const plannedLink = (routine: string, isExercise: boolean): string =>
  `#/${isExercise ? 'train' : 'routine'}/${routine}?source=camera&plan=on`;

/** The link to a kept session. */
export const sessionLink = (id: string): string => `#/history/${encodeURIComponent(id)}`;

/** The link to how an exercise changes over time. */
export const progressLink = (exercise: string): string => `#/progress/${exercise}`;

/** The link to a routine's page; with a source, the link that starts it. */
export const routineLink = (id: string, source?: SourceKind): string =>
  source ? `#/routine/${id}?source=${source}` : `#/routines/${id}`;

/** The link that edits one of the user's own routines, or a new one. */
export const routineEditorLink = (id?: string): string => `#/routine-editor${id ? `/${id}` : ''}`;

/** The link to an exercise's briefing. */
export const briefingLink = (id: string): string => `#/exercise/${id}`;

/** The link that trains an exercise with a source, and from a view if given. */
export const trainingLink = (id: string, source: SourceKind, view?: View): string =>
  `#/train/${id}?source=${source}${view ? `&view=${view}` : ''}`;

/** A training link with another source and the same other options. */
export const withSource = (hash: string, source: SourceKind): string => {
  const [path, query] = partsOf(hash.replace(/^#/, '').slice(0, longestLink));
  const options = new URLSearchParams(query);
  options.set('source', source);
  return `#${path}?${options}`;
};
