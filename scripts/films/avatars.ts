import { basename, join } from 'node:path';
import type { Proportions } from '../../src/engine/figure/proportions.ts';
import { launchBrowser, serveSources } from './launch.ts';

/** The rigged bodies that films are made of, in the folder `avatars` of `LIMBER_CLIPS`. */
export const avatarFiles = [
  'Asian_F_1_Casual.glb',
  'Black_M_1_Casual.glb',
  'Hispanic_M_1_Casual.glb',
  'White_F_1_Busi.glb',
] as const;

/** The address of a rigged body in the studio. */
export const performerAt = (file: string): string => `/performers/${file}`;

/** The proportions of rigged bodies by their files, in the order requested; throws where `LIMBER_CLIPS` is unset. */
export const avatarProportions = async (files: readonly string[]): Promise<ReadonlyMap<string, Proportions>> => {
  const clips = process.env['LIMBER_CLIPS'];
  if (clips === undefined) throw new Error('LIMBER_CLIPS names the folder that has the rigged bodies.');
  const served = await serveSources();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route('**/performers/*.glb', (route) =>
      route.fulfill({ path: join(clips, 'avatars', basename(new URL(route.request().url()).pathname)) }),
    );
    await page.goto(new URL('/scripts/films/studio/avatar-measure.html', served.url).href);
    await page.waitForFunction(() => 'proportionsOf' in window);
    const measured = new Map<string, Proportions>();
    for (const file of files)
      measured.set(file, await page.evaluate((address) => window.proportionsOf(address), performerAt(file)));
    return measured;
  } finally {
    await browser.close();
    await served.close();
  }
};
