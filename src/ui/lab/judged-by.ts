import { html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { viewOf, type Plan } from '../../engine/rules/plan.ts';
import { views, type View } from '../../engine/pose/view.ts';
import { planForFilm } from '../../session/planning/plan-for.ts';
import { planOfMade, type Movement } from '../../session/record/movement.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';

/** The goals that the Lab judges by: the usual ones, the user's own after a practice, or those of the session. */
export type LabRange = 'norm' | 'personal' | 'made';

/** What the Lab judges by. */
export interface JudgedBy {
  readonly exercise: Exercise;
  readonly view: View;
  readonly range: LabRange;
}

/** What an exercise is judged by at first. */
export const usually = (exercise: Exercise): JudgedBy => ({ exercise, view: viewOf(exercise), range: 'norm' });

/** What a recording was judged by; `before` where that is not known. */
export const madeBy = ({ made }: Movement, exercises: readonly Exercise[], before: JudgedBy): JudgedBy => {
  const exercise = exercises.find(({ id }) => id === made?.exercise);
  return made && exercise?.views[made.view] ? { exercise, view: made.view, range: 'made' } : before;
};

/** The plan of what is judged; of a recording as it was made, that of its session. */
export const planOfLab = ({ exercise, view, range }: JudgedBy, movement: Movement | undefined): Plan => {
  if (range === 'made' && movement?.made) return planOfMade(movement.made, exercise);
  // Where an exercise has no usual goals, the practice shows them.
  return planForFilm(exercise, { view, ...(range === 'personal' ? { range } : {}) });
};

const select = (name: string, label: string, chosen: string, options: readonly (readonly [string, string])[]) =>
  html`<label
    >${label}
    <select name=${name}>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
    </select></label
  >`;

/** The choice of what is judged; `choose` receives it as soon as it changes. */
export const judgedByForm = (
  by: JudgedBy,
  exercises: readonly Exercise[],
  { isMade, isDisabled }: { readonly isMade: boolean; readonly isDisabled: boolean },
  [texts, { judgedBy: words }]: readonly [Texts, LabTexts],
  choose: (by: JudgedBy) => void,
) => {
  const change = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(currentTarget);
    const exercise = exercises.find(({ id }) => id === data.get('exercise')) ?? by.exercise;
    if (exercise !== by.exercise) return choose(usually(exercise));
    const view = views.find((one) => one === data.get('view') && exercise.views[one]) ?? viewOf(exercise);
    const range = (['norm', 'personal', 'made'] as const).find((one) => one === data.get('range')) ?? 'norm';
    // Of another view than the session's, its goals say nothing.
    choose({ exercise, view, range: range === 'made' && view !== by.view ? 'norm' : range });
  };
  const seen = views.filter((view) => by.exercise.views[view]);
  const ranges = (['norm', 'personal'] as const).map((range) => [range, words.ranges[range]] as const);
  return html`<form aria-label=${words.title} @change=${change} @submit=${(event: Event) => event.preventDefault()}>
    <fieldset ?disabled=${isDisabled}>
      ${select(
        'exercise',
        words.exercise,
        by.exercise.id,
        exercises.map(({ id }) => [id, exerciseTextsOf(texts, id).name]),
      )}
      ${
        seen.length > 1
          ? select(
              'view',
              words.view,
              by.view,
              seen.map((view) => [view, words.views[view]]),
            )
          : nothing
      }
      ${select('range', words.range, by.range, isMade ? [['made', words.ranges.made], ...ranges] : ranges)}
    </fieldset>
  </form>`;
};
