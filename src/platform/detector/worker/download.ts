import type { ModelFile, ModelFiles } from '../protocol.ts';

/** The model as it came over the wire. */
export interface DownloadedModel {
  /** The parsed graph file, not yet checked. */
  readonly topology: unknown;
  readonly weights: ArrayBuffer;
}

/** Tells how many bytes of both files together have arrived. */
export type OnBytes = (loadedBytes: number, totalBytes: number) => void;

/** Downloads both files at once from the app's own origin; rejects where one is missing or has another size. */
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
  // The name holds a hash of the content, so that what the cache has is right, however old, and offline too.
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

/** Safari cannot iterate over a stream by itself. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}
