import type { OfflineFile } from '../protocol.ts';

/**
 * Fetches a file and lets the browser check its hash; a wrong or failed response is requested once more, past every
 * cache. Rejects if the second one is no better.
 */
export const fetchVerified = async (address: string, { integrity }: OfflineFile): Promise<Response> => {
  const request = async (cache: RequestCache): Promise<Response> => {
    const response = await fetch(address, { cache, integrity });
    if (!response.ok) throw new Error(`${address} has the status ${response.status}.`);
    return response;
  };
  try {
    return await request('default');
  } catch {
    return request('reload');
  }
};

/** The hash of a content, in the form of Subresource Integrity. */
export const integrityOf = async (content: ArrayBuffer): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
};
