import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { momentOf, addDays } from '../../src/session/plan/calendar-days.ts';
import type { ListedSession } from '../../src/session/history/listed-session.ts';
import type { TrainingPlanStore } from '../../src/session/planning/training-plan.ts';
import { en } from '../../src/texts/en/en.ts';
import type { AppContext } from '../../src/ui/app-context.ts';
import { screenOf } from '../../src/ui/limber-app.screens.ts';
import { routeOf } from '../../src/ui/routes.ts';
import { PlanScreen } from '../../src/ui/screens/plan-screen.ts';
import { PlanToday } from '../../src/ui/screens/plan-today.ts';
import { tokens } from '../../src/ui/styles/tokens.ts';
import { historyOver, planInMemory, recordsInMemory } from '../records.ts';
import { madePlan, sessionOn } from '../session/plan/made-plan.ts';

const words = en.plan;
const theme = new CSSStyleSheet();
theme.replaceSync(`${tokens.cssText.replace(':host', ':root')} body { margin: 0; }`);
const { today } = momentOf(Date.now());
const noRoutines = { all: () => [], put: (): void => undefined, remove: (): undefined => undefined };

afterEach(() => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
});

const shared = { routines: noRoutines, exercises, nameOf: (id: string) => en.exercises[id]?.name ?? id, texts: en };

const show = async <T extends PlanScreen | PlanToday>(screen: T): Promise<T> => {
  document.adoptedStyleSheets = [theme];
  document.body.append(screen);
  await screen.updateComplete;
  return screen;
};

const openToday = async (plan: TrainingPlanStore, sessions: readonly ListedSession[]) => {
  const { history } = historyOver(recordsInMemory().store);
  vi.spyOn(history, 'list').mockResolvedValue(sessions);
  return show(Object.assign(new PlanToday(), shared, { plan, history }));
};

const since = addDays(today, -30);
const daily = { since, rhythm: { is: 'times', aWeek: 7 } as const };

describe('today', () => {
  it('says what is due and what last time was like, and leads there at the doses of the plan', async () => {
    await openToday(planInMemory(madePlan(daily)), [sessionOn(addDays(today, -1))]);
    await expect.element(page.getByText(words.today.due('Butterfly'))).toBeVisible();
    await expect.element(page.getByText(/5 repetitions · held 25 seconds · pain 2 before, 1 afterwards/)).toBeVisible();
    const start = page.getByRole('link', { name: words.today.start });
    await expect.element(start).toHaveAttribute('href', '#/train/butterfly?source=camera&plan=on');
  });

  it('proposes a step with its reason, which changes the plan only when it is taken, and can be undone', async () => {
    const plan = planInMemory(madePlan(daily));
    await openToday(plan, [sessionOn(addDays(today, -1)), sessionOn(addDays(today, -3))]);
    await expect.element(page.getByText(words.next.because['all-done'])).toBeVisible();
    expect(plan.read()?.doses).toEqual([]);
    const use = page.getByRole('button', { name: words.next.use });
    (use.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Butterfly is now 5 times, held 6 seconds in your plan.')).toBeVisible();
    expect(plan.read()?.doses).toEqual([{ exercise: 'butterfly', sets: 1, reps: 5, holdSeconds: 6 }]);
    await userEvent.keyboard('{Enter}');
    await expect.element(use).toBeVisible();
    expect(plan.read()?.doses).toEqual([]);
  });

  it('after something felt wrong says whom to ask, and does not push', async () => {
    const wrong = sessionOn(addDays(today, -1), { why: 'red-flag' });
    await openToday(planInMemory(madePlan(daily)), [wrong]);
    await expect.element(page.getByText(words.next.same['felt-wrong'])).toBeVisible();
    await expect.element(page.getByRole('link', { name: words.today.start })).toHaveClass('quiet');
  });

  it('with a routine that was deleted offers to choose another', async () => {
    await openToday(planInMemory(madePlan({ routine: 'own-gone' })), []);
    await expect.element(page.getByText(words.today.gone)).toBeVisible();
    await expect.element(page.getByRole('link', { name: words.today.choose })).toHaveAttribute('href', '#/plan');
  });
});

describe('the plan', () => {
  const openPlan = async (plan: TrainingPlanStore) =>
    show(Object.assign(new PlanScreen(), shared, { plan, app: '1.2.3' }));

  it('is kept only when the user says so, then with every change, and is removed and brought back', async () => {
    const plan = planInMemory();
    await openPlan(plan);
    await page.getByRole('combobox').selectOptions('Butterfly');
    await page.getByRole('radio', { name: words.editor.weekdays }).click();
    expect(plan.read()).toBeUndefined();
    await page.getByRole('button', { name: words.editor.keep }).click();
    expect(plan.read()).toMatchObject({ routine: 'butterfly', since: today, rhythm: { days: [1, 4] } });
    await page.getByRole('checkbox', { name: 'Saturday' }).click();
    expect(plan.read()?.rhythm).toMatchObject({ days: [1, 4, 6] });
    await page.getByRole('button', { name: en.routine.editor.more('Butterfly: hold') }).click();
    expect(plan.read()?.doses).toEqual([{ exercise: 'butterfly', sets: 1, reps: 5, holdSeconds: 6 }]);
    const before = plan.read();
    await page.getByRole('button', { name: words.editor.remove }).click();
    expect(plan.read()).toBeUndefined();
    await userEvent.keyboard('{Enter}');
    expect(plan.read()).toEqual(before);
  });

  it('is saved for a calendar', async () => {
    await openPlan(planInMemory(madePlan({ since, rhythm: { is: 'weekdays', days: [2] } })));
    await expect.element(page.getByText(words.editor.calendar.line('Tuesday'))).toBeVisible();
    const blobs = vi.spyOn(URL, 'createObjectURL');
    let name = '';
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementationOnce(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    await page.getByRole('button', { name: words.editor.calendar.save }).click();
    const [file] = blobs.mock.lastCall ?? [];
    blobs.mockRestore();
    expect(name).toMatch(/^limber-plan-[\d-]+\.ics$/);
    expect(file).toMatchObject({ type: 'text/calendar;charset=utf-8' });
    const text = file instanceof Blob ? await file.text() : '';
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU\r\n');
    expect(text).toContain('SUMMARY:Limber: Butterfly\r\n');
  });

  it('gives its doses to a session that follows it, and to no other', () => {
    const dose = { exercise: 'butterfly', sets: 1, reps: 6, holdSeconds: 7 };
    const context = { ...shared, plan: planInMemory(madePlan({ doses: [dose] })) } as Partial<AppContext> as AppContext;
    const session = vi.fn<Parameters<typeof screenOf>[2]['session']>();
    const actions = { session } as Partial<Parameters<typeof screenOf>[2]> as Parameters<typeof screenOf>[2];
    screenOf(routeOf('#/train/butterfly?source=camera&plan=on'), context, actions);
    expect(session.mock.lastCall?.[0].steps).toEqual([dose]);
    screenOf(routeOf('#/train/butterfly?source=camera'), context, actions);
    expect(session.mock.lastCall?.[0].steps).toEqual([{ exercise: 'butterfly' }]);
  });
});
