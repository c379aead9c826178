import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { reliefRoutine } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { buildApp } from '../build-app.ts';
import { launchBrowser } from '../films/launch.ts';
import { keepEvents } from '../films/page-events.ts';
import { serveFolder } from '../serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The time limit, ms of the figure's time: an hour. */
const limit = 3_600_000;

const told = new Set<CoachingEvent['type']>([
  'armed',
  'rep-completed',
  'rep-attempted',
  'cue-given',
  'fault-noticed',
  'session-ended',
]);

const line = ({ at, exercise, type, ...rest }: CoachingEvent): string =>
  `${(at / 1000).toFixed(1).padStart(7)} s  ${exercise}  ${type}  ${JSON.stringify(rest)}`;

/**
 * Lets the figure train the routine at its full dose; returns whether every exercise was completed and nothing
 * corrected.
 */
export const trainRoutine = async (speed: number): Promise<boolean> => {
  await buildApp(root);
  const served = await serveFolder(join(root, 'dist'), { port: 4320 });
  const browser = await launchBrowser();
  const routine = reliefRoutine(exercises);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await keepEvents(page);
    await page.goto(`${served.url}#/routine/${routine.id}?source=figure&speed=${speed}`);
    await page.getByRole('button', { name: en.safety.accept }).click();
    const began = performance.now();
    const events: CoachingEvent[] = [];
    while (!events.some(({ type }) => type === 'routine-ended') && performance.now() - began < limit / speed) {
      await page.waitForTimeout(1000);
      const fresh = await page.evaluate((from) => window.limberEvents.slice(from), events.length);
      for (const event of fresh) if (told.has(event.type)) console.log(line(event));
      events.push(...fresh);
    }
    const completed = events.filter((event) => event.type === 'session-ended' && event.why === 'completed').length;
    const cues = events.filter(({ type }) => type === 'cue-given').length;
    const minutes = (performance.now() - began) / 60_000;
    console.log(
      `${completed} of ${routine.steps.length} exercises completed, ${cues} corrections, ${minutes.toFixed(1)} minutes at speed ${speed}`,
    );
    return completed === routine.steps.length && cues === 0;
  } finally {
    await browser.close();
    await served.close();
  }
};
