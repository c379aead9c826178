import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { buildApp } from '../build-app.ts';
import { launchBrowser } from '../films/launch.ts';
import { keepEvents } from '../films/page-events.ts';
import { serveFolder } from '../serve.ts';
import { fill } from './fill.ts';
import { complaintsAbout } from './inspect.ts';
import { looks, type Look } from './looks.ts';
import { screens, type Screen } from './screens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The requested screens and looks: all, or those whose names `ONLY` matches. */
const only = new RegExp(process.env['ONLY'] ?? '.');

const settings = JSON.stringify({ version: 1, settings: { safetyAcceptedAt: 1 } });

const take = async (
  browser: Browser,
  url: string,
  screen: Screen,
  look: Look,
  folder: string,
): Promise<readonly string[]> => {
  const page = await browser.newPage(look.context);
  try {
    await keepEvents(page);
    if (!screen.isFirstVisit)
      await page.addInitScript((kept) => localStorage.setItem('limber.settings', kept), settings);
    await page.goto(`${url}${screen.link}`);
    if (screen.isFilled) {
      await fill(page);
      await page.reload();
    }
    await screen.reach(page);
    await page.screenshot({ path: join(folder, `${screen.name}-${look.name}.png`) });
    return await complaintsAbout(page);
  } finally {
    await page.close();
  }
};

/** Photographs every screen in every look of the built app, and returns their problems, in words. */
export const takeScreenshots = async (folder: string): Promise<readonly string[]> => {
  await buildApp(root);
  const served = await serveFolder(join(root, 'dist'), { port: 4310 });
  const browser = await launchBrowser();
  const misframed: string[] = [];
  try {
    for (const screen of screens)
      for (const look of looks) {
        const name = `${screen.name}-${look.name}`;
        if (!only.test(name)) continue;
        const complaints = await take(browser, served.url, screen, look, folder);
        console.log(`${name}${complaints.length > 0 ? ': misframed' : ''}`);
        misframed.push(...complaints.map((one) => `${name}: ${one}`));
      }
  } finally {
    await browser.close();
    await served.close();
  }
  return misframed;
};
