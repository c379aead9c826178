import { otherSide, type Side } from '../pose/keypoints.ts';
import { degreesOf, radiansOf } from '../units.ts';
import type { BodyMeasure } from './measures.ts';
import type { BodyLengths } from './neutral.ts';
import { angleFrom, between, distance, dot, middle, turnedAbout, unit, up, type Point } from './plane.ts';
import type { SightedBody } from './sighted-body.ts';

/** A measure's formula: its value before it is related to neutral, or `undefined` where an input is missing. */
export type Formula = (body: SightedBody, lengths: BodyLengths, side: Side) => number | undefined;

/**
 * The estimate of the shoulder width in side view, where it is not visible: biacromial breadth over trunk length, 0.36
 * m / 0.50 m (Drillis & Contini).
 */
const shoulderWidthOverTrunk = 0.72;

/** The shoulder width over the upper arm: 0.36 m / 0.29 m (Drillis & Contini). */
export const shoulderWidthOverUpperArm = 1.24;

/** Applies a function if every argument is defined; otherwise returns `undefined`. */
export const mapDefined = <T extends readonly unknown[], R>(
  values: { readonly [K in keyof T]: T[K] | undefined },
  apply: (...values: T) => R,
): R | undefined => (values.every((value) => value !== undefined) ? apply(...(values as unknown as T)) : undefined);

/** The picture's downward direction. */
const down: Point = { x: -up.x, y: -up.y };

const asin = (value: number): number => degreesOf(Math.asin(Math.min(1, Math.max(-1, value))));

const leftward = (body: SightedBody, part: 'shoulder' | 'ear' | 'eye'): Point | undefined =>
  mapDefined([body.at('right', part), body.at('left', part)], between);

/** The slope of a line, -90 to 90 degrees. It has no direction, so that swapping left and right does not change it. */
const tiltOf = ({ x, y }: Point): number => degreesOf(Math.atan2(x < 0 ? -y : y, Math.abs(x)));

/** The weight of the line through the eyes relative to that through the ears, whose near ends a tilted head hides. */
const eyesOverEars = 2;

/**
 * Ears that appear nearer to each other than this share of their distance at neutral show no tilt: a tilt keeps their
 * distance, and a head would have to turn by 53 degrees. Where the whole body is turned, the shoulders narrow with the ears. Tilted heads of people read at least 0.89 (232 stills, Thunder).
 * Where MoveNet Lightning draws both ears on one side of a tilted head, the tilt is off by 15 degrees and more, either
 * way: 194 of 298 such readings have a lower share, and 129 of 10,516 that are off by less than 10 (figure, 25 films).
 */
const leastEarWidth = 0.6;

/**
 * The tilt of the lines through eyes and ears together, degrees; `undefined` where one is not seen, or where the ears are
 * too near to each other. On a film of a person MoveNet scores the ears of a tilted head 0.26-0.4 and reads their line at
 * half of the true tilt.
 */
export const headTilt = (body: SightedBody, lengths: BodyLengths): number | undefined =>
  mapDefined([leftward(body, 'ear'), leftward(body, 'eye')], (ears: Point, eyes: Point) =>
    Math.hypot(ears.x, ears.y) < leastEarWidth * earWidthIn(body, lengths)
      ? undefined
      : (tiltOf(ears) + eyesOverEars * tiltOf(eyes)) / (1 + eyesOverEars),
  );

/** The distance of the ears at neutral, as narrow as the shoulders are now, pixels; 0 where it is not known. */
const earWidthIn = (body: SightedBody, { earWidth = 0, shoulderWidth }: BodyLengths): number =>
  earWidth *
  (mapDefined([body.width('shoulder'), shoulderWidth], (now: number, before: number) => Math.min(1, now / before)) ??
    1);

/** +1 for a measure of the left side, -1 for one of the right: towards the named side is positive. */
export const towards = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);

const shoulderTilt: Formula = (body, _, side) =>
  mapDefined([leftward(body, 'shoulder')], (line: Point) => towards(side) * tiltOf(line));

