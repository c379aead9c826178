import { html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { doseLimits, plannedSteps, turnsIn, type Routine } from '../../session/planning/routines.ts';
import type { Texts } from '../../texts/texts.ts';
import '../elements/routine/dose-stepper.ts';
import { icons } from '../icons.ts';
import { routineLink } from '../routes.ts';
import { routineFacts } from '../words/routine-in-words.ts';

/** How much one press changes a rest, seconds. */
const restBy = 5;

/** What the user can do with the whole routine. */
export interface RoutineActions {
  /** Moves the exercises in front view before the others. */
  readonly sort: () => void;
  readonly changeRest: (seconds: number) => void;
  /** Deletes the routine; `undefined` while it is not stored. */
  readonly remove: (() => Promise<void>) | undefined;
}

/** The template beside the steps: the routine's length, its rests, and what can be done with it. */
export const routineAside = (
  routine: Routine,
  exercises: readonly Exercise[],
  texts: Texts,
  actions: RoutineActions,
) => {
  const { routine: words } = texts;
  const { editor } = words;
  const [count, ...facts] = routineFacts(routine, exercises, texts);
  const turns = turnsIn(plannedSteps(routine, exercises));
  return html`<aside>
    ${
      count
        ? html`<p class="total">
              <span>${editor.total}</span><strong>${facts[0]}</strong><span>${[count, facts[1]].join(' · ')}</span>
            </p>
            <a class="button first" href=${routineLink(routine.id, 'camera')}>${icons.camera}${words.start}</a>`
        : html`<p class="empty">${words.empty}</p>`
    }
    ${
      turns > 1
        ? html`<div class="hint">
            <p>${editor.manyTurns(turns)}</p>
            <button class="button" type="button" @click=${actions.sort}>${icons.turn}${editor.frontsFirst}</button>
          </div>`
        : nothing
    }
    <dose-stepper
      .label=${editor.rest}
      .of=${editor.rest}
      .value=${routine.restSeconds}
      .inWords=${editor.seconds}
      .limits=${doseLimits.restSeconds}
      .by=${restBy}
      .words=${editor}
      @stepped=${({ detail }: CustomEvent<number>) => actions.changeRest(detail)}
    ></dose-stepper>
    <p class="lead">${editor.saved}</p>
    ${
      actions.remove
        ? html`<button class="button quiet" type="button" @click=${actions.remove}>
            ${icons.bin}${editor.remove}
          </button>`
        : nothing
    }
  </aside>`;
};
