import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { cacheControlOf, securityHeaders } from './security-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  '.glb': 'model/gltf-binary',
  '.mp3': 'audio/mpeg',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** How to serve: the port to try first (0 lets the system choose) and the path under which the folder appears. */
export interface ServeOptions {
  readonly port?: number;
  /** Begins and ends with a slash. */
  readonly prefix?: string;
}

/** A folder being served: the address of its front page, and how to stop. */
export interface ServedFolder {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on 127.0.0.1 as a production host would, on the requested port or the next free one. */
export const serveFolder = async (folder: string, options: ServeOptions = {}): Promise<ServedFolder> => {
  const { port = 4173, prefix = '/' } = options;
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, prefix, request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The server failed.');
    });
  });
  const taken = await listenFrom(server, port);
  return {
    url: `http://127.0.0.1:${taken}${prefix}`,
    close: () =>
      new Promise((done, failed) => {
        server.close((error) => (error === undefined ? done() : failed(error)));
        server.closeAllConnections();
      }),
  };
};

const answer = async (
  root: string,
  prefix: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.');
  const path = pathWithin(prefix, request.url ?? '/');
  const file = path === undefined ? undefined : await fileAt(root, path);
  if (path === undefined || file === undefined) return refuse(response, 404, 'Not found.');
  response.setHeader('Content-Type', contentTypes[extname(file.path)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', cacheControlOf(path));
  response.setHeader('Content-Length', file.bytes);
  response.writeHead(200);
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
};

const refuse = (response: ServerResponse, status: number, words: string): void => {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status);
  response.end(`${words}\n`);
};

/** The path below the prefix, with the front page of a folder resolved; undefined outside the prefix. */
const pathWithin = (prefix: string, url: string): string | undefined => {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
    if (!path.startsWith(prefix) || path.includes('\0')) return undefined;
    const below = path.slice(prefix.length);
    return below === '' || below.endsWith('/') ? `${below}index.html` : below;
  } catch {
    return undefined;
  }
};

const fileAt = async (
  root: string,
  path: string,
): Promise<{ readonly path: string; readonly bytes: number } | undefined> => {
  const whole = join(root, path);
  if (!whole.startsWith(root + sep)) return undefined;
  const found = await stat(whole).catch(() => undefined);
  return found?.isFile() === true ? { path: whole, bytes: found.size } : undefined;
};

const listenFrom = async (server: Server, first: number): Promise<number> => {
  for (let port = first; port < first + 100; port += 1) {
    const taken = await listen(server, port);
    if (taken !== undefined) return taken;
  }
  throw new Error(`No free port from ${first} on.`);
};

/** The port listened on, or undefined where another program uses it. */
const listen = (server: Server, port: number): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') done(undefined);
      else failed(error);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
