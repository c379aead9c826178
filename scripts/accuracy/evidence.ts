import type { View } from '../../src/engine/pose/view.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { rulesOf, viewsOf } from '../films/rules-of.ts';
import { peopleIn } from '../people/people-folder.ts';
import { hasStills, isInHalf, stillsIn } from '../people/stills-file.ts';
import { clipNames, clipShows } from './clips.ts';
import type { Case } from './plan.ts';
import { nearestInRoom } from './setting.ts';
import { table } from './tables.ts';

/* What stands behind each exercise: how many sets of people, of rigged bodies and of the figure were judged. */

/** The kinds of evidence, the strongest first, with their columns. */
const kinds = {
  people: 'people',
  films: 'films of people',
  stills: 'stills of people',
  motion: 'people’s motion on rigged bodies',
  rigged: 'rigged bodies',
  figure: 'figure',
} as const;

/** A kind of evidence. */
export type EvidenceKind = keyof typeof kinds;

const kindNames = Object.keys(kinds) as EvidenceKind[];

/** Where the user is: two metres from the lens, or at the desk on which it stands. */
export type Place = 'room' | 'desk';

/** One set, film or still in which an exercise was judged. */
export interface Evidence {
  readonly exercise: string;
  readonly view: View;
  readonly place: Place;
  readonly kind: EvidenceKind;
  readonly isHeldOut: boolean;
}

/** The recordings and the stills of people in a folder. Their motion on other bodies is in the films of those. */
export const evidenceOfPeople = (folder: string | undefined): readonly Evidence[] => {
  if (folder === undefined) return [];
  const sets = peopleIn(folder).flatMap(({ half, truth: { counts = {}, repetitions, view } }) =>
    Object.entries(counts)
      .filter(([, count]) => count !== null && count > 0 && repetitions !== undefined)
      .map(([exercise]): Evidence => ({ exercise, view, place: 'room', kind: 'people', isHeldOut: half === 'even' })),
  );
  const stills = hasStills(folder) ? stillsIn(folder) : [];
  return [
    ...sets,
    ...stills.map((still): Evidence => ({ ...stillsShow, kind: 'stills', isHeldOut: isInHalf(still, 'even') })),
  ];
};

/** What the stills of `head-tilt-stills` show. */
const stillsShow = { exercise: 'head-tilt', view: 'front', place: 'room' } as const;

/** The films of people that show an exercise; the others show what must not count. */
export const evidenceOfClips = (): readonly Evidence[] =>
  clipNames.flatMap((name): readonly Evidence[] => {
    const shown = clipShows[name];
    return shown ? [{ ...shown, place: 'room', kind: 'films', isHeldOut: false }] : [];
  });

/** Films of the figure and of rigged bodies that were seen. */
export const evidenceOfCases = (cases: readonly Case[], isHeldOut: boolean, isMotion = false): readonly Evidence[] =>
  cases.map(({ exercise, view, film: { camera, performer } }) => ({
    exercise: exercise.id,
    view,
    place: camera.distance < nearestInRoom ? 'desk' : 'room',
    kind: isMotion ? 'motion' : performer === undefined ? 'figure' : 'rigged',
    isHeldOut,
  }));

/** The exercises, views and places that are judged. */
const rows = (): readonly Pick<Evidence, 'exercise' | 'view' | 'place'>[] =>
  exercises.flatMap((exercise) =>
    viewsOf(exercise).flatMap((view) =>
      (rulesOf(exercise, view).atDesk === true ? (['room', 'desk'] as const) : (['room'] as const)).map((place) => ({
        exercise: exercise.id,
        view,
        place,
      })),
    ),
  );

const cellOf = (own: readonly Evidence[]): string => {
  const heldOut = own.filter(({ isHeldOut }) => isHeldOut).length;
  if (own.length === 0) return '–';
  return heldOut === 0 ? `${own.length}` : `${own.length} (${heldOut} held out)`;
};

/** What a row rests on: the strongest kind that it has. */
const restsOn = (own: readonly Evidence[]): string => {
  const strongest = kindNames.find((kind) => own.some((one) => one.kind === kind));
  if (strongest === undefined) return '**nothing**';
  return strongest === 'figure' ? '**the figure alone**' : kinds[strongest];
};

const placeNames: Readonly<Record<Place, string>> = { room: 'two metres away', desk: 'at the desk' };

const listed = (some: readonly Pick<Evidence, 'exercise' | 'view' | 'place'>[]): string =>
  some.map(({ exercise, view, place }) => `the ${exercise} from the ${view} (${placeNames[place]})`).join(', ');

/** How many sets of each kind stand behind each exercise, view and place, and what rests on the figure alone in words. */
export const evidenceText = (all: readonly Evidence[]): string => {
  const filled = rows().map((row) => ({
    ...row,
    own: all.filter(
      ({ exercise, view, place }) => exercise === row.exercise && view === row.view && place === row.place,
    ),
  }));
  const unjudged = filled.filter(({ own }) => own.length === 0);
  const figureAlone = filled.filter(({ own }) => own.length > 0 && own.every(({ kind }) => kind === 'figure'));
  const views = new Set(all.filter(({ kind }) => kind === 'people').map(({ view }) => view));
  return [
    table(
      ['exercise', 'view', 'where', ...kindNames.map((kind) => kinds[kind]), 'rests on'],
      filled.map(({ exercise, view, place, own }) => [
        exercise,
        view,
        placeNames[place],
        ...kindNames.map((kind) => cellOf(own.filter((one) => one.kind === kind))),
        restsOn(own),
      ]),
    ),
    figureAlone.length > 0
      ? `No person and no rigged body has been judged in ${listed(figureAlone)}: these rest on the figure alone.`
      : '',
    unjudged.length > 0 ? `Nothing has been judged in ${listed(unjudged)}.` : '',
    views.has('side')
      ? ''
      : 'No recorded person is seen from the side, and none sits; people on the stills sit ([people](people.md)).',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};