/** The tilt of the head against the line of the shoulders, degrees, to the named side +. */
const headSideBend: Formula = (body, lengths, side) =>
  mapDefined(
    [headTilt(body, lengths), shoulderTilt(body, lengths, side)],
    (head: number, shoulders: number) => towards(side) * head - shoulders,
  );

/** The bend of the neck, from the middle of the shoulders to that of the ears, against the line of the shoulders. */
const neckSideBend: Formula = (body, lengths, side) =>
  mapDefined(
    [body.centre('shoulder'), body.centre('ear'), shoulderTilt(body, lengths, side)],
    (shoulders: Point, ears: Point, lower: number) => angleFrom(up, between(shoulders, ears), towards(side)) - lower,
  );

/**
 * How much the bends of neck and head add to the rise of a shoulder. In a correct tilt the line of the shoulders goes
 * along with the head by a twentieth of its bend, and the neck bends by half as much as the head; toward a shoulder that
 * is raised the neck bends further, by about as much as the line of the shoulders is off. Set on 198 stills of people
 * (Thunder), where without the neck correct tilts read up to 3.3 and raised shoulders from 5.4, with it 3.6 and 7.6.
 */
const [byNeck, byHead] = [0.5, -0.2] as const;

const armAgainstTrunk = (body: SightedBody, side: Side): Point | undefined =>
  mapDefined([body.at(side, 'shoulder'), body.at(side, 'elbow')], between);

const neckAbove = (body: SightedBody, side: Side): number | undefined =>
  mapDefined([body.at(side, 'shoulder'), body.at(side, 'ear')], (shoulder: Point, ear: Point) =>
    dot(between(shoulder, ear), body.trunkUp()),
  );

const armLevel = (body: SightedBody, lengths: BodyLengths, side: Side): number | undefined =>
  mapDefined([armAgainstTrunk(body, side), lengths.upperArm[side]], (arm: Point, upperArm: number) =>
    asin(dot(arm, body.trunkUp()) / upperArm),
  );

/**
 * An upper arm that appears shorter than this share of its length is within 24 degrees of the lens's axis: its
 * direction is not usable. Design choice.
 */
const leastReach = 0.4;

/**
 * An upper arm that appears shorter than its length by more than this factor points at the lens, and its direction in
 * the picture exaggerates how far it is from level: level arms of a turned trunk read up to 145 degrees (17 people).
 * Less is the shoulder that climbs with a raised arm.
 */
const foreshortenedBy = 1.3;

/**
 * The formula of each measure that is computed from one body; measures derived from other measures are not included.
 */
