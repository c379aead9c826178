import { fileURLToPath } from 'node:url';
import { buildApp } from './build-app.ts';
import { serveFolder } from './serve.ts';

/**
 * `npm start`: builds the app, serves it as a production host would, and prints the addresses of the app and its demo.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const wantedPort = Number(process.env['PORT'] ?? '4173');
if (!Number.isInteger(wantedPort) || wantedPort < 0 || wantedPort > 65_535) {
  throw new Error(`PORT is ${process.env['PORT']}; it must be a number from 0 to 65535.`);
}

await buildApp(root);
const served = await serveFolder(fileURLToPath(new URL('../dist', import.meta.url)), { port: wantedPort });

const stop = (): void => {
  served.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
// npm's shell exits on a signal without passing it on: an orphan ends by itself.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop();
}, 500).unref();

console.log(`Limber:                ${served.url}`);
console.log(`Demo without a camera: ${served.url}#/train/cheer?source=figure`);
