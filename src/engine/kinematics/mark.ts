import { otherSide, sides, type Keypoints, type PairedPart, type Side } from '../pose/keypoints.ts';
import { radiansOf } from '../units.ts';
import { formulas, mapDefined, headTilt, scaleOf, towards } from './formulas.ts';
import { isOfBody, measureRow, type BodyMeasure, type MeasureName } from './measures.ts';
import type { BodyLengths, Neutral } from './neutral.ts';
import type { Orientation } from '../pose/orientation.ts';
import { angleFrom, between, distance, dot, middle, turnedAbout, type Point } from './plane.ts';
import { measureKey } from './reading.ts';
import { sightedBody, type SightedBody } from './sighted-body.ts';

/*
 * The inverse of the measures' formulas: where the body would have to be to read the wanted value. The nearest such
 * place is marked, with the rest of the body unchanged, so that the mark is reached exactly when the measure reads the
 * wanted value.
 */

/**
 * How a part of the body moves to its mark: straight, or turned about a joint by degrees, clockwise in the picture +.
 */
export type Way = { readonly is: 'straight' } | { readonly is: 'turn'; readonly about: Point; readonly by: number };

/** Where a part of the body is, where it is wanted, and how the body would look there; pixels of the picture. */
export interface Mark {
  readonly from: Point;
  readonly to: Point;
  readonly way: Way;
  /** The lines of the body with the part at its mark. */
  readonly ghost: readonly (readonly Point[])[];
  /** The radius of the marked part: a head, an elbow or a hand. */
  readonly radius: number;
}

/** What a measure should read, before it is related to neutral: above or below a value. */
export interface Wanted {
  readonly is: 'above' | 'below';
  readonly value: number;
}

/** Computes the marks of a measure; empty where an input is missing. */
type Marking = (body: SightedBody, lengths: BodyLengths, side: Side, wanted: Wanted) => readonly Mark[];

/**
 * The radius of a head about its ears, and of every other marked part, over the shoulder width: 0.12 m and 0.05 m /
 * 0.36 m.
 */
const radii = { head: 0.33, joint: 0.14 } as const;

const radiusOf = (body: SightedBody, lengths: BodyLengths, what: keyof typeof radii): number =>
  radii[what] * (scaleOf(body, lengths) ?? 0);

type Place = (body: SightedBody, side: Side, lengths: BodyLengths) => Point | undefined;
type Line = (body: SightedBody, side: Side, lengths: BodyLengths) => readonly (Point | undefined)[];

/** A limb that turns about a joint in the plane of the picture. */
interface Turning {
  readonly about: Place;
  /** The end whose direction from the joint is measured. */
  readonly end: Place;
  readonly what: keyof typeof radii;
  /** The direction in which the measure grows: 1 clockwise in the picture, -1 counter-clockwise. */
  readonly sense: (body: SightedBody, side: Side) => 1 | -1;
  /** What turns, drawn as lines; by default the line from the joint to the end. */
  readonly lines?: readonly Line[];
}

const isSeen = (point: Point | undefined): point is Point => point !== undefined;

const through =
  (...places: readonly Place[]): Line =>
  (body, side, lengths) =>
    places.map((place) => place(body, side, lengths));

const turning =
  (measure: BodyMeasure, { about, end, what, sense, lines = [through(about, end)] }: Turning): Marking =>
  (body, lengths, side, wanted) => {
    const [joint, from] = [about(body, side, lengths), end(body, side, lengths)];
    const value = formulas[measure](body, lengths, side);
    if (!joint || !from || value === undefined) return [];
    const by = sense(body, side) * (wanted.value - value);
    const turned = (point: Point): Point => turnedAbout(point, joint, by);
    const drawn = lines.map((line) => line(body, side, lengths).filter(isSeen));
    return [
      {
        from,
        to: turned(from),
        way: { is: 'turn', about: joint, by },
        ghost: drawn.filter((line) => line.length > 1).map((line) => line.map(turned)),
        radius: radiusOf(body, lengths, what),
      },
    ];
  };

