import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { installedBrowser } from '../../scripts/find-browser.ts';
import { policyHeader } from '../../scripts/security-headers.ts';
import { serveFolder } from '../../scripts/serve.ts';

let browser: Browser;

beforeAll(async () => {
  const executablePath = installedBrowser();
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
});

afterAll(() => browser.close());

describe('the built app', () => {
  it('opens under any path, within its policy, with no request to another host', async () => {
    const served = await serveFolder('dist', { port: 0, prefix: '/some/where/' });
    const page = await browser.newPage();
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(served.url);
    await page.waitForFunction(() => document.querySelector('limber-app')?.shadowRoot?.childElementCount);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
    await page.close();
    await served.close();
  });

  it('has its policy as a header and in the page', async () => {
    const answer = await fetch(inject('appUrl'));
    expect(answer.headers.get('content-security-policy')).toBe(policyHeader);
    expect(await answer.text()).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src/);
  });
});