export const formulas: Readonly<Record<BodyMeasure, Formula>> = {
  shoulderFlexion: (body, _, side) =>
    mapDefined([armAgainstTrunk(body, side)], (arm: Point) => {
      const upward = body.trunkUp();
      const turned = angleFrom({ x: -upward.x, y: -upward.y }, arm, body.orientation.forward === 1 ? -1 : 1);
      return turned < -90 ? turned + 360 : turned;
    }),
  armElevation: (body, lengths, side) =>
    mapDefined([armAgainstTrunk(body, side)], (arm: Point) => {
      const inPicture = 180 - Math.abs(angleFrom(body.trunkUp(), arm, 1));
      const upperArm = lengths.upperArm[side];
      if (upperArm === undefined) return inPicture;
      const reach = Math.min(1, (foreshortenedBy * Math.hypot(arm.x, arm.y)) / upperArm);
      return degreesOf(Math.acos(reach * Math.cos(radiansOf(inPicture))));
    }),
  upperArmLevel: armLevel,
  armLag: (body, lengths, side) =>
    mapDefined(
      [armLevel(body, lengths, otherSide(side)), armLevel(body, lengths, side)],
      (other: number, own: number) => other - own,
    ),
  elbowPitch: (body, lengths, side) =>
    mapDefined([armAgainstTrunk(body, side), lengths.upperArm[side]], (arm: Point, upperArm: number) => {
      if (Math.hypot(arm.x, arm.y) < leastReach * upperArm) return undefined;
      return degreesOf(Math.atan2(-arm.y, body.orientation.forward * arm.x));
    }),
  chinLift: (body) =>
    mapDefined([body.centre('hip') && body.centre('shoulder'), body.centre('ear')], (shoulder: Point, ear: Point) =>
      angleFrom(between(shoulder, ear), body.trunkUp(), body.orientation.forward),
    ),
  elbowFlexion: (body, _, side) =>
    mapDefined(
      [body.at(side, 'shoulder'), body.at(side, 'elbow'), body.at(side, 'wrist')],
      (shoulder: Point, elbow: Point, wrist: Point) =>
        Math.abs(angleFrom(between(shoulder, elbow), between(elbow, wrist), 1)),
    ),
  upperArmReach: (body, lengths, side) =>
    mapDefined(
      [body.at(side, 'shoulder'), body.at(side, 'elbow'), lengths.upperArm[side]],
      (shoulder: Point, elbow: Point, upperArm: number) => distance(shoulder, elbow) / upperArm,
    ),
  trunkLean: (body) =>
    mapDefined([body.centre('hip'), body.centre('shoulder')], (hip: Point, shoulder: Point) =>
      angleFrom(up, between(hip, shoulder), body.orientation.forward),
    ),
  trunkSideLean: (body, _, side) =>
    mapDefined([body.centre('hip'), body.centre('shoulder')], (hip: Point, shoulder: Point) =>
      angleFrom(up, between(hip, shoulder), towards(side)),
    ),
  headOverHips: (body) =>
    mapDefined([body.centre('hip'), body.centre('ear')], (hip: Point, ear: Point) =>
      angleFrom(up, between(hip, ear), body.orientation.forward),
    ),
  headSideBend,
  headLean: (body, lengths, side) => mapDefined([headTilt(body, lengths)], (head: number) => towards(side) * head),
  headPitch: (body, lengths) =>
    mapDefined(
      [headTilt(body, lengths), body.nose(), body.centre('ear'), scaleOf(body, lengths)],
      (tilt: number, nose: Point, ears: Point, scale: number) =>
        dot(between(ears, nose), turnedAbout(down, { x: 0, y: 0 }, tilt)) / scale,
    ),
  shoulderTilt,
  shoulderRise: (body, lengths, side) =>
    mapDefined(
      [shoulderTilt(body, lengths, side), neckSideBend(body, lengths, side), headSideBend(body, lengths, side)],
      (lower: number, neck: number, head: number) => byNeck * neck + byHead * head - lower,
    ),
  headTurn: (body, _, side) =>
    mapDefined(
      [body.nose(), body.centre('ear'), leftward(body, 'ear')],
      (nose: Point, ears: Point, line: Point) =>
        (towards(side) * dot(between(ears, nose), unit(line))) / Math.max(1, Math.hypot(line.x, line.y)),
    ),
  elbowGap: (body, lengths) =>
    mapDefined([body.width('elbow'), lengths.shoulderWidth], (gap: number, shoulders: number) => gap / shoulders),
  elbowLag: (body, lengths, side) =>
    mapDefined(
      [
        body.at('left', 'elbow'),
        body.at('right', 'elbow'),
        body.centre('shoulder'),
        leftward(body, 'shoulder'),
        lengths.shoulderWidth,
      ],
      (left: Point, right: Point, centre: Point, line: Point, width: number) =>
        (2 * towards(side) * dot(between(centre, middle(left, right)), unit(line))) / width,
    ),
  // Either hand counts: where the elbows touch, MoveNet confuses the hands (scores of 0.3-0.45).
  handOnShoulder: (body, lengths, side) =>
    mapDefined(
      [body.at(side, 'wrist'), body.at(side, 'shoulder'), lengths.shoulderWidth],
      (wrist: Point, shoulder: Point, width: number) =>
        Math.min(...[wrist, body.at(otherSide(side), 'wrist') ?? wrist].map((hand) => distance(hand, shoulder))) /
        width,
    ),
  handAtHead: (body, lengths, side) =>
    mapDefined(
      [body.at(side, 'wrist'), body.at(side, 'ear'), scaleOf(body, lengths)],
      (wrist: Point, ear: Point, scale: number) => distance(wrist, ear) / scale,
    ),
  turnedAway: (body, lengths) =>
    mapDefined(
      [body.width('shoulder'), body.width('hip'), lengths.shoulderWidth, lengths.hipWidth],
      (shoulders: number, hips: number, shoulders0: number, hips0: number) =>
        1 - Math.max(shoulders / shoulders0, hips / hips0),
    ),
  turnedToLens: (body, lengths) =>
    mapDefined([body.width('shoulder'), lengths.trunk], (shoulders: number, trunk: number) => shoulders / trunk),
  shoulderWidth: (body, lengths) =>
    mapDefined([body.width('shoulder'), lengths.shoulderWidth], (now: number, before: number) => {
      const size = mapDefined(
        [body.centre('hip'), body.centre('shoulder'), lengths.trunk],
        (hips: Point, shoulders: Point, trunk: number) => nearer(distance(hips, shoulders) / trunk),
      );
      return now / (before * (size ?? shrunkByHead(body, lengths)));
    }),
  shoulderSetback: (body) =>
    mapDefined(
      [body.centre('shoulder'), body.centre('ear'), body.centre('hip')],
      (shoulder: Point, ear: Point, hip: Point) => {
        const line = between(hip, ear);
        const aside = between(hip, shoulder);
        const forward = (line.x * aside.y - line.y * aside.x) * body.orientation.forward;
        return -forward / dot(line, line);
      },
    ),
  neckLength: (body, lengths) => {
    const { view, near } = body.orientation;
    const scale = scaleOf(body, lengths);
    if (view === 'side') return mapDefined([neckAbove(body, near), scale], (neck: number, by: number) => neck / by);
    return mapDefined(
      [neckAbove(body, 'left'), neckAbove(body, 'right'), scale],
      (left: number, right: number, by: number) =>
        (left + right) / 2 / (lengths.trunk === undefined ? by * shrunkByHead(body, lengths) : by),
    );
  },
};

