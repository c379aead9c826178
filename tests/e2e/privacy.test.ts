import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { eventsOf } from '../scenarios/play.ts';
import { servePlain, type PlainHost } from './plain-host.ts';
import { sessionEnd, watchedPage } from './trained.ts';

declare global {
  interface Window {
    /** Every camera track that the page was given. */
    cameraTracks: MediaStreamTrack[];
  }
}

let browser: Browser;
let host: PlainHost;
let page: Page;
/** A server of another origin, and how often it was reached. */
let other: Server;
let otherUrl: string;
let hits = 0;
const folder = mkdtempSync(join(tmpdir(), 'limber-net-'));
const netLog = join(folder, 'net.json');
/** Every address that the page, its workers and the service worker requested, and who did. */
const requested: { readonly url: string; readonly isServiceWorker: boolean }[] = [];

beforeAll(async () => {
  browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--log-net-log=${netLog}`,
  ]);
  host = await servePlain('dist');
  other = createServer((_, response) => {
    hits += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }).end();
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('The other server has no port.');
  otherUrl = `http://127.0.0.1:${address.port}/`;
  page = await watchedPage(browser, { serviceWorkers: 'allow' });
  page
    .context()
    .on('request', (request) =>
      requested.push({ url: request.url(), isServiceWorker: request.serviceWorker() !== null }),
    );
  page.on('websocket', (socket) => requested.push({ url: socket.url(), isServiceWorker: false }));
  await page.addInitScript(() => {
    window.cameraTracks = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      window.cameraTracks.push(...stream.getTracks());
      return stream;
    };
  });
});

afterAll(async () => {
  await browser.close();
  other.close();
  rmSync(folder, { recursive: true });
});

const worksOffline = (): Promise<void> => page.getByText('Works offline.').waitFor({ timeout: 30_000 });

const open = (link: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, link);

