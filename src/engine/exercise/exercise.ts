import * as v from 'valibot';
import { motionSchema, variationSchema } from '../figure/motion.ts';
import { isSeenIn, measureNames, type MeasureIn, type MeasureName } from '../kinematics/measures.ts';
import { cueSchema } from './cues.ts';
import { judgedPhaseSchema } from './phase.ts';
import { views, type View } from '../pose/view.ts';

const measure = v.picklist(measureNames);
const number = v.pipe(v.number(), v.finite());
const milliseconds = v.pipe(number, v.minValue(0), v.maxValue(600_000));

/** The schema of a bound on a measure: which side of the value is inside, and the slack that strictness scales. */
export const boundSchema = v.strictObject({
  is: v.picklist(['above', 'below']),
  value: number,
  tolerance: v.pipe(number, v.minValue(0)),
});

/** A bound on a measure: inside is above or below `value`, with a tolerance in the measure's unit. */
export type Bound = v.InferOutput<typeof boundSchema>;

const posture = v.record(measure, boundSchema);

const targetSchema = v.strictObject({
  /** The primary measure of the endpoint, and the bound that it must reach. */
  measure,
  ...boundSchema.entries,
  /**
   * The least that counts where nothing is held, and the least to which a goal may be eased; the target value if
   * absent.
   */
  floor: v.optional(number),
  /**
   * Whether this endpoint's bounds are offset by the rest reading. The start posture is assumed to be upright, so that
   * its reading is the model's bias and not the user's posture.
   */
  fromStart: v.optional(v.boolean()),
  /**
   * The share of the practised distance from rest that is required (0.9 if absent), and the easiest goal that is
   * allowed.
   */
  own: v.optional(v.strictObject({ share: v.pipe(number, v.minValue(0), v.maxValue(1)), limit: v.optional(number) })),
  /**
   * For `likeness`: the measures that may contribute to the similarity, and the direction in which the movement changes
   * them.
   */
  of: v.optional(v.pipe(v.array(v.strictObject({ measure, is: v.picklist(['above', 'below']) })), v.minLength(1))),
});

const endSchema = v.strictObject({
  name: v.string(),
  target: targetSchema,
  /** Given when the target is not reached. */
  cue: cueSchema,
  /** Whether the endpoint is held for the prescribed time. */
  held: v.boolean(),
  /**
   * The attempt is back from this endpoint when the primary measure is inside this bound; the cue is given if the user
   * stops before.
   */
  back: v.strictObject({ ...boundSchema.entries, cue: cueSchema }),
});

const faultSchema = v.strictObject({
  id: v.string(),
  while: v.pipe(v.array(judgedPhaseSchema), v.minLength(1)),
  /** The posture that should not be seen: the fault is on while every bound is exceeded. */
  when: posture,
  /** How long it must persist, ms; 600 if absent. */
  dwell: v.optional(milliseconds),
  cue: cueSchema,
  /** The confidence in this rule: a `low` one is shown as a hint, is never spoken and never delays a cue. */
  confidence: v.picklist(['high', 'medium', 'low']),
  /** The variation of the motion that shows the fault. */
  shownBy: variationSchema,
  /** Other faults that this variation also shows; `range` if it also falls short. */
  alongWith: v.optional(v.array(v.string())),
});

const ruleSetSchema = v.strictObject({
  /**
   * Whether it is also judged at a desk, half a metre to a metre from the lens, where only the head and the shoulders
   * are in the picture; what else its rules read is then not judged.
   */
  atDesk: v.optional(v.boolean()),
  /** The start posture; if empty, the start is rest. */
  start: posture,
  /** The posture that must be kept throughout an attempt; it excludes everyday movements. */
  requires: posture,
  /** One endpoint, or two in order. */
  ends: v.pipe(v.array(endSchema), v.minLength(1), v.maxLength(2)),
  /** The minimum duration of the stroke out, and the cue otherwise. */
  outgoing: v.optional(v.strictObject({ slowerThan: milliseconds, cue: cueSchema })),
  /**
   * The minimum duration of the stroke back, the limit of its peak speed (units of the measure per second), and the cue
   * otherwise.
   */
  returns: v.optional(v.strictObject({ slowerThan: milliseconds, peakSpeed: v.optional(boundSchema), cue: cueSchema })),
  faults: v.pipe(v.array(faultSchema), v.maxLength(50)),
});

const breath = v.optional(v.picklist(['in', 'out', 'free']));