/**
 * A person who leans away is smaller in the picture, and so is the trunk. Apparent trunk shortening up to this share is
 * attributed to hip drift in the model: on a rigged body that squeezes the shoulder blades MoveNet Thunder read the
 * trunk 5 % shorter, and no squeeze was detected. With more, such as 6 %, a person who signs and moves about can narrow
 * the shoulders by leaning.
 */
const drawnAlong = 0.04;

/** The size of a person in the picture relative to neutral, from the relative length of the trunk. */
const nearer = (times: number): number => (times > 1 ? times : Math.min(1, times + drawnAlong));

/**
 * How much smaller than at neutral a user is in the picture whose hips are not seen, by the distance of the ears, up to
 * 1. Half a metre from the lens, leaning back by ten degrees makes shoulders and neck 11 % smaller (figure): as much as
 * a squeeze, and a shrug. A larger head is not used: leaning in enlarges it more than the shoulders, which would narrow
 * them. A turned head only widens them.
 */
const shrunkByHead = (body: SightedBody, { earWidth }: BodyLengths): number =>
  mapDefined([body.width('ear'), earWidth], (now: number, before: number) => Math.min(1, nearer(now / before))) ?? 1;

/**
 * The user's scale, pixels: the neutral shoulder width; in side view its estimate from the trunk or the upper arm.
 * `undefined` where these were not seen.
 */
export const scaleOf = (body: SightedBody, lengths: BodyLengths): number | undefined => {
  if (body.orientation.view === 'front') return lengths.shoulderWidth;
  const upperArm = lengths.upperArm[body.orientation.near];
  if (lengths.trunk !== undefined) return lengths.trunk * shoulderWidthOverTrunk;
  return upperArm !== undefined ? upperArm * shoulderWidthOverUpperArm : undefined;
};
