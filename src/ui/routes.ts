import { views, type View } from '../engine/kinematics/measures.ts';
import type { SourceKind } from '../session/ports.ts';
import type { TrainingOptions } from '../session/training-options.ts';

/** Where in the app one is. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'briefing'; readonly id: string }
  | { readonly screen: 'training'; readonly id: string; readonly options: TrainingOptions }
  | { readonly screen: 'lost'; readonly link: string };

const sourceKinds: readonly SourceKind[] = ['camera', 'figure', 'file', 'frames'];

/** A number within its bounds, or nothing: an odd option is as if it were not said. */
const numberIn = (text: string | null, least: number, most: number): number | undefined => {
  const number = text ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

const optionsIn = (query: URLSearchParams): TrainingOptions => {
  const reps = numberIn(query.get('reps'), 1, 50);
  return {
    source: sourceKinds.find((kind) => kind === query.get('source')) ?? 'camera',
    reps: Number.isInteger(reps) ? reps : undefined,
    holdSeconds: numberIn(query.get('hold'), 1, 120),
    range: query.get('range') === 'norm' ? 'norm' : 'personal',
    view: views.find((view) => view === query.get('view')),
    strictness: numberIn(query.get('strictness'), 0.5, 2) ?? 1,
  };
};

/** Reads a route from the part of the address that begins with `#`. */
export const routeOf = (hash: string): Route => {
  const link = hash.replace(/^#/, '') || '/';
  const [path = '', query = ''] = link.split('?', 2);
  const [before, place, id, ...rest] = path.split('/');
  if (before || rest.length > 0) return { screen: 'lost', link };
  if (!place && !id) return { screen: 'home' };
  if (place === 'exercise' && id) return { screen: 'briefing', id };
  if (place === 'train' && id) return { screen: 'training', id, options: optionsIn(new URLSearchParams(query)) };
  return { screen: 'lost', link };
};

/** The link home. */
export const homeLink = '#/';

/** The link to an exercise's briefing. */
export const briefingLink = (id: string): string => `#/exercise/${id}`;

/** The link that trains an exercise against a source; seen from a view, where one is said. */
export const trainingLink = (id: string, source: SourceKind, view?: View): string =>
  `#/train/${id}?source=${source}${view ? `&view=${view}` : ''}`;

/** A training link with another source, and all that it asks for besides. */
export const withSource = (hash: string, source: SourceKind): string => {
  const [path = '', query = ''] = hash.split('?', 2);
  const options = new URLSearchParams(query);
  options.set('source', source);
  return `${path}?${options}`;
};
