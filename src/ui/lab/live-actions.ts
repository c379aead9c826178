import { html, nothing } from 'lit';
import type { MadeMovement } from '../../session/record/movement.ts';
import { isOfVideo } from '../../session/sources/problem.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';
import '../elements/panels/video-choice.ts';
import { icons } from '../icons.ts';
import { safetyLink, type LabSource } from '../routes.ts';
import type { LiveState } from './live.ts';

/** Whether what was watched live is kept: not yet, on this device, or in memory only. */
export type Keeping = 'none' | 'kept' | 'in-memory';

/** What the buttons of a live source depend on. */
export interface LiveShown {
  readonly source: LabSource;
  readonly state: LiveState;
  /** Whether the safety page was read, as the camera requires. */
  readonly isAccepted: boolean;
  readonly hasVideo: boolean;
  readonly keeping: Keeping;
  /** Whether recordings can be kept. */
  readonly canKeep: boolean;
}

/** What the buttons of a live source do. */
export interface LiveDeeds {
  readonly start: () => void;
  readonly stop: () => void;
  readonly save: () => void;
  readonly keep: (movement: MadeMovement) => void;
  readonly chooseFilm: (event: CustomEvent<Blob>) => void;
}

const keepable = (movement: MadeMovement, { keeping, canKeep }: LiveShown, deeds: LiveDeeds, { live }: LabTexts) =>
  html`${
      keeping === 'none' && canKeep
        ? html`<button class="button quiet" type="button" @click=${() => deeds.keep(movement)}>
            ${icons.heart}${live.keep}
          </button>`
        : nothing
    }
    <button class="button quiet" type="button" @click=${deeds.save}>${icons.save}${live.save}</button>
    <span role="status">${{ none: live.stopped, kept: live.kept, 'in-memory': live.notKept }[keeping]}</span>`;

/** The buttons of a live source: start, stop, and keep or save what was watched; or why it cannot be watched. */
export const liveActions = (shown: LiveShown, deeds: LiveDeeds, [texts, words]: readonly [Texts, LabTexts]) => {
  const { source, state, hasVideo } = shown;
  const { live } = words;
  if (source === 'camera' && !shown.isAccepted)
    return html`<p>${live.safety} <a href=${safetyLink}>${live.safetyLink}</a></p>`;
  if (state.is === 'opening' || state.is === 'running')
    return html`<div class="actions">
      <button class="button first" type="button" @click=${deeds.stop}>${icons.stop}${live.stop}</button>
      ${state.is === 'opening' ? html`<span role="status">${texts.app.opening.title}</span>` : nothing}
    </div>`;
  const problem = state.is === 'problem' ? texts.problems[state.kind] : undefined;
  const isFilm = source === 'file';
  const isFilmMissing = isFilm && (!hasVideo || (state.is === 'problem' && isOfVideo(state.kind)));
  return html`${problem ? html`<p class="warm" role="alert">${problem.title}. ${problem.whatToDo}</p>` : nothing}
    <div class="actions">
      ${
        isFilm
          ? html`<video-choice
              .words=${live.chooseFilm}
              .isFirst=${!hasVideo}
              @video-chosen=${deeds.chooseFilm}
            ></video-choice>`
          : nothing
      }
      ${
        isFilmMissing
          ? nothing
          : html`<button class="button first" type="button" @click=${deeds.start}>${icons.play}${live.start}</button>`
      }
      ${state.is === 'over' ? keepable(state.movement, shown, deeds, words) : nothing}
    </div>`;
};
