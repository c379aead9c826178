import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyHeader, policyMeta } from '../../scripts/security-headers.ts';
import { serveFolder } from '../../scripts/serve.ts';
import type { ServedFolder } from '../../scripts/serve.ts';

let folder: string;
let served: ServedFolder;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'limber-serve-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<limber-app></limber-app>');
  writeFileSync(join(folder, 'assets/engine-abc123.wasm'), 'wasm');
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'export {};');
  served = await serveFolder(folder, { port: 0 });
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** The status of a path sent unchanged; `fetch` would normalize it first. */
const statusOf = (path: string, method = 'GET'): Promise<number> =>
  new Promise((done, failed) => {
    const { port } = new URL(served.url);
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });

describe('serveFolder', () => {
  it('serves the front page with every security header, never from a cache', async () => {
    const answer = await fetch(served.url);
    expect(await answer.text()).toContain('<limber-app>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': policyHeader,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(answer.headers.get('permissions-policy')).toContain('camera=(self)');
    expect(answer.headers.has('cross-origin-embedder-policy')).toBe(false);
  });

  it.each([
    ['assets/engine-abc123.wasm', 'application/wasm'],
    ['assets/main-abc123.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s, to be cached for ever', async (path, type) => {
    const answer = await fetch(new URL(path, served.url));
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-security-policy')).toBe(policyHeader);
    await answer.body?.cancel();
  });

  it.each(['/missing.js', '/assets/', '/../package.json', '/..%2f..%2fetc/passwd', '/%00', '/%'])(
    'finds nothing at %s',
    async (path) => {
      expect(await statusOf(path)).toBe(404);
    },
  );

  it('accepts no other method', async () => {
    expect(await statusOf('/', 'POST')).toBe(405);
    expect(await statusOf('/', 'HEAD')).toBe(200);
  });

  it('uses the next port where one is in use', async () => {
    const { port } = new URL(served.url);
    const second = await serveFolder(folder, { port: Number(port) });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
    await second.close();
  });

  it('serves under a path', async () => {
    const under = await serveFolder(folder, { port: 0, prefix: '/some/where/' });
    expect(under.url).toMatch(/\/some\/where\/$/);
    expect((await fetch(under.url)).status).toBe(200);
    expect((await fetch(new URL('/index.html', under.url))).status).toBe(404);
    await under.close();
  });
});

describe('the policy', () => {
  it('runs only the scripts of its own origin', () => {
    expect(policyHeader).toMatch(/script-src 'self' 'wasm-unsafe-eval'(?: 'sha256-[\w+/]{43}='){2};/);
    expect(policyHeader).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  });

  it('lets strings become code only through named policies', () => {
    expect(policyHeader).toContain("require-trusted-types-for 'script'");
    expect(policyMeta).toMatch(/trusted-types lit-html limber(?:;|$)/);
  });

  it('has in its meta tag no directive that a browser ignores there', () => {
    expect(policyMeta).not.toContain('frame-ancestors');
  });
});
