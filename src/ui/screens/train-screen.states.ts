import { html, nothing } from 'lit';
import { isCorrectable } from '../../engine/coach/coaching.ts';
import { judgedAt, type Plan } from '../../engine/rules/plan.ts';
import { painWaits, type Guide } from '../../session/guide/guide.ts';
import type { GuideSetting } from '../../session/guide/guide-setting.ts';
import type { GuideState } from '../../session/guide/guide-state.ts';
import { planFor } from '../../session/planning/plan-for.ts';
import { plannedSteps } from '../../session/planning/routines.ts';
import type { Demonstrate } from '../../ports/demonstration.ts';
import type { OpeningProgress } from '../../ports/opening-progress.ts';
import { isOfDevice, isOfVideo } from '../../session/sources/problem.ts';
import { mayBeVirtual } from '../../session/sources/virtual-camera.ts';
import type { RoutineOutcome, RoutineStepOutcome } from '../../session/summary/routine-outcome.ts';
import { countedIn } from '../../session/summary/summary.ts';
import { kindsInView, type Caption } from '../../session/voice/utterances.ts';
import type { Workout } from '../../session/workout/workout.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import '../elements/coach/coach-view.ts';
import { visualStateOf } from '../elements/coach/visual-state.ts';
import '../elements/panels/opening-progress.ts';
import '../elements/panels/pain-check.ts';
import type { PainAnswered } from '../elements/panels/pain-check.ts';
import '../elements/panels/problem-panel.ts';
import '../elements/panels/rest-panel.ts';
import type { RestPanel } from '../elements/panels/rest-panel.ts';
import '../elements/panels/video-panel.ts';

type Of<Is extends GuideState['is']> = Extract<GuideState, { is: Is }>;

/** What the user can do on the training screen; each state offers some of it. */
export interface TrainActions {
  readonly togglePause: () => void;
  readonly next: () => void;
  readonly back: () => void;
  /** Makes the current rest longer. */
  readonly longer: () => void;
  readonly leave: () => void;
  readonly mute: () => void;
  readonly raiseRedFlag: () => void;
  readonly skipPractice: () => void;
  /** Trains the arm that moved alone in practice alone. */
  readonly trainLoneArm: () => void;
  /** Goes on, or tries again after a problem, with the next camera. */
  readonly useOtherCamera: () => void;
  readonly recalibrate: () => void;
  /** Adds a repetition to the count, or takes the last one back. */
  readonly addOne: () => void;
  readonly takeBack: () => void;
  readonly answerPain: (event: PainAnswered) => void;
  /** Runs the session again after a problem. */
  readonly retry: () => void;
  readonly useFigure: () => void;
  readonly useCamera: () => void;
  readonly reload: () => void;
  readonly chooseVideo: (event: CustomEvent<Blob>) => void;
  /** Ends with the outcome so far. */
  readonly end: (outcome: RoutineOutcome) => void;
}

/** What the templates of the states read and call. */
export interface TrainContext {
  readonly setting: GuideSetting;
  /** `undefined` before the first start. */
  readonly guide: Guide | undefined;
  /** The last utterance. */
  readonly caption: Caption | undefined;
  /** Whether the source still has to be handed in. */
  readonly isWaiting: boolean;
  /** Whether there is another camera to use. */
  readonly hasOtherCamera: boolean;
  /** `undefined` where no figure can be drawn. */
  readonly showFigure: Demonstrate | undefined;
  readonly isFigureStill: boolean;
  readonly isMuted: boolean;
  readonly texts: Texts;
  readonly actions: TrainActions;
}

const choiceOfVideo = ({ setting, texts, actions }: TrainContext) => {
  const { video, opening } = texts.app;
  const { routine, exercises, options } = setting;
  const [first] = plannedSteps(routine, exercises);
  const plan = first && planFor(first.plan.exercise, options);
  const shows = plan && judgedAt(plan) === 'desk' ? video.shows.desk : video.shows[plan?.view ?? 'front'];
  return html`<video-panel
    .heading=${video.title}
    .lead=${video.lead}
    .lines=${[shows, video.kinds]}
    .choose=${video.choose}
    .drop=${video.drop}
    .cancel=${opening.cancel}
    @video-chosen=${actions.chooseVideo}
    @cancel-asked=${actions.leave}
  ></video-panel>`;
};

