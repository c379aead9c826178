import { existsSync, readFileSync } from 'node:fs';
import { getDotPath, safeParse } from 'valibot';
import { exerciseSchema, type Exercise } from '../../src/engine/exercise/exercise.ts';
import { viewOf, type Plan } from '../../src/engine/rules/plan.ts';
import { exerciseById, exercises } from '../../src/exercises/registry.ts';
import { planForFilm } from '../../src/session/planning/plan-for.ts';
import { Complaint } from './complaint.ts';
import { jsonIn } from './json-in.ts';
import { planOfMade, type Movement } from '../../src/session/record/movement.ts';
import type { AnalyseOptions } from './options.ts';

/** Parses the text of an exercise file; throws a `Complaint` with the reason. */
export const exerciseFrom = (file: string, text: string): Exercise => {
  const { success, output, issues } = safeParse(exerciseSchema, jsonIn(file, text), { abortEarly: true });
  if (success) return output;
  const [{ message }] = issues;
  const where = getDotPath(issues[0]);
  throw new Complaint(`${file} is no exercise that Limber knows: ${where ? `${where}: ` : ''}${message}`);
};

/** A built-in exercise by its id, or one in a JSON file by its path; throws a `Complaint` where it is neither. */
export const exerciseNamed = (name: string): Exercise => {
  const known = exerciseById(name);
  if (known) return known;
  if (existsSync(name)) return exerciseFrom(name, readFileSync(name, 'utf8'));
  throw new Complaint(
    `There is no exercise "${name}": take ${exercises.map(({ id }) => id).join(', ')}, or a JSON file.`,
  );
};

/** The plan that the films are judged by: the norm where the exercise has one and nothing else is asked for. */
export const planIn = ({
  exercise: name,
  view,
  range,
  reps,
  holdSeconds,
  strictness,
}: AnalyseOptions & { readonly exercise: string }): Plan => {
  const exercise = exerciseNamed(name);
  const rules = exercise.views[view ?? viewOf(exercise)];
  if (!rules) {
    const others = Object.keys(exercise.views).join(' or ');
    throw new Complaint(`${exercise.id} has no rules for the ${view} view; take --view ${others}.`);
  }
  return planForFilm(exercise, {
    view,
    holdSeconds,
    reps,
    ...(range === undefined ? {} : { range }),
    ...(strictness === undefined ? {} : { strictness }),
  });
};

/** The plan of a recording: as asked for, or that of the session in which the app made it. */
export const planOfRecording = (file: string, { made }: Movement, options: AnalyseOptions): Plan => {
  const { exercise } = options;
  if (exercise !== undefined) return planIn({ ...options, exercise });
  if (!made) throw new Complaint(`${file} does not say what was trained: --exercise ID, such as --exercise cheer.`);
  return planOfMade(made, exerciseNamed(made.exercise));
};
