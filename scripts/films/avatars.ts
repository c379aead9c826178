import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { adult, type Proportions } from '../../src/engine/figure/proportions.ts';
import * as v from 'valibot';
import { avatarHash, isKept, keepValue, keptValue, keyedName } from './kept.ts';
import { launchBrowser, serveSources } from './launch.ts';

const avatarFolder = (): string => {
  const clips = process.env['LIMBER_CLIPS'];
  if (clips === undefined) throw new Error('LIMBER_CLIPS names the folder that has the rigged bodies.');
  return join(clips, 'avatars');
};

/** Every rigged body in the folder `avatars` of `LIMBER_CLIPS`, in the order of the names; throws where it is unset. */
export const allAvatarFiles = (): readonly string[] =>
  readdirSync(avatarFolder())
    .filter((file) => file.endsWith('.glb'))
    .toSorted();

/** The rigged bodies that show every exercise, in the folder `avatars` of `LIMBER_CLIPS`. */
export const avatarFiles = [
  'Asian_F_1_Casual.glb',
  'Black_M_1_Casual.glb',
  'Hispanic_M_1_Casual.glb',
  'White_F_1_Busi.glb',
] as const;

/** The address of a rigged body in the studio. */
export const performerAt = (file: string): string => `/performers/${file}`;

const proportionsSchema = v.object(
  Object.fromEntries(Object.keys(adult).map((name) => [name, v.number()])) as Record<
    keyof Proportions,
    v.NumberSchema<undefined>
  >,
);

const measuredName = (file: string): string =>
  keyedName(`body-${basename(file, '.glb')}`, avatarHash(), readFileSync(join(avatarFolder(), file)));

/** Measures rigged bodies in the studio, and saves their proportions. */
const measureAvatars = async (files: readonly string[]): Promise<void> => {
  const served = await serveSources();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route('**/performers/*.glb', (route) =>
      route.fulfill({ path: join(avatarFolder(), basename(new URL(route.request().url()).pathname)) }),
    );
    await page.goto(new URL('/scripts/films/studio/avatar-measure.html', served.url).href);
    await page.waitForFunction(() => 'proportionsOf' in window);
    for (const file of files)
      keepValue(measuredName(file), await page.evaluate((address) => window.proportionsOf(address), performerAt(file)));
  } finally {
    await browser.close();
    await served.close();
  }
};

/** The proportions of rigged bodies by their files, in the order requested; throws where `LIMBER_CLIPS` is unset. */
export const avatarProportions = async (files: readonly string[]): Promise<ReadonlyMap<string, Proportions>> => {
  const missing = files.filter((file) => !isKept(measuredName(file)));
  if (missing.length > 0) await measureAvatars(missing);
  return new Map(files.map((file) => [file, v.parse(proportionsSchema, keptValue(measuredName(file)))]));
};
