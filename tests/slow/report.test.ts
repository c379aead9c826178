import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { listedSession, type ListedSession } from '../../src/session/history/listed-session.ts';
import { en } from '../../src/texts/en/en.ts';
import { madeSessions } from '../made-sessions.ts';

const day = 24 * 60 * 60_000;

/** So many sessions up to now, one every other day; each is one of thirty that were made. */
const rowsOf = (count: number): readonly ListedSession[] => {
  const made = madeSessions(30, 3).map(listedSession);
  return Array.from({ length: count }, (_, index) => made[index % made.length]).flatMap((row, index) => {
    const startedAt = Date.now() - (count - index) * 2 * day;
    return row ? [{ ...row, id: `${startedAt}-${row.routine}`, startedAt, endedAt: startedAt + 600_000 }] : [];
  });
};

const plan = {
  version: 1,
  id: 'a-plan',
  routine: 'upper-back-relief',
  rhythm: { is: 'times', aWeek: 3 },
  time: '18:00',
  since: '2020-01-01',
  doses: [],
  changedAt: 1,
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addInitScript((kept) => localStorage.setItem('limber.plan', kept), JSON.stringify(plan));
});

afterAll(() => browser.close());

/** Puts rows into the list of the history; their sessions are not read. */
const keep = (rows: readonly ListedSession[]): Promise<void> =>
  page.evaluate(
    async (all) => {
      const opening = indexedDB.open('limber');
      const database = await new Promise<IDBDatabase>((done) => {
        opening.addEventListener('success', () => done(opening.result));
      });
      const transaction = database.transaction(['sessions', 'summaries'], 'readwrite');
      for (const [id, row] of all) {
        transaction.objectStore('sessions').put({}, id);
        transaction.objectStore('summaries').put(row, id);
      }
      await new Promise<void>((done) => {
        transaction.addEventListener('complete', () => done());
      });
      database.close();
    },
    rows.map((row) => [row.id, JSON.stringify(row)] as const),
  );

/** The number of pages of a PDF, from its page tree (ISO 32000-1, 7.7.3). */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describe('the report', () => {
  it.each([30, 1000])('of %d sessions is one printed page of A4, for each period', async (count) => {
    await page.goto(`${inject('appUrl')}#/history`);
    await page.locator('history-data').waitFor();
    await keep(rowsOf(count));
    await page.goto(`${inject('appUrl')}?${count}#/report`);
    for (const period of Object.values(en.report.periods)) {
      await page.getByLabel(period, { exact: true }).check();
      await page.locator('report-table').waitFor();
      await expect.poll(() => page.locator('report-table tbody tr').count()).toBe(6);
      expect(pagesIn(await page.pdf({ format: 'A4' }))).toBe(1);
    }
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('report-screen');
    await expect.poll(() => printed.getByText(en.report.howTo.lines[3] ?? '').isVisible()).toBe(true);
    expect(await printed.getByRole('button').count()).toBe(0);
    await page.emulateMedia({ media: null });
  });
});
