import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { writeServiceWorker } from '../../scripts/vite/service-worker.ts';

/** What a host sends for a path instead of the file; with `cacheControl`, browsers keep it. */
export interface Altered {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Buffer;
  readonly cacheControl?: string;
  /** After how many bytes the connection breaks. */
  readonly brokenAfter?: number;
  /** How fast it is sent; by default as fast as it goes. */
  readonly bytesPerSecond?: number;
}

/** Sends a body in ten pieces a second. */
const sendSlowly = (response: ServerResponse, body: Buffer, bytesPerSecond: number): void => {
  let sent = 0;
  const send = (): void => {
    if (response.destroyed) return;
    const piece = body.subarray(sent, sent + bytesPerSecond / 10);
    sent += piece.length;
    if (sent >= body.length) return void response.end(piece);
    response.write(piece);
    setTimeout(send, 100);
  };
  send();
};

const send = (response: ServerResponse, { body, brokenAfter, bytesPerSecond }: Altered): void => {
  if (brokenAfter !== undefined) {
    response.write(Buffer.from(body).subarray(0, brokenAfter), () => response.destroy());
  } else if (bytesPerSecond !== undefined) sendSlowly(response, Buffer.from(body), bytesPerSecond);
  else response.end(body);
};

/** A static host that sends no security headers and lets every file be kept for ten minutes, as GitHub Pages does. */
export interface PlainHost {
  readonly url: string;
  /** The folder that is published. */
  folder: string;
  /** Replaces what is sent for a path below the prefix. */
  alter: ((path: string, file: Buffer) => Altered | undefined) | undefined;
  /** The paths requested so far, below the prefix. */
  readonly requests: string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a folder under `/limber/`. */
export const servePlain = async (folder: string): Promise<PlainHost> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/limber\//, '');
    host.requests.push(path);
    const file = join(host.folder, path === '' ? 'index.html' : path);
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    const content = readFileSync(file);
    const sent: Altered = host.alter?.(path, content) ?? { body: content };
    response.writeHead(sent.status ?? 200, {
      'Content-Type': sent.type ?? types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': sent.cacheControl ?? 'max-age=600',
      ...(sent.brokenAfter === undefined ? {} : { 'Content-Length': sent.body.length }),
    });
    send(response, sent);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');
  const host: PlainHost = {
    url: `http://127.0.0.1:${address.port}/limber/`,
    folder,
    alter: undefined,
    requests: [],
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return host;
};

/**
 * Another version of the built app, in a new folder: every part of its code has another name, and the first page's
 * another content; its models are the same.
 */
export const nextVersion = (dist: string, name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'limber-version-'));
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const entry = /assets\/(index-[^"]+\.js)/.exec(page)?.[1] ?? '';
  const codes = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'));
  const newNames = codes.map((file) => [
    file,
    file === entry ? `index-${name}.js` : file.replace(/\.js$/, `-${name}.js`),
  ]);
  const renamed = (text: string): string =>
    newNames.reduce((all, [file = '', newName = '']) => all.replaceAll(file, newName), text);
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const isCode = codes.includes(basename(path));
    if (!statSync(join(dist, path)).isFile() || ['index.html', 'service-worker.js'].includes(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!isCode) linkSync(join(dist, path), join(folder, path));
    else writeFileSync(join(folder, renamed(path)), renamed(readFileSync(join(dist, path), 'utf8')));
  }
  appendFileSync(join(folder, 'assets', `index-${name}.js`), `\n// ${name}\n`);
  writeFileSync(join(folder, 'index.html'), renamed(page).replace('<title>', `<title>${name} `));
  const [, ...worker] = readFileSync(join(dist, 'service-worker.js'), 'utf8').split('\n');
  writeServiceWorker(folder, worker.join('\n'));
  return folder;
};

/** Deletes the folder of a version. */
export const removeVersion = (folder: string): void => rmSync(folder, { recursive: true, force: true });