/** The first measure that a rule set names and its view cannot see. */
const unseenMeasure = (rules: RuleSet, view: View): MeasureName | undefined => {
  const postures = [rules.start, rules.requires, ...rules.faults.map((fault) => fault.when)];
  const named = postures.flatMap((posture) => Object.keys(posture) as MeasureName[]);
  const targets = rules.ends.flatMap(({ target }) => [target, ...(target.of ?? [])]);
  return [...named, ...targets.map((target) => target.measure)].find((name) => !isSeenIn(name, view));
};

/** Whether each endpoint led by `likeness` lists its measures, and no other endpoint does. */
const saysOfWhat = (rules: Pick<RuleSet, 'ends'>): boolean =>
  rules.ends.every(({ target }) => (target.measure === 'likeness') === (target.of !== undefined));

/** The schema of an exercise: plain JSON, whether it is built in or from a file. */
export const exerciseSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/), v.maxLength(60)),
    /** `together`: both sides as one; `each`: left and right counted separately; `near`: the side next to the lens. */
    sides: v.picklist(['together', 'each', 'near']),
    /** The position on the home screen, ascending. */
    order: number,
    /** The default view. */
    view: v.picklist(views),
    /** The rules for each view in which the exercise can be judged. */
    views: v.partial(v.strictObject({ front: ruleSetSchema, side: ruleSetSchema })),
    breath: v.strictObject({ working: breath, holding: breath, returning: breath }),
    prescription: v.strictObject({
      // As in routines and links.
      sets: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(10)),
      reps: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(50)),
      hold: v.optional(milliseconds),
      rest: milliseconds,
    }),
    motion: motionSchema,
  }),
  v.check((exercise) => Object.keys(exercise.views).length > 0, 'An exercise needs the rules of at least one view.'),
  v.check(
    (exercise) => exercise.views[exercise.view] !== undefined,
    'An exercise needs the rules of the view it asks for.',
  ),
  v.check(
    (exercise) => views.every((view) => saysOfWhat(exercise.views[view] ?? { ends: [] })),
    'An end led by likeness says of which measures, and no other does.',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const view of views) {
      const rules = dataset.value.views[view];
      const measure = rules && unseenMeasure(rules, view);
      if (measure) addIssue({ message: `A ${view} view cannot see ${measure}.` });
    }
  }),
);

/** An exercise as data. */
export type Exercise = v.InferOutput<typeof exerciseSchema>;
/** The rules of an exercise in one view. */
export type RuleSet = v.InferOutput<typeof ruleSetSchema>;
/** One endpoint of a repetition. */
export type End = v.InferOutput<typeof endSchema>;
/** The target of an endpoint. */
export type Target = End['target'];
/** A posture that should not be seen, and the cue for it. */
export type Fault = v.InferOutput<typeof faultSchema>;
/** A set of bounds, each on one measure. */
export type Posture = RuleSet['start'];

type PostureIn<V extends View> = Partial<Record<MeasureIn<V>, Bound>>;
type TargetIn<V extends View> = Omit<Target, 'measure' | 'of'> & {
  readonly measure: MeasureIn<V>;
  readonly of?: readonly { readonly measure: MeasureIn<V>; readonly is: Bound['is'] }[];
};
type RuleSetIn<V extends View> = Omit<RuleSet, 'start' | 'requires' | 'ends' | 'faults'> & {
  readonly start: PostureIn<V>;
  readonly requires: PostureIn<V>;
  readonly ends: readonly (Omit<End, 'target'> & { readonly target: TargetIn<V> })[];
  readonly faults: readonly (Omit<Fault, 'when'> & { readonly when: PostureIn<V> })[];
};

/** An exercise whose rules name only measures that their view can see. */
export type ExerciseDefinition = Omit<Exercise, 'views'> & {
  readonly views: { readonly [V in View]?: RuleSetIn<V> };
};

/** Checks a built-in exercise against the schema; throws with the reason if it does not match. */
export const defineExercise = (definition: ExerciseDefinition): Exercise => v.parse(exerciseSchema, definition);

/** A bound whose inside is above `value`; `tolerance` is in the measure's unit. */
export const above = (value: number, tolerance = 0): Bound => ({ is: 'above', value, tolerance });

/** A bound whose inside is below `value`; `tolerance` is in the measure's unit. */
export const below = (value: number, tolerance = 0): Bound => ({ is: 'below', value, tolerance });
