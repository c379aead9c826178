import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { reliefRoutine } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { visit, within } from './visit.ts';

/* A routine that was left unfinished, in two tabs of the built app. */

describe('the routine before the camera', () => {
  const [first = '', ...others] = reliefRoutine(exercises).steps.map(({ exercise }) => exercise);
  const cameraLink = '#/routine/upper-back-relief?source=camera&pain=off&range=norm';
  /** A user who has skipped the first exercise, and closed the page. */
  const unfinished = JSON.stringify({
    version: 2,
    savedAt: Date.now(),
    done: 1,
    progress: { routine: 'upper-back-relief', link: cameraLink, startedAt: 5, pain: [] },
  });
  const done = JSON.stringify({ version: 2, startedAt: 5, steps: [{ exercise: first, isSkipped: true }] });

  it(
    'resumes after the page was killed, in one tab only, and moves to the other once that is closed',
    { timeout: within + 60_000 },
    async () => {
      const withCamera = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
      const context = await withCamera.newContext({ permissions: ['camera'] });
      context.setDefaultTimeout(within);
      await context.addInitScript(
        (kept) => {
          for (const [key, text] of Object.entries(kept))
            if (!localStorage.getItem(key)) localStorage.setItem(key, text);
        },
        {
          'limber.settings': JSON.stringify({ version: 1, settings: { safetyAcceptedAt: 1 } }),
          'limber.unfinished.upper-back-relief': unfinished,
          'limber.unfinished.upper-back-relief.done': done,
        },
      );
      const { title, elsewhere } = en.routine.resume;
      const one = await visit(context, cameraLink);
      await one.getByRole('heading', { name: title }).waitFor();
      await one.keyboard.press('PageDown');
      await one.locator('coach-view').waitFor({ timeout: within });
      expect(await one.evaluate(() => window.cameraRequests)).toBe(1);

      const other = await visit(context, cameraLink);
      await other.getByRole('heading', { name: elsewhere.title }).waitFor();
      expect(await other.evaluate(() => window.cameraRequests)).toBe(0);
      await other.close();
      const home = await visit(context, '');
      await home.locator('exercise-card').first().waitFor();
      await home.waitForTimeout(2000);
      expect(await home.getByRole('heading', { name: title }).count()).toBe(0);

      await one.close({ runBeforeUnload: false });
      await home.reload();
      await home.getByRole('heading', { name: title }).waitFor();
      await home
        .getByText(en.routine.resume.line(en.routine.names['upper-back-relief'] ?? '', 1, others.length + 1))
        .waitFor();
      await withCamera.close();
    },
  );
});
