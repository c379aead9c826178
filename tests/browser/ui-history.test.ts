import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import type { History } from '../../src/session/history/history.ts';
import type { KeptSession } from '../../src/session/record/kept-session.ts';
import { en } from '../../src/texts/en/en.ts';
import { HistoryScreen } from '../../src/ui/screens/history-screen.ts';
import { HistorySessionScreen } from '../../src/ui/screens/history-session-screen.ts';
import { ProgressScreen } from '../../src/ui/screens/progress-screen.ts';
import { tokens } from '../../src/ui/styles/tokens.ts';
import { madeSessions } from '../made-sessions.ts';
import { historyOver, recordsInMemory } from '../records.ts';
import { inside } from './every-screen.ts';

const words = en.history;
const theme = new CSSStyleSheet();
theme.replaceSync(`${tokens.cssText.replace(':host', ':root')} body { margin: 0; }`);

afterEach(() => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
});

const historyWith = async (sessions: readonly KeptSession[]) => {
  const records = recordsInMemory();
  const { history } = historyOver(records.store);
  for (const session of sessions) await history.keep(session);
  return { history, records };
};

const show = async <T extends HTMLElement & { updateComplete: Promise<boolean> }>(screen: T): Promise<T> => {
  document.adoptedStyleSheets = [theme];
  document.body.append(screen);
  await screen.updateComplete;
  return screen;
};

const openHistory = async (history: History): Promise<HistoryScreen> => {
  const screen = new HistoryScreen();
  screen.history = history;
  screen.nameOf = (id) => en.exercises[id]?.name ?? 'Upper-back relief';
  screen.texts = en;
  await show(screen);
  await vi.waitFor(() => expect(inside(screen).some(({ localName }) => localName === 'history-data')).toBe(true));
  return screen;
};

const rowsOf = (screen: HistoryScreen) => inside(screen).filter(({ localName }) => localName === 'session-row');

const focused = (): Element | null => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

describe('the history', () => {
  it('without a session says what will stand here and what to do, and offers nothing to save', async () => {
    const screen = await openHistory((await historyWith([])).history);
    await expect.element(page.getByText(words.empty.line)).toBeVisible();
    await expect.element(page.getByRole('link', { name: words.empty.start })).toBeVisible();
    const offered = inside(screen).flatMap((one) => (one instanceof HTMLButtonElement ? [one] : []));
    expect(offered.map(({ textContent }) => textContent.trim())).not.toContain(words.data.save);
    expect(offered.filter(({ disabled }) => disabled)).toEqual([]);
  });

  it('shows a session with its note, and by which count', async () => {
    const [made] = madeSessions(30, 3).filter(({ steps }) => steps.length > 1);
    if (!made) throw new Error('There is one.');
    const screen = await openHistory((await historyWith([{ ...made, note: 'After the garden.' }])).history);
    expect(rowsOf(screen)).toHaveLength(1);
    await expect.element(page.getByText('“After the garden.”')).toBeVisible();
  });

  it('of many sessions shows the latest, and with the keyboard the earlier ones', async () => {
    const sessions = madeSessions(30, 3);
    const screen = await openHistory((await historyWith(sessions)).history);
    expect(rowsOf(screen)).toHaveLength(20);
    const more = page.getByRole('button', { name: words.sessions.more(10) });
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(rowsOf(screen)).toHaveLength(30));
    const shownFirst = sessions.toReversed()[20];
    await vi.waitFor(() =>
      expect(focused()?.getAttribute('href')).toBe(`#/history/${encodeURIComponent(shownFirst?.id ?? '')}`),
    );
  });

  it('deletes a session and brings it back, with the focus where it helps', async () => {
    const sessions = madeSessions(3, 3);
    const { history } = await historyWith(sessions);
    const screen = await openHistory(history);
    const [first] = page.getByRole('button', { name: words.sessions.remove }).elements();
    (first as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(rowsOf(screen)).toHaveLength(2));
    expect(await history.list()).toHaveLength(2);
    await vi.waitFor(() => expect(focused()?.textContent.trim()).toBe(words.sessions.undo));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(rowsOf(screen)).toHaveLength(3));
    const last = sessions.at(-1);
    expect(await history.open(last?.id ?? '')).toEqual(last);
    await vi.waitFor(() => expect(focused()?.localName).toBe('a'));
  });

  it('shows what a file would change before anything is changed', async () => {
    const sessions = madeSessions(4, 3);
    const file = await (await historyWith(sessions)).history.exportFile();
    const { history } = await historyWith(sessions.slice(0, 1));
    const screen = await openHistory(history);
    const input = inside(screen).find(({ localName }) => localName === 'input');
    await userEvent.upload(input as HTMLElement, new File([file], 'mine.json', { type: 'application/json' }));
    await expect.element(page.getByText(words.bringIn.adds(3))).toBeVisible();
    await expect.element(page.getByText(words.bringIn.same(1))).toBeVisible();
    expect(await history.list()).toHaveLength(1);
    await page.getByRole('button', { name: words.bringIn.go(3) }).click();
    await expect.element(page.getByText(words.bringIn.done(3, 0))).toBeVisible();
    expect(await history.list()).toHaveLength(4);
  });

  it('refuses a file that is none of Limber with a reason, and offers nothing to confirm', async () => {
    const screen = await openHistory((await historyWith([])).history);
    const input = inside(screen).find(({ localName }) => localName === 'input');
    await userEvent.upload(input as HTMLElement, new File(['{"a":'], 'other.json', { type: 'application/json' }));
    await expect.element(page.getByText(words.bringIn.refused(1))).toBeVisible();
    await expect.element(page.getByText(words.bringIn.nothing)).toBeVisible();
    expect(inside(screen).some(({ textContent }) => textContent.startsWith(words.bringIn.wholeFile))).toBe(true);
  });

  it('deletes everything only after a question, whose first answer is no', async () => {
    const { history } = await historyWith(madeSessions(2, 3));
    const screen = await openHistory(history);
    const deleted = vi.fn<() => void>();
    screen.addEventListener('all-deleted', deleted);
    await page.getByRole('button', { name: words.deleteAll.open }).click();
    expect(focused()?.textContent.trim()).toBe(words.deleteAll.keep);
    await userEvent.keyboard('{Enter}');
    expect(await history.list()).toHaveLength(2);
    await page.getByRole('button', { name: words.deleteAll.open }).click();
    await page.getByRole('button', { name: words.deleteAll.go }).click();
    await vi.waitFor(() => expect(deleted).toHaveBeenCalledOnce());
    expect(await history.list()).toEqual([]);
  });

  it('says what is only in memory, and offers it as a file', async () => {
    const records = recordsInMemory();
    records.state.isFull = true;
    const { history } = historyOver(records.store);
    for (const session of madeSessions(1, 3)) await history.keep(session);
    await openHistory(history);
    await expect.element(page.getByText(words.memory.full(1))).toBeVisible();
    await expect.element(page.getByRole('button', { name: words.memory.save })).toBeVisible();
  });
});

