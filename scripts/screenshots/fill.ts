import type { Page } from 'playwright';
import type { KeptSession } from '../../src/session/record/kept-session.ts';
import type { TrainingPlan } from '../../src/session/planning/training-plan.ts';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { madeSessions } from '../../tests/made-sessions.ts';

const day = 24 * 60 * 60_000;

/** Thirty made sessions, one every other day up to yesterday. */
const recentSessions = (): readonly KeptSession[] => {
  const made = madeSessions(30, 3);
  return made.map((session, index) => {
    const startedAt = Date.now() - (2 * (made.length - index) - 1) * day;
    const endedAt = startedAt + session.endedAt - session.startedAt;
    return { ...session, id: `${startedAt}-${session.routine}`, startedAt, endedAt, changedAt: endedAt };
  });
};

/** A plan for the whole routine, three times a week. */
const plan = (): TrainingPlan => ({
  version: 1,
  id: 'a-plan',
  routine: 'upper-back-relief',
  rhythm: { is: 'times', aWeek: 3 },
  time: '18:00',
  since: new Date(Date.now() - 60 * day).toISOString().slice(0, 10),
  doses: [],
  changedAt: 1,
});

/** Gives the app in a page a plan and a history of thirty sessions. */
export const fill = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector<LimberApp>('limber-app')?.context !== undefined);
  await page.evaluate(
    async ({ sessions, written }) => {
      localStorage.setItem('limber.plan', JSON.stringify(written));
      const history = document.querySelector<LimberApp>('limber-app')?.context?.history;
      for (const session of sessions) await history?.keep(session);
    },
    { sessions: [...recentSessions()], written: plan() },
  );
};
