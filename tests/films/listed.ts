import type { CueId } from '../../src/engine/exercise/cues.ts';
import type { View } from '../../src/engine/pose/view.ts';

/*
 * The films by name, with the expected result of each. The list does not depend on the engine: a rule that stops
 * working fails its film, and cannot remove the film. tests/scenarios/film-cases.test.ts checks the list against the
 * faults of the exercises.
 */

/** What a film shows, and the expected response. */
export type Shown =
  /** Every repetition of the dose, and nothing to correct. */
  | { readonly is: 'correct' }
  /** A fault, its cue, and everything else that the same movement causes; a hint is noticed, and its cue is not spoken. */
  | ({ readonly is: 'fault'; readonly fault: string; readonly cue: CueId; readonly isHint?: boolean } & Consequence)
  /** The movement, performed to this share of its way. */
  | ({ readonly is: 'short'; readonly share: number; readonly cue: CueId } & Consequence)
  /** The whole movement, with a stop at this share of the way on the way back. */
  | ({ readonly is: 'not-back'; readonly share: number; readonly cue: CueId } & Consequence);

interface Consequence {
  readonly besides?: readonly CueId[];
  /** Whether what is shown is still a repetition; unset where it is on the border of a rule. */
  readonly counts?: boolean;
}

/** One film of the list. */
export interface Listed {
  readonly exercise: string;
  readonly view: View;
  readonly name: string;
  readonly shown: Shown;
  /** How much of it `npm run test:films` draws and sends through the built app; all films exist as recordings. */
  readonly drawn: 'whole' | 'part' | 'nothing';
}

type Row = readonly [name: string, shown: Shown, drawn?: 'whole' | 'part'];

const correct = (name = 'correct'): Row => [name, { is: 'correct' }];
const told = (fault: string, cue: CueId, more: Consequence = { counts: true }): Row => [
  fault,
  { is: 'fault', fault, cue, ...more },
];
const hinted = (fault: string, cue: CueId): Row => [fault, { is: 'fault', fault, cue, isHint: true, counts: true }];
const short = (cue: CueId, share: number): Row => ['short', { is: 'short', share, cue, counts: false }];
/** Stopping may cause its own cue as well. */
const notBack = (cue: CueId, share: number): Row => [
  'not-back',
  { is: 'not-back', share, cue, besides: ['smooth'], counts: true },
];
const whole = ([name, shown]: Row): Row => [name, shown, 'whole'];
const part = ([name, shown]: Row): Row => [name, shown, 'part'];

/** The user stays at the desk, at these distances in centimetres. */
const atDesk: readonly Row[] = ['at-desk-60', 'at-desk-75', 'at-desk-95'].map(correct);

const of = (exercise: string, view: View, rows: readonly Row[]): readonly Listed[] =>
  rows.map(([name, shown, drawn]) => ({ exercise, view, name, shown, drawn: drawn ?? 'nothing' }));

/** Every film, in the order of the exercises. */
export const listed: readonly Listed[] = [
  ...of('butterfly', 'front', [
    whole(correct()),
    told('elbows-low', 'elbows-up'),
    told('hands-off', 'hands-on-shoulders'),
    told('elbow-late', 'both-together', { besides: ['elbows-together'], counts: false }),
    short('elbows-together', 0.7),
    notBack('open-wide', 0.7),
    correct('desk'),
  ]),
  ...of('shoulder-blade-squeeze', 'front', [
    part(correct()),
    // How much a shrug looks like a squeeze depends on how the body is built.
    told('shrugs', 'shoulders-down', {}),
    told('arms-lift', 'arms-hang'),
    correct('desk'),
    ...atDesk,
  ]),
  ...of('shoulder-blade-squeeze', 'side', [
    correct(),
    told('shrugs', 'shoulders-down', {}),
    told('leans-back', 'sit-tall'),
    // The arms are lifted to 46 degrees; from 45 on they are out of the squeeze's bounds.
    told('arms-lift', 'arms-hang', {}),
  ]),
  ...of('head-tilt', 'front', [
    part(correct()),
    told('too-far', 'ease-off'),
    told('shoulder-rises', 'shoulder-drop'),
    told('other-shoulder-rises', 'shoulder-drop'),
    told('chin-drops', 'chin-up'),
    told('leans-trunk', 'only-the-head', { besides: ['shoulder-drop', 'slower'], counts: true }),
    told('leans-instead', 'only-the-head', {}),
    told('arm-raised', 'arms-hang', {}),
    told('other-arm-raised', 'arms-hang', {}),
    told('fast-out', 'slower'),
    short('ear-to-shoulder', 0.62),
    notBack('ease-off', 0.45),
    correct('desk'),
    ...atDesk,
  ]),
  ...of('flexion-extension', 'side', [
    part(correct()),
    whole(told('too-far-forward', 'come-back-up')),
    told('too-far-back', 'not-so-far-back'),
    short('round-forward', 0.5),
    told('not-smooth', 'smooth'),
  ]),
  ...of('cheer', 'front', [
    correct(),
    // The lower arm comes up to 110 degrees, ten below the floor, and MoveNet reads more.
    told('uneven', 'both-together', { besides: ['reach-up', 'lower-slowly'] }),
    hinted('shrugs-first', 'shoulders-first'),
    told('fast-return', 'lower-slowly', { counts: true }),
    short('reach-up', 0.7),
    told('not-smooth', 'smooth'),
    notBack('arms-hang', 0.45),
  ]),
  ...of('cheer', 'side', [
    part(correct()),
    told('leans-back', 'sit-tall'),
    hinted('shrugs-first', 'shoulders-first'),
    told('fast-return', 'lower-slowly', { counts: true }),
    short('reach-up', 0.7),
    told('not-smooth', 'smooth'),
    notBack('arms-hang', 0.45),
    correct('desk'),
  ]),
  ...of('shoulder-flexion', 'side', [
    part(correct()),
    told('too-high', 'stop-there'),
    told('swings-back', 'keep-still'),
    told('swings-forward', 'keep-still', { besides: ['lower-slowly'] }),
    told('shrugs-first', 'shoulders-first'),
    told('fast-return', 'lower-slowly', { counts: true }),
    short('shoulder-height', 0.7),
    notBack('arms-hang', 0.45),
    correct('desk'),
  ]),
];
