import type { ModelFile, ModelFiles } from '../protocol.ts';

/** The model as downloaded. */
export interface DownloadedModel {
  /** The parsed graph file, not validated. */
  readonly topology: unknown;
  readonly weights: ArrayBuffer;
}

/** Receives the number of bytes of both files that have arrived, and their total. */
export type OnBytes = (loadedBytes: number, totalBytes: number) => void;

/**
 * Downloads both files in parallel from the app's own origin. A file that fails or has another content is requested once
 * more, past the browser's cache; rejects if that is no better.
 */
export const downloadModel = async ({ topology, weights }: ModelFiles, onBytes: OnBytes): Promise<DownloadedModel> => {
  const totalBytes = topology.bytes + weights.bytes;
  const loaded = { topology: 0, weights: 0 };
  const report = (): void => onBytes(loaded.topology + loaded.weights, totalBytes);
  const countOf =
    (file: keyof typeof loaded): Count =>
    (bytes) => {
      loaded[file] = bytes;
      report();
    };
  report();
  const [graph, values] = await Promise.all([
    download(topology, countOf('topology')),
    download(weights, countOf('weights')),
  ]);
  return { topology: JSON.parse(new TextDecoder().decode(graph)), weights: values.buffer };
};

/** Receives how many bytes of one file have arrived. */
type Count = (bytes: number) => void;

const download = async (file: ModelFile, count: Count): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    // The name contains a hash of the content, so a cached copy is valid at any age, also offline.
    return await requested(file, 'force-cache', count);
  } catch {
    // A wrong response stays in the cache for as long as its headers allow.
    return requested(file, 'reload', count);
  }
};

const requested = async (file: ModelFile, cache: RequestCache, count: Count): Promise<Uint8Array<ArrayBuffer>> => {
  count(0);
  const response = await fetch(file.url, { cache });
  if (!response.ok || response.body === null) throw new Error(`${file.url} answered ${response.status}.`);
  const content = new Uint8Array(file.bytes);
  let filled = 0;
  for await (const chunk of chunksOf(response.body)) {
    if (filled + chunk.byteLength > file.bytes) throw new Error(`${file.url} is larger than ${file.bytes} bytes.`);
    content.set(chunk, filled);
    filled += chunk.byteLength;
    count(filled);
  }
  if (filled !== file.bytes) throw new Error(`${file.url} has ${filled} bytes, not ${file.bytes}.`);
  const sha256 = await sha256Of(content);
  if (sha256 !== undefined && sha256 !== file.sha256)
    throw new Error(`${file.url} was altered: its sha256 is ${sha256}, not ${file.sha256}.`);
  return content;
};

/** The sha256 in hex; `undefined` in an insecure page, where browsers neither hash nor open the camera. */
const sha256Of = async (content: Uint8Array<ArrayBuffer>): Promise<string | undefined> => {
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle === undefined) return undefined;
  const hash = new Uint8Array(await subtle.digest('SHA-256', content));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Yields the chunks of a stream; Safari cannot iterate over a stream itself. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}
