import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { startUpCode } from './start-up.ts';

/** Writes the start-up check into the page of the app, behind the element that it watches. */
export const startUpCheck = (): Plugin => ({
  name: 'limber:start-up-check',
  transformIndexHtml: (_, { filename }) =>
    basename(filename) === 'index.html' ? [{ tag: 'script', children: startUpCode, injectTo: 'body' }] : [],
});
