import type { ModelFile, ModelFiles } from '../protocol.ts';

/** The model as downloaded. */
export interface DownloadedModel {
  /** The parsed graph file, not validated. */
  readonly topology: unknown;
  readonly weights: ArrayBuffer;
}

/** Receives the number of bytes of both files that have arrived, and their total. */
export type OnBytes = (loadedBytes: number, totalBytes: number) => void;

/** Downloads both files in parallel from the app's own origin; rejects if one is missing or has another size. */
export const downloadModel = async ({ topology, weights }: ModelFiles, onBytes: OnBytes): Promise<DownloadedModel> => {
  const totalBytes = topology.bytes + weights.bytes;
  let loadedBytes = 0;
  const count = (bytes: number): void => {
    loadedBytes += bytes;
    onBytes(loadedBytes, totalBytes);
  };
  onBytes(0, totalBytes);
  const [graph, values] = await Promise.all([download(topology, count), download(weights, count)]);
  return { topology: JSON.parse(new TextDecoder().decode(graph)), weights: values.buffer };
};

const download = async (file: ModelFile, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> => {
  // The name contains a hash of the content, so a cached copy is valid at any age, also offline.
  const response = await fetch(file.url, { cache: 'force-cache' });
  if (!response.ok || response.body === null) throw new Error(`${file.url} answered ${response.status}.`);
  const content = new Uint8Array(file.bytes);
  let filled = 0;
  for await (const chunk of chunksOf(response.body)) {
    if (filled + chunk.byteLength > file.bytes) throw new Error(`${file.url} is larger than ${file.bytes} bytes.`);
    content.set(chunk, filled);
    filled += chunk.byteLength;
    count(chunk.byteLength);
  }
  if (filled !== file.bytes) throw new Error(`${file.url} has ${filled} bytes, not ${file.bytes}.`);
  return content;
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
