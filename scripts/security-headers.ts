import { earlySource } from './vite/early.ts';
import { startUpSource } from './vite/start-up.ts';

/** The single place that defines what a page of Limber may load, run and use. */

/** Directives of the Content-Security-Policy; wasm needs `wasm-unsafe-eval`, which allows no JavaScript eval. */
const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // The hashes are those of the code that stands in the page.
  'script-src': `'self' 'wasm-unsafe-eval' ${startUpSource} ${earlySource}`,
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self'",
  'media-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  // Strings become code only through these policies: Lit's templates, and the addresses of Limber's workers.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html limber',
};

/** Directives that browsers ignore, with a warning, in a `<meta>` tag. */
const headerOnly: readonly string[] = ['frame-ancestors'];

const written = (names: readonly string[]): string => names.map((name) => `${name} ${directives[name]}`).join('; ');

/** The policy as a response header. */
export const policyHeader = written(Object.keys(directives));

/** The policy as the content of a `<meta http-equiv>`, for hosts that cannot set headers. */
export const policyMeta = written(Object.keys(directives).filter((name) => !headerOnly.includes(name)));

/** The headers of every response; no COEP, because Limber does not need it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyHeader,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), display-capture=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * How long a file may be cached: for ever where its name contains a hash of its content, otherwise revalidated each
 * time.
 */
export const cacheControlOf = (path: string): string =>
  path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** The text of `_headers`, from which Netlify and Cloudflare Pages take their response headers. */
export const headersFile = (): string => {
  const fresh = { 'Cache-Control': cacheControlOf('index.html') };
  const kept = { 'Cache-Control': cacheControlOf('assets/') };
  const rules = [
    rule('/*', securityHeaders),
    rule('/assets/*', kept),
    rule('/', fresh),
    rule('/index.html', fresh),
    rule('/service-worker.js', fresh),
  ];
  return `${rules.join('\n\n')}\n`;
};
