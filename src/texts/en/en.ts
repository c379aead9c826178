import { app } from './app.ts';
import { cues, hints } from './cues.ts';
import { exercises } from './exercises.ts';
import { guide } from './guide.ts';
import { history } from './history.ts';
import { keypointsInWords } from './keypoints.ts';
import { measures } from './measures.ts';
import { phases } from './phases.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { reasonInWords } from './reasons.ts';
import { report } from './report.ts';
import { routine } from './routine.ts';
import { safety } from './safety.ts';
import { settings } from './settings.ts';
import { voice } from './voice.ts';

/** English. */
export const en = {
  language: 'en',
  app,
  cues,
  hints,
  phases,
  plan,
  measures,
  problems,
  exercises,
  guide,
  history,
  /** Fetched with the code of the Lab. */
  lab: async () => (await import('./lab.ts')).lab,
  reasonInWords,
  keypointsInWords,
  report,
  routine,
  safety,
  settings,
  voice,
};