const own =
  (part: PairedPart): Place =>
  (body, side) =>
    body.at(side, part);
const centre =
  (part: PairedPart): Place =>
  (body) =>
    body.centre(part);
const pair =
  (part: PairedPart): Line =>
  (body) =>
    sides.map((side) => body.at(side, part));

/**
 * From the ears to the crown and to well above it, 0.13 m and 0.27 m, over the shoulder width: a mark there does not
 * hide the face.
 */
const aboveEars = { crown: 0.36, end: 0.75 } as const;

/** Of a user near the lens, the end stays this far below the picture's top, as a share of the ears' distance from it. */
const belowTop = 0.15;

/** A point above the head along its tilt: perpendicular to the line of eyes and ears that gives the tilt. */
const aboveHead =
  (what: keyof typeof aboveEars): Place =>
  (body, _, lengths) =>
    mapDefined(
      [body.centre('ear'), headTilt(body, lengths), scaleOf(body, lengths)],
      (ears: Point, tilt: number, scale: number): Point => {
        const inPicture = Math.max((1 - belowTop) * ears.y, aboveEars.crown * scale);
        return turnedAbout({ x: ears.x, y: ears.y - Math.min(aboveEars[what] * scale, inPicture) }, ears, tilt);
      },
    );

const forward = ({ orientation }: SightedBody): 1 | -1 => orientation.forward;
const backward = ({ orientation }: SightedBody): 1 | -1 => (orientation.forward === 1 ? -1 : 1);
const toSide = (_: SightedBody, side: Side): 1 | -1 => towards(side);
/** A hanging arm rises outward; on the left that is counter-clockwise. */
const outward = (_: SightedBody, side: Side): 1 | -1 => towards(otherSide(side));

const arm = {
  about: own('shoulder'),
  end: own('elbow'),
  what: 'joint',
  lines: [through(own('shoulder'), own('elbow'), own('wrist'))],
} as const;

/**
 * The elbow raised along the trunk to the wanted height; it keeps its sideways place as far as the arm's length allows.
 */
const upperArmLevel: Marking = (body, lengths, side, { value }) =>
  mapDefined(
    [body.at(side, 'shoulder'), body.at(side, 'elbow'), lengths.upperArm[side]],
    (shoulder: Point, elbow: Point, upperArm: number): readonly Mark[] => {
      const upward = body.trunkUp();
      const across = { x: -upward.y, y: upward.x };
      const rise = upperArm * Math.sin(radiansOf(value));
      const reach = Math.max(upperArm, distance(shoulder, elbow));
      const widest = Math.sqrt(reach ** 2 - rise ** 2);
      const aside = Math.min(widest, Math.max(-widest, dot(between(shoulder, elbow), across)));
      const to = {
        x: shoulder.x + rise * upward.x + aside * across.x,
        y: shoulder.y + rise * upward.y + aside * across.y,
      };
      const radius = radiusOf(body, lengths, 'joint');
      return [{ from: elbow, to, way: { is: 'straight' }, ghost: [[shoulder, to]], radius }];
    },
  ) ?? [];

/** Both elbows, moved equally in or out along the line between them. */
const elbowGap: Marking = (body, lengths, _, { value }) =>
  mapDefined(
    [body.at('left', 'elbow'), body.at('right', 'elbow'), lengths.shoulderWidth],
    (left: Point, right: Point, width: number): readonly Mark[] => {
      const centre = middle(left, right);
      const gap = distance(left, right);
      const share = gap === 0 ? 1 : (value * width) / gap;
      return sides.flatMap((side): readonly Mark[] => {
        const [shoulder, from] = [body.at(side, 'shoulder'), body.at(side, 'elbow')];
        if (!shoulder || !from) return [];
        const to = { x: centre.x + share * (from.x - centre.x), y: centre.y + share * (from.y - centre.y) };
        const radius = radiusOf(body, lengths, 'joint');
        return [{ from, to, way: { is: 'straight' }, ghost: [[shoulder, to]], radius }];
      });
    },
  ) ?? [];

