import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { planFor } from '../session/planning/plan-for.ts';
import { builtInRoutines, exerciseAlone, namedRoutines, type Routine } from '../session/planning/routines.ts';
import { atPlannedDose } from '../session/planning/training-plan.ts';
import type { TrainingOptions } from '../session/planning/training-options.ts';
import type { ArmChoice, Settings } from '../session/settings.ts';
import { exerciseTextsOf } from '../texts/exercise-texts-of.ts';
import type { AppContext } from './app-context.ts';
import type { Outlook } from './controllers/foresight.ts';
import type { ScreenCodes } from './controllers/screen-code.ts';
import { trainingLink, type Route } from './routes.ts';
import './elements/plan/plan-offer.ts';
import './screens/home-screen.ts';
import './screens/lost-screen.ts';
import { nameOfRoutine } from './words/routine-in-words.ts';

const session = (): Promise<unknown> => import('./screens/session-screen.ts');

/** How the code of each screen is loaded; home and the screen of a wrong link are part of the first page. */
export const screenCodes: ScreenCodes<Route['screen']> = {
  briefing: () => import('./screens/briefing-screen.ts'),
  routine: () => import('./screens/routine-screen.ts'),
  training: session,
  'routine-training': session,
  safety: () => import('./screens/safety-screen.ts'),
  history: () => import('./screens/history-screen.ts'),
  'history-session': () => import('./screens/history-session-screen.ts'),
  progress: () => import('./screens/progress-screen.ts'),
  plan: () => import('./screens/plan-screen.ts'),
  report: () => import('./screens/report-screen.ts'),
  'routine-editor': () => import('./screens/routine-editor-screen.ts'),
  settings: () => import('./screens/settings-screen.ts'),
  lab: () => import('./lab/lab-screen.ts'),
  home: undefined,
  lost: undefined,
};

const leadsTo: Partial<Readonly<Record<Route['screen'], Outlook>>> = {
  training: 'session',
  'routine-training': 'session',
  briefing: 'leads-to-session',
  routine: 'leads-to-session',
};

/** Whether a screen is a session, or leads to one. */
export const outlookOf = (screen: Route['screen']): Outlook => leadsTo[screen] ?? 'other';

/** What the screens can do in the app. */
export interface ScreenActions {
  readonly acceptSafety: () => void;
  readonly changeSettings: (event: CustomEvent<Settings>) => void;
  readonly chooseArm: (event: CustomEvent<ArmChoice>) => void;
  /** Resumes the unfinished session of a link. */
  readonly resume: (event: CustomEvent<string>) => void;
  /** Trains on a video file, with a link. */
  readonly watch: (video: Blob, link: string) => void;
  /** Loads the page again, after everything was deleted. */
  readonly startAfresh: () => void;
  /** The template of a session. */
  readonly session: (routine: Routine, options: TrainingOptions, context: AppContext) => unknown;
}

const lost = ({ texts }: AppContext) => html`<lost-screen .link=${location.hash} .texts=${texts}></lost-screen>`;

const home = (context: AppContext, actions: ScreenActions) => {
  const { texts, exercises, demonstrate, routines, plan, unfinished, isKeeping, offline } = context;
  return html`<home-screen
    .exercises=${exercises}
    .routines=${routines}
    .unfinished=${unfinished}
    .isKeeping=${isKeeping()}
    .showFigure=${demonstrate}
    .offline=${offline?.state}
    .texts=${texts}
    @resume-asked=${actions.resume}
    @update-asked=${() => offline?.update()}
    >${plan.read() ? planToday(context) : html`<plan-offer slot="plan" .words=${texts.plan}></plan-offer>`}</home-screen
  >`;
};

const tryVoice = ({ speaker, settings, texts }: AppContext): void => {
  const { voice, sounds, rate, volume } = settings.read();
  if (voice) speaker.say(texts.settings.sample, { rate, volume });
  if (sounds) speaker.play('rep', volume);
};

const settingsPage = (context: AppContext, actions: ScreenActions) =>
  html`<settings-screen
    .settings=${context.settings.read()}
    .hasVoice=${context.speaker.hasVoice}
    .listCameras=${context.listCameras}
    .cameraChanges=${context.cameraChanges}
    .backends=${context.knownBackends?.()}
    .texts=${context.texts}
    @settings-changed=${actions.changeSettings}
    @voice-tried=${() => tryVoice(context)}
  ></settings-screen>`;

const briefing = (id: string, context: AppContext, actions: ScreenActions) => {
  const exercise = context.exercises.find((one) => one.id === id);
  if (!exercise) return lost(context);
  return html`<briefing-screen
    .plan=${planFor(exercise, { arm: context.settings.read().arm })}
    .showFigure=${context.demonstrate}
    .texts=${context.texts}
    @arm-chosen=${actions.chooseArm}
    @video-chosen=${({ detail }: CustomEvent<Blob>) => actions.watch(detail, trainingLink(id, 'file'))}
  ></briefing-screen>`;
};