const openingWords = (progress: OpeningProgress | undefined, { texts, isWaiting }: TrainContext): string => {
  const { opening } = texts.app;
  const { model, warmUp, camera, video } = opening;
  if (progress) return { model, 'warm-up': warmUp, camera, video }[progress.step];
  return isWaiting ? opening.frames : model;
};

const opening = (progress: OpeningProgress | undefined, context: TrainContext) => {
  const { opening: words } = context.texts.app;
  const model = progress?.step === 'model' && progress.totalBytes > 0 ? progress : undefined;
  return html`<opening-progress
    .heading=${words.title}
    .words=${openingWords(progress, context)}
    .detail=${model ? words.bytes(model.loadedBytes, model.totalBytes) : progress?.step === 'camera' ? words.allow : ''}
    .share=${model && model.loadedBytes / model.totalBytes}
    .cancel=${words.cancel}
    @cancel-asked=${context.actions.leave}
  ></opening-progress>`;
};

const asking = ({ moment, choice }: Of<'asking'>, { texts, actions }: TrainContext) => {
  const { pain } = texts.guide;
  return html`<pain-check
    .question=${moment === 'before' ? pain.before : pain.after}
    .remaining=${choice.left / painWaits}
    .isPaused=${choice.isPaused}
    .texts=${texts}
    @pain-answered=${actions.answerPain}
  ></pain-check>`;
};

const restPanel = (
  plan: Plan,
  rest: Pick<RestPanel, 'done' | 'name' | 'turn' | 'secondsLeft' | 'isPaused' | 'takeBack'>,
  { showFigure, texts, actions }: TrainContext,
) =>
  html`<rest-panel
    .done=${rest.done}
    .exercise=${plan.exercise}
    .view=${plan.view}
    .name=${rest.name}
    .turn=${rest.turn}
    .secondsLeft=${rest.secondsLeft}
    .isPaused=${rest.isPaused}
    .takeBack=${rest.takeBack}
    .showFigure=${showFigure}
    .texts=${texts}
    @next-asked=${actions.next}
    @repeat-asked=${actions.back}
    @pause-asked=${actions.togglePause}
    @resume-asked=${actions.togglePause}
    @longer-asked=${actions.longer}
    @take-back-asked=${actions.takeBack}
    @end-asked=${actions.leave}
  ></rest-panel>`;

const restingBetweenSets = ({ plan, coaching, isPaused }: Workout, secondsLeft: number, context: TrainContext) => {
  const { texts } = context;
  const { name } = exerciseTextsOf(texts, plan.exercise.id);
  const { set, ofSets } = coaching;
  const done = texts.guide.setDone(set - 1, ofSets);
  const next = `${name}, ${texts.app.train.set(set, ofSets)}`;
  const takeBack = isCorrectable(coaching) ? texts.app.train.takeBack : undefined;
  return restPanel(plan, { done, name: next, turn: undefined, secondsLeft, isPaused, takeBack }, context);
};

const wordsOfOutcome = ({ exercise, outcome }: RoutineStepOutcome, texts: Texts): string => {
  const { name } = exerciseTextsOf(texts, exercise);
  if (!outcome) return texts.guide.skipped(name);
  const { summary } = outcome;
  return texts.guide.did(name, countedIn(summary) + summary.timed, summary.ofRepetitions);
};

const resting = ({ step, last, choice }: Of<'resting'>, context: TrainContext) => {
  const { guide, texts } = context;
  const plan = guide?.planOf(step);
  if (!plan) return nothing;
  const { name } = exerciseTextsOf(texts, plan.exercise.id);
  const turn = last.outcome && last.outcome.record.view !== plan.view ? plan.view : undefined;
  const secondsLeft = Math.ceil(choice.left / 1000);
  const { isPaused } = choice;
  const done = wordsOfOutcome(last, texts);
  return restPanel(plan, { done, name, turn, secondsLeft, isPaused, takeBack: undefined }, context);
};

/** In set-up: that another camera is used than the chosen one, or that it may be a program's. */
const noteOnCamera = ({ coaching }: Workout, { guide, texts }: TrainContext): string | undefined => {
  const camera = guide?.source?.camera;
  if (!camera || visualStateOf(coaching, false) !== 'setting-up') return undefined;
  const { cameraGone, plain, virtualCamera } = texts.app.train;
  if (coaching.hint === 'uncover-the-camera' && !mayBeVirtual(camera.label)) return plain;
  if (!camera.isAsChosen) return cameraGone(camera.label);
  return coaching.phase === 'looking' && mayBeVirtual(camera.label) ? virtualCamera(camera.label) : undefined;
};

