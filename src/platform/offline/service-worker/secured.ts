import type { OfflineBuild } from '../protocol.ts';

/** Returns a response with certain headers. */
export type Secure = (response: Response) => Response;

const isRebuildable = ({ type }: Response): boolean => type !== 'error' && type !== 'opaqueredirect';

/**
 * Returns a function that adds the app's security headers to responses, since not every host sends them. A response that
 * has them is returned as it is: browsers keep compiled code only beside a response that comes straight from a cache.
 */
export const securedBy = ({ headers: wanted }: Pick<OfflineBuild, 'headers'>): Secure => {
  const all = Object.entries(wanted);
  return (response) => {
    if (!isRebuildable(response) || all.every(([name, value]) => response.headers.get(name) === value)) return response;
    const headers = new Headers(response.headers);
    for (const [name, value] of all) headers.set(name, value);
    const { status, statusText } = response;
    return new Response([204, 205, 304].includes(status) ? null : response.body, { status, statusText, headers });
  };
};