const routinePage = (id: string, context: AppContext) => {
  const { texts, exercises, demonstrate, routines } = context;
  // As stored: the page shows how many of its exercises no longer exist.
  const routine = [...builtInRoutines(exercises), ...routines.all()].find((one) => one.id === id);
  if (!routine) return lost(context);
  return html`<routine-screen
    .routine=${routine}
    .exercises=${exercises}
    .showFigure=${demonstrate}
    .texts=${texts}
  ></routine-screen>`;
};

/** Returns the name of a routine, or of an exercise alone, from its id. */
const namesIn =
  ({ exercises, routines, texts }: AppContext) =>
  (id: string): string => {
    if (exercises.some((exercise) => exercise.id === id)) return exerciseTextsOf(texts, id).name;
    return nameOfRoutine({ id, name: routines.all().find((routine) => routine.id === id)?.name }, texts);
  };

/** What is due; its code is not part of the first page, and is loaded where there is a plan. */
const planToday = (context: AppContext) => {
  context.loadCode(() => import('./screens/plan-today.ts')).catch(() => undefined);
  return html`<plan-today
    slot="today"
    .plan=${context.plan}
    .history=${context.history}
    .routines=${context.routines}
    .exercises=${context.exercises}
    .nameOf=${namesIn(context)}
    .texts=${context.texts}
  ></plan-today>`;
};

const planPage = (context: AppContext) =>
  html`<plan-screen
    .plan=${context.plan}
    .routines=${context.routines}
    .exercises=${context.exercises}
    .nameOf=${namesIn(context)}
    .app=${context.app}
    .texts=${context.texts}
  ></plan-screen>`;

const reportPage = (context: AppContext) =>
  html`<report-screen
    .plan=${context.plan}
    .history=${context.history}
    .exercises=${context.exercises}
    .nameOf=${namesIn(context)}
    .app=${context.app}
    .texts=${context.texts}
  ></report-screen>`;

const historyPage = (context: AppContext, actions: ScreenActions) =>
  html`<history-screen
    .history=${context.history}
    .nameOf=${namesIn(context)}
    .texts=${context.texts}
    @all-deleted=${actions.startAfresh}
  ></history-screen>`;

const historySession = (id: string, context: AppContext) =>
  keyed(
    id,
    html`<history-session-screen
      .history=${context.history}
      .session=${id}
      .exercises=${context.exercises}
      .nameOf=${namesIn(context)}
      .hasCharacterKeys=${context.settings.read().shortcuts}
      .texts=${context.texts}
    ></history-session-screen>`,
  );

const progressPage = (id: string, { history, texts }: AppContext) =>
  keyed(id, html`<progress-screen .history=${history} .exercise=${id} .texts=${texts}></progress-screen>`);

const routineEditor = (id: string | undefined, { texts, exercises, demonstrate, routines }: AppContext) =>
  html`<routine-editor-screen
    .routineId=${id}
    .routines=${routines}
    .exercises=${exercises}
    .showFigure=${demonstrate}
    .texts=${texts}
  ></routine-editor-screen>`;

/** A routine at the doses of the plan, if its link follows the plan. */
const atDoseOf = ({ followsPlan }: { readonly followsPlan?: true }, routine: Routine, { plan }: AppContext): Routine =>
  followsPlan ? atPlannedDose(routine, plan.read()) : routine;

const labPage = ({ source, id }: Extract<Route, { screen: 'lab' }>, context: AppContext) => {
  return html`<lab-screen .context=${context} .source=${source} .recording=${id}></lab-screen>`;
};

/** The template of the screen that a route names; of an unknown exercise or routine, the lost screen. */
export const screenOf = (route: Route, context: AppContext, actions: ScreenActions): unknown => {
  const { texts, exercises, routines } = context;
  switch (route.screen) {
    case 'home':
      return home(context, actions);
    case 'safety':
      return html`<safety-screen .texts=${texts} @safety-accepted=${actions.acceptSafety}></safety-screen>`;
    case 'settings':
      return settingsPage(context, actions);
    case 'history':
      return historyPage(context, actions);
    case 'plan':
      return planPage(context);
    case 'report':
      return reportPage(context);
    case 'history-session':
      return historySession(route.id, context);
    case 'progress':
      return progressPage(route.id, context);
    case 'briefing':
      return briefing(route.id, context, actions);
    case 'routine':
      return routinePage(route.id, context);
    case 'routine-editor':
      return routineEditor(route.id, context);
    case 'training': {
      const isKnown = exercises.some(({ id }) => id === route.id);
      return isKnown
        ? actions.session(atDoseOf(route, exerciseAlone(route.id), context), route.options, context)
        : lost(context);
    }
    case 'routine-training': {
      const routine = namedRoutines(exercises, routines).find(({ id }) => id === route.id);
      // The page of a routine without exercises explains why it cannot start.
      if (!routine || routine.steps.length === 0) return routinePage(route.id, context);
      return actions.session(atDoseOf(route, routine, context), route.options, context);
    }
    case 'lab':
      return labPage(route, context);
    case 'lost':
      return lost(context);
  }
};
