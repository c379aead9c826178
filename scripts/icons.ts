import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './films/launch.ts';

/** `npm run icons`: draws the PNG icons in `public/icons/` from the SVG ones, in Chromium. */

interface Drawing {
  readonly from: string;
  readonly to: string;
  /** Pixels. */
  readonly side: number;
}

const drawings: readonly Drawing[] = [
  { from: 'favicon.svg', to: 'icons/icon-192.png', side: 192 },
  { from: 'favicon.svg', to: 'icons/icon-512.png', side: 512 },
  // Platforms cut these to their own shape: the ground fills the square.
  { from: 'icons/maskable.svg', to: 'icons/maskable-512.png', side: 512 },
  { from: 'icons/maskable.svg', to: 'icons/apple-touch-icon.png', side: 180 },
];

const pathOf = (file: string): string => fileURLToPath(new URL(`../public/${file}`, import.meta.url));

const browser = await launchBrowser();
try {
  for (const { from, to, side } of drawings) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const source = readFileSync(pathOf(from)).toString('base64');
    const style = 'margin: 0; background: transparent';
    await page.setContent(
      `<body style="${style}"><img src="data:image/svg+xml;base64,${source}" width="${side}" height="${side}">`,
    );
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    writeFileSync(pathOf(to), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