const training = ({ workout, step }: Of<'training'>, context: TrainContext) => {
  const { restSeconds } = workout.coaching;
  if (restSeconds !== undefined) return restingBetweenSets(workout, restSeconds, context);
  const { setting, guide, caption, texts, actions } = context;
  const { train } = texts.app;
  const source = guide?.source;
  const isFigure = setting.options.source === 'figure';
  const origin = isFigure ? (source?.usesGroundTruth() ? train.truth : train.demo) : noteOnCamera(workout, context);
  const note = guide?.isMovementKept ? train.movementKept : origin;
  const names = setting.routine.steps.map(({ exercise }) => exerciseTextsOf(texts, exercise).name);
  return html`<coach-view
    .picture=${source?.picture}
    .isMirrored=${source?.mirrored ?? false}
    .coaching=${workout.coaching}
    .isPaused=${workout.isPaused}
    .isMuted=${context.isMuted}
    .caption=${caption && !kindsInView.has(caption.kind) ? caption.words : ''}
    .isSpoken=${caption?.isSpoken ?? false}
    .note=${note}
    .hasOtherCamera=${context.hasOtherCamera}
    .lasts=${source?.lasts}
    .plan=${workout.plan}
    .progress=${names.length > 1 ? { done: step, of: names.length, names } : undefined}
    .showFigure=${isFigure ? undefined : context.showFigure}
    .isFigureStill=${context.isFigureStill}
    .texts=${texts}
    .exerciseTexts=${exerciseTextsOf(texts, workout.plan.exercise.id, workout.plan.arm)}
    @pause-asked=${actions.togglePause}
    @resume-asked=${actions.togglePause}
    @one-arm-asked=${actions.trainLoneArm}
    @other-camera-asked=${actions.useOtherCamera}
    @skip-practice-asked=${actions.skipPractice}
    @recalibrate-asked=${actions.recalibrate}
    @add-one-asked=${actions.addOne}
    @take-back-asked=${actions.takeBack}
    @skip-asked=${actions.next}
    @repeat-asked=${actions.back}
    @mute-asked=${actions.mute}
    @red-flag-asked=${actions.raiseRedFlag}
    @end-asked=${actions.leave}
  ></coach-view>`;
};

const problem = (
  { kind, outcome }: Of<'problem'>,
  { guide, setting, hasOtherCamera, showFigure, texts, actions }: TrainContext,
) => {
  const { title, whatToDo, steps } = texts.problems[kind];
  const { again, reload, camera, otherCamera, virtual, figure, video, another, summary } = texts.app.problem;
  const lost = isOfDevice(kind) ? guide?.camera : undefined;
  // The browser may refuse the code until the page is loaded again.
  const isReloaded = kind === 'code';
  const isUndrawn = kind === 'no-figure';
  const { source } = setting.options;
  return html`<problem-panel
    .heading=${title}
    .whatToDo=${whatToDo}
    .steps=${lost && mayBeVirtual(lost.label) ? [...steps, virtual(lost.label)] : steps}
    .again=${isOfVideo(kind) ? undefined : isReloaded ? reload : isUndrawn ? camera : again}
    .camera=${isOfDevice(kind) && hasOtherCamera ? otherCamera : undefined}
    .video=${source === 'file' ? another : video}
    .figure=${source === 'figure' || !showFigure ? undefined : figure}
    .summary=${outcome && summary}
    @again-asked=${isReloaded ? actions.reload : isUndrawn ? actions.useCamera : actions.retry}
    @other-camera-asked=${actions.useOtherCamera}
    @figure-asked=${actions.useFigure}
    @summary-asked=${() => outcome && actions.end(outcome)}
    @video-chosen=${actions.chooseVideo}
  ></problem-panel>`;
};

/** The template of the guide's state; before the first start, the opening or the choice of a video. */
export const trainState = (context: TrainContext) => {
  if (context.isWaiting && context.setting.options.source === 'file') return choiceOfVideo(context);
  const state: GuideState = context.guide?.state ?? { is: 'opening', progress: undefined };
  switch (state.is) {
    case 'opening':
      return opening(state.progress, context);
    case 'asking':
      return asking(state, context);
    case 'training':
      return training(state, context);
    case 'resting':
      return resting(state, context);
    case 'problem':
      return problem(state, context);
    case 'over':
      return nothing;
  }
};