describe('on a host without headers', () => {
  it('loads, trains offline, shows a summary and saves it, and requests nothing from another origin', async () => {
    await page.goto(host.url);
    await worksOffline();
    await host.close();
    await page.reload();
    await worksOffline();
    await open('#/train/butterfly?source=figure&reps=1&hold=2&range=norm&pain=off&speed=2');
    const { events, cameraRequests } = await sessionEnd(page, 90_000);
    expect(eventsOf(events, 'rep-completed')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(cameraRequests).toBe(0);
    await page.locator('summary-screen').getByRole('button', { name: 'Again' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.locator('summary-screen').getByRole('button', { name: 'Save as a file' }).click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    expect(saved).toContain('rep-completed');
    expect(saved).not.toMatch(/data:image|base64/);
    // The recorder hears the service worker and the detector's worker as well.
    expect(requested.filter(({ isServiceWorker }) => isServiceWorker).length).toBeGreaterThan(5);
    expect(requested.filter(({ url }) => url.endsWith('.bin')).length).toBeGreaterThan(0);
    expect(requested.filter(({ url }) => !url.startsWith(host.url) && !url.startsWith('blob:'))).toEqual([]);
  });

  it('has the camera on while it trains and at no other time', async () => {
    await open('#/train/cheer?pain=off&range=norm');
    await page.waitForFunction(() => window.cameraTracks.some(({ readyState }) => readyState === 'live'));
    await page.waitForFunction(() => window.detections.length > 0);
    await open('#/');
    await page.locator('home-screen').waitFor();
    await page.waitForFunction(() => window.cameraTracks.every(({ readyState }) => readyState === 'ended'));
    expect(await page.evaluate(() => window.cameraTracks.length)).toBe(1);
  });

  it('keeps no picture on the device', async () => {
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const cached = await Promise.all(
        names.map(async (name) => {
          const cache = await caches.open(name);
          const responses = (await cache.keys()).map(async (request) => {
            const type = (await cache.match(request))?.headers.get('Content-Type') ?? '';
            return { url: decodeURIComponent(request.url), type };
          });
          return Promise.all(responses);
        }),
      );
      const files: string[] = [];
      const root = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
      for await (const name of root.keys()) files.push(name);
      const text = [localStorage, sessionStorage]
        .flatMap((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''))
        .map((key) => `${key} ${localStorage.getItem(key)} ${sessionStorage.getItem(key)}`)
        .join('\n');
      return { cached: cached.flat(), files, text, databases: await indexedDB.databases(), cookies: document.cookie };
    });
    const built = readdirSync('dist', { recursive: true, encoding: 'utf8' });
    const strangers = kept.cached.filter(({ url }) => {
      const path = url.replace(host.url, '');
      return path !== '' && !path.startsWith('kept/sha256-') && !built.includes(path);
    });
    expect(kept.cached.length).toBeGreaterThan(10);
    expect(strangers).toEqual([]);
    expect(kept.cached.filter(({ url, type }) => type.startsWith('image/') && url.includes('kept/'))).toEqual([]);
    // Of numbers only, which `tests/session/record/` checks.
    expect(kept.databases.map(({ name }) => name).filter((name) => name !== 'limber')).toEqual([]);
    expect(kept.files).toEqual([]);
    expect(kept.cookies).toBe('');
    expect(kept.text).not.toMatch(/data:|base64|blob:/);
    expect(kept.text.length).toBeLessThan(20_000);
  });

  it('lets neither the page nor the worker that sees the pictures reach another origin', async () => {
    await open('#/train/cheer?pain=off&range=norm');
    await page.waitForFunction(() => window.cameraTracks.some(({ readyState }) => readyState === 'live'));
    // As text: the test runner would rewrite the import.
    const importing = `import('${otherUrl}').then(() => 'reached', () => 'refused')`;
    const [worker] = page.workers();
    if (!worker) throw new Error('There is no detector.');
    const fromWorker = await worker.evaluate(async (url) => {
      const violated: string[] = [];
      addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      const fetched = await fetch(url).then(
        () => 'reached',
        () => 'refused',
      );
      let socket = 'refused';
      try {
        const opened = new WebSocket(url.replace('http', 'ws'));
        await new Promise((done) => {
          opened.onerror = done;
          opened.onopen = () => done((socket = 'reached'));
        });
      } catch {
        socket = 'refused';
      }
      let code = 'refused';
      try {
        // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- what the policy refuses
        code = String(new Function('return "ran"')());
      } catch {
        code = 'refused';
      }
      await new Promise((done) => setTimeout(done, 100));
      return { fetched, socket, code, violated };
    }, otherUrl);
    expect(fromWorker).toMatchObject({ fetched: 'refused', socket: 'refused', code: 'refused' });
    expect(await worker.evaluate(importing)).toBe('refused');
    expect(fromWorker.violated).toContain('connect-src');
    const fromPage = await page.evaluate(async (url) => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
      navigator.sendBeacon(url, 'beacon');
      new Image().src = url;
      try {
        new EventSource(url).close();
        new WebSocket(url.replace('http', 'ws')).close();
      } catch {
        // Some browsers throw at once.
      }
      const [fetched] = await Promise.allSettled([fetch(url)]);
      let markup = 'refused';
      try {
        document.createElement('p').innerHTML = '<b>text</b>';
        markup = 'ran';
      } catch {
        markup = 'refused';
      }
      let foreignWorker = 'refused';
      try {
        const started = new Worker(url);
        started.terminate();
        foreignWorker = 'ran';
      } catch {
        foreignWorker = 'refused';
      }
      await new Promise((done) => setTimeout(done, 300));
      return { fetched: fetched.status, violated, markup, foreignWorker };
    }, otherUrl);
    expect(fromPage).toMatchObject({
      fetched: 'rejected',
      markup: 'refused',
      foreignWorker: 'refused',
    });
    expect(await page.evaluate(importing)).toBe('refused');
    for (const directive of ['connect-src', 'img-src', 'require-trusted-types-for'])
      expect(fromPage.violated).toContain(directive);
    expect(hits).toBe(0);
  });

  it('sends nothing that only the network log of the browser sees', async () => {
    await browser.close();
    const hosts = new Set([...readFileSync(netLog, 'utf8').matchAll(/"url":"(\w+:\/\/[^/"]+)/g)].map(([, at]) => at));
    // Chromium itself asks for updates.
    const others = [...hosts].filter((at) => !/google(?:apis)?\.com|gvt1\.com/.test(at ?? ''));
    expect(others.filter((at) => at !== new URL(host.url).origin && !at?.startsWith('chrome'))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
  });
});

describe('the built code', () => {
  it('has no way to send but fetch, which the policy covers', () => {
    const code = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
    expect(code.length).toBeGreaterThan(4);
    const senders = /RTCPeerConnection|WebTransport|sendBeacon|EventSource|new WebSocket/;
    expect(code.filter((name) => senders.test(readFileSync(join('dist/assets', name), 'utf8')))).toEqual([]);
  });
});
