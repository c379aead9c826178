import * as v from 'valibot';
import { motionSchema, variationSchema } from '../figure/motion.ts';
import { isSeenIn, measureNames, type MeasureIn, type MeasureName } from '../kinematics/measures.ts';
import { cueSchema } from './cues.ts';
import { judgedPhaseSchema } from './phase.ts';
import { views, type View } from '../pose/view.ts';

const measure = v.picklist(measureNames);
const number = v.pipe(v.number(), v.finite());
const milliseconds = v.pipe(number, v.minValue(0), v.maxValue(600_000));

/** The schema of a bound on a measure: which way is inside, and the slack that strictness scales. */
export const boundSchema = v.strictObject({
  is: v.picklist(['above', 'below']),
  value: number,
  tolerance: v.pipe(number, v.minValue(0)),
});

/** A bound on a measure: inside is above or below `value`, with a tolerance in the measure's unit. */
export type Bound = v.InferOutput<typeof boundSchema>;

const posture = v.record(measure, boundSchema);

const targetSchema = v.strictObject({
  /** The measure that leads the repetition, and what it must reach. */
  measure,
  ...boundSchema.entries,
  /** The least that a practice repetition may show; the target itself where nothing is said. */
  floor: v.optional(number),
  /** Whether this end's bounds count from what the start posture reads, as of somebody upright: a model's bias there is none of theirs. */
  fromStart: v.optional(v.boolean()),
  /** What share of the way that practice showed is asked for (0.9 where nothing is said), and the easiest that may be asked for. */
  own: v.optional(v.strictObject({ share: v.pipe(number, v.minValue(0), v.maxValue(1)), limit: v.optional(number) })),
  /** For `likeness`: the measures that may carry it, and which way the movement takes them. */
  of: v.optional(v.pipe(v.array(v.strictObject({ measure, is: v.picklist(['above', 'below']) })), v.minLength(1))),
});

const endSchema = v.strictObject({
  name: v.string(),
  target: targetSchema,
  /** Said when the target is not reached. */
  cue: cueSchema,
  /** Whether the end is held for the prescribed time. */
  held: v.boolean(),
  /** Back from this end when the leading measure is inside this bound; the cue is said to somebody who stops before. */
  back: v.strictObject({ ...boundSchema.entries, cue: cueSchema }),
});

const faultSchema = v.strictObject({
  id: v.string(),
  while: v.pipe(v.array(judgedPhaseSchema), v.minLength(1)),
  /** The posture that should not be seen: the fault is on while every bound is exceeded. */
  when: posture,
  /** How long it must persist, ms; 600 where nothing is said. */
  dwell: v.optional(milliseconds),
  cue: cueSchema,
  /** How sure the row is: `low` is shown as a hint, never spoken and never in the way. */
  confidence: v.picklist(['high', 'medium', 'low']),
  /** The variation of the motion that shows it. */
  shownBy: variationSchema,
  /** Other faults that this variation shows as well; `range` where it falls short besides. */
  alongWith: v.optional(v.array(v.string())),
});

const ruleSetSchema = v.strictObject({
  /** The start posture; where it is left out, start is rest. */
  start: posture,
  /** What must hold all through an attempt: it keeps everyday movements out. */
  requires: posture,
  /** One end, or two that are gone to one after the other. */
  ends: v.pipe(v.array(endSchema), v.minLength(1), v.maxLength(2)),
  /** How long the stroke out must take at least, and what is said otherwise. */
  outgoing: v.optional(v.strictObject({ slowerThan: milliseconds, cue: cueSchema })),
  /** How long the stroke back must take at least, how fast it may be at its fastest (units of the measure a second), and what is said otherwise. */
  returns: v.optional(v.strictObject({ slowerThan: milliseconds, peakSpeed: v.optional(boundSchema), cue: cueSchema })),
  faults: v.array(faultSchema),
});

const breath = v.optional(v.picklist(['in', 'out', 'free']));

/** The first measure that a rule set names and its view cannot see. */
const unseenMeasure = (rules: RuleSet, view: View): MeasureName | undefined => {
  const postures = [rules.start, rules.requires, ...rules.faults.map((fault) => fault.when)];
  const named = postures.flatMap((posture) => Object.keys(posture) as MeasureName[]);
  const targets = rules.ends.flatMap(({ target }) => [target, ...(target.of ?? [])]);
  return [...named, ...targets.map((target) => target.measure)].find((name) => !isSeenIn(name, view));
};

/** Whether every end that is led by a likeness says of what, and no other does. */
const saysOfWhat = (rules: Pick<RuleSet, 'ends'>): boolean =>
  rules.ends.every(({ target }) => (target.measure === 'likeness') === (target.of !== undefined));

/** The schema of an exercise: built in or from a file, it is the same plain JSON. */
export const exerciseSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
    /** `together`: both sides as one; `each`: left and right counted apart; `near`: the side next to the lens. */
    sides: v.picklist(['together', 'each', 'near']),
    /** Its place on the home screen, ascending. */
    order: number,
    /** The view that is asked for where nobody chooses. */
    view: v.picklist(views),
    /** The rules for each view in which the exercise can be judged. */
    views: v.partial(v.strictObject({ front: ruleSetSchema, side: ruleSetSchema })),
    breath: v.strictObject({ working: breath, holding: breath, returning: breath }),
    prescription: v.strictObject({
      sets: v.pipe(number, v.integer(), v.minValue(1)),
      reps: v.pipe(number, v.integer(), v.minValue(1)),
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
/** One end of a repetition. */
export type End = v.InferOutput<typeof endSchema>;
/** What an end must reach. */
export type Target = End['target'];
/** A posture that should not be seen, and what the coach says about it. */
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

/** An exercise whose rules name only what their view can see. */
export type ExerciseDefinition = Omit<Exercise, 'views'> & {
  readonly views: { readonly [V in View]?: RuleSetIn<V> };
};

/** Checks a built-in exercise against the schema; throws with the reason where it does not fit. */
export const defineExercise = (definition: ExerciseDefinition): Exercise => v.parse(exerciseSchema, definition);

/** Inside is above `value`; `tolerance` in the measure's unit. */
export const above = (value: number, tolerance = 0): Bound => ({ is: 'above', value, tolerance });

/** Inside is below `value`; `tolerance` in the measure's unit. */
export const below = (value: number, tolerance = 0): Bound => ({ is: 'below', value, tolerance });