/**
 * A hand wanted at a part of the body counts before it reaches the exact point; a hand wanted away from it may be
 * anywhere, so that there is no mark.
 */
const handAt =
  (part: PairedPart, hands: Line): Marking =>
  (body, lengths, side, { is }) => {
    const to = body.at(side, part);
    if (!to || is === 'above') return [];
    const [from] = hands(body, side, lengths)
      .filter(isSeen)
      .toSorted((one, other) => distance(one, to) - distance(other, to));
    return from ? [{ from, to, way: { is: 'straight' }, ghost: [], radius: radiusOf(body, lengths, 'joint') }] : [];
  };

/** The marking of each measure; a measure without a place in the picture, such as `likeness`, has none. */
const markings: Readonly<Partial<Record<BodyMeasure, Marking>>> = {
  shoulderFlexion: turning('shoulderFlexion', { ...arm, sense: backward }),
  armElevation: turning('armElevation', { ...arm, sense: outward }),
  elbowPitch: turning('elbowPitch', { ...arm, sense: backward }),
  upperArmLevel,
  elbowFlexion: turning('elbowFlexion', {
    about: own('elbow'),
    end: own('wrist'),
    what: 'joint',
    sense: (body, side) =>
      mapDefined(
        [body.at(side, 'shoulder'), body.at(side, 'elbow'), body.at(side, 'wrist')],
        (shoulder: Point, elbow: Point, wrist: Point) =>
          angleFrom(between(shoulder, elbow), between(elbow, wrist), 1) < 0 ? -1 : 1,
      ) ?? 1,
  }),
  trunkLean: turning('trunkLean', {
    about: centre('hip'),
    end: centre('shoulder'),
    what: 'joint',
    sense: forward,
    lines: [through(centre('hip'), centre('shoulder'), centre('ear'))],
  }),
  trunkSideLean: turning('trunkSideLean', {
    about: centre('hip'),
    end: centre('shoulder'),
    what: 'joint',
    sense: toSide,
    lines: [through(centre('hip'), centre('shoulder')), pair('shoulder')],
  }),
  headOverHips: turning('headOverHips', { about: centre('hip'), end: centre('ear'), what: 'head', sense: forward }),
  chinLift: turning('chinLift', { about: centre('shoulder'), end: centre('ear'), what: 'head', sense: backward }),
  headSideBend: turning('headSideBend', {
    about: centre('ear'),
    end: aboveHead('end'),
    what: 'joint',
    sense: toSide,
    lines: [through(aboveHead('crown'), aboveHead('end'))],
  }),
  shoulderTilt: turning('shoulderTilt', {
    about: centre('shoulder'),
    end: own('shoulder'),
    what: 'joint',
    sense: toSide,
    lines: [pair('shoulder')],
  }),
  elbowGap,
  handOnShoulder: handAt('shoulder', (body, side) => [body.at(side, 'wrist'), body.at(otherSide(side), 'wrist')]),
  handAtHead: handAt('ear', (body, side) => [body.at(side, 'wrist')]),
};

/**
 * Where a measure wants the body relative to the user's neutral, on one side or of the whole body; empty where no
 * reliable mark exists.
 */
export const marksOf = (
  measure: MeasureName,
  side: Side | undefined,
  keypoints: Keypoints,
  orientation: Orientation,
  neutral: Neutral,
  wanted: Wanted,
): readonly Mark[] => {
  const marking = isOfBody(measure) ? markings[measure] : undefined;
  const value = beforeNeutral(measure, wanted.value, neutral.zeros.get(measureKey(measure, side)));
  if (!marking || value === undefined) return [];
  const body = sightedBody(keypoints, orientation);
  return marking(body, neutral.lengths, side ?? orientation.near, { ...wanted, value });
};

const beforeNeutral = (measure: MeasureName, value: number, zero: number | undefined): number | undefined => {
  const { fromNeutral } = measureRow(measure);
  if (fromNeutral === 'no') return value;
  if (zero === undefined) return undefined;
  return fromNeutral === 'change' ? value + zero : value * zero;
};
