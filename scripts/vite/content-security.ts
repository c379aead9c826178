import type { Plugin } from 'vite';
import { headersFile, policyMeta } from '../security-headers.ts';

/** Writes the security policy into the built page and into a `_headers` file beside it. */
export const contentSecurity = (): Plugin => ({
  name: 'limber:content-security',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyMeta },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
  },
});
