/** The types of all messages between the page and the service worker, and of what the build passes to it. */

/**
 * When a file of the build is stored: with the version that it belongs to (`shell`), once for all versions that use the
 * same content (`large`), or, once for all versions, as soon as a page has fetched it (`optional`).
 */
export type OfflineRole = 'shell' | 'large' | 'optional';

/** A file of the build. */
export interface OfflineFile {
  /** Relative to the app's folder; empty for the front page. */
  readonly path: string;
  readonly role: OfflineRole;
  /** As of Subresource Integrity: `sha256-` and the hash in base64. */
  readonly integrity: string;
}

/** One version of the app, as the build writes it into the service worker. */
export interface OfflineBuild {
  /** A hash of every file, the headers and the service worker. */
  readonly version: string;
  /** The headers that every file is served with. */
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly OfflineFile[];
}

/** The messages from the page to the service worker. */
export type ToServiceWorker =
  /**
   * Takes the page over and stores what is missing, unless `fetches` is false; the response comes through the message's
   * port. `entry` is the address of the page's own code.
   */
  | { readonly type: 'keep'; readonly entry: string; readonly fetches: boolean }
  /** Makes a waiting version the active one. */
  | { readonly type: 'activate' };

/** The response to `keep`: whether the version of that page is stored with all that it needs offline. */
export interface FromServiceWorker {
  readonly isComplete: boolean;
}
