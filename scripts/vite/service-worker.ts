import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';
import type { OfflineBuild, OfflineFile, OfflineRole } from '../../src/platform/offline/protocol.ts';
import { securityHeaders } from '../security-headers.ts';

/** Files for the host, which no page loads. */
const notStored: readonly string[] = ['_headers', '404.html', 'service-worker.js'];

const roleOf = (path: string): OfflineRole => {
  if (path.startsWith('assets/movenet-thunder')) return 'optional';
  return /\.(?:bin|wasm|json)$/.test(path) ? 'large' : 'shell';
};

const filesIn = (folder: string): readonly OfflineFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !notStored.includes(path))
    .toSorted()
    .map((path) => {
      const integrity = `sha256-${createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64')}`;
      // Hosts redirect `index.html` to its folder.
      return { path: path === 'index.html' ? '' : path, role: roleOf(path), integrity };
    });

/** The code of the service worker, in one piece, without the list of files. */
export const serviceWorkerCode = async (root: string): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: resolve(root, 'src/platform/offline/service-worker/service-worker.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = output.map((one) => (one.type === 'chunk' ? one.code : ''));
  if (code.length !== 1) throw new Error('The service worker was not built in one piece.');
  return code.join('');
};

/** Writes `service-worker.js` for the files of a built app, with the hash of each; returns the version. */
export const writeServiceWorker = (folder: string, code: string): string => {
  const content = { headers: securityHeaders, files: filesIn(folder) };
  const version = createHash('sha256').update(JSON.stringify(content)).update(code).digest('hex').slice(0, 12);
  const offline: OfflineBuild = { version, ...content };
  writeFileSync(join(folder, 'service-worker.js'), `const limberBuild = ${JSON.stringify(offline)};\n${code}`);
  return version;
};

/** Adds the service worker to the build, after every other file is written. */
export const serviceWorker = (): Plugin => {
  let root = process.cwd();
  return {
    name: 'limber:service-worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) throw new Error('The build has no folder.');
        writeServiceWorker(dir, await serviceWorkerCode(root));
      },
    },
  };
};