describe('a session of the history', () => {
  const open = async (history: History, id: string): Promise<HistorySessionScreen> => {
    const screen = new HistorySessionScreen();
    screen.history = history;
    screen.session = id;
    screen.exercises = exercises;
    screen.nameOf = () => 'Upper-back relief';
    screen.texts = en;
    return show(screen);
  };

  it('is shown with its summary, takes a note, and is dropped and kept again', async () => {
    const [made] = madeSessions(30, 3).filter(({ steps }) => steps.length > 2);
    if (!made) throw new Error('There is one.');
    const { history } = await historyWith([made]);
    await open(history, made.id);
    await expect.element(page.getByRole('heading', { name: en.app.summary.routine.each })).toBeVisible();
    const note = page.getByRole('textbox', { name: words.session.note });
    await note.fill('Slept well.');
    await expect.element(page.getByText(words.session.kept, { exact: true })).toBeVisible();
    expect((await history.open(made.id))?.note).toBe('Slept well.');
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('x');
    await expect.element(page.getByText(words.keeping.dropped)).toBeVisible();
    expect(await history.open(made.id)).toBeUndefined();
    await page.getByRole('button', { name: words.keeping.restore }).click();
    await expect.element(page.getByText(words.keeping.kept)).toBeVisible();
    expect((await history.open(made.id))?.note).toBe('Slept well.');
  });

  it('that is not there says so', async () => {
    await open((await historyWith([])).history, '7-cheer');
    await expect.element(page.getByRole('heading', { name: words.session.gone })).toBeVisible();
  });
});

describe('an exercise over time', () => {
  const open = async (history: History, exercise: string): Promise<ProgressScreen> => {
    const screen = new ProgressScreen();
    screen.history = history;
    screen.exercise = exercise;
    screen.texts = en;
    return show(screen);
  };

  it('is drawn with units, the band, and a table of the same numbers', async () => {
    const { history } = await historyWith(madeSessions(30, 3));
    const screen = await open(history, 'head-tilt');
    await vi.waitFor(() =>
      expect(inside(screen).filter(({ localName }) => localName === 'angle-chart')).toHaveLength(4),
    );
    await expect.element(page.getByText(words.progress.bandNote('12 degrees'))).toBeVisible();
    const shown = inside(screen);
    expect(shown.filter(({ classList }) => classList.contains('zone')).length).toBeGreaterThan(1);
    const details = shown.find((one) => one instanceof HTMLDetailsElement);
    if (!(details instanceof HTMLDetailsElement)) throw new Error('There is a table.');
    details.open = true;
    await vi.waitFor(() => expect(inside(screen).some(({ localName }) => localName === 'td')).toBe(true));
    const dots = inside(screen)
      .find(({ localName }) => localName === 'angle-chart')
      ?.shadowRoot?.querySelectorAll('circle.dot');
    const rows = inside(screen).filter(
      ({ localName, parentElement }) => localName === 'tr' && parentElement?.localName === 'tbody',
    );
    expect(rows.length).toBeGreaterThan(10);
    // The legend has one dot of each line as well.
    expect(dots?.length).toBe(rows.length + 1);
  });

  it('that was never done says so', async () => {
    await open((await historyWith([])).history, 'cheer');
    await expect.element(page.getByText(words.progress.none)).toBeVisible();
  });
});
