/** The first four bytes of a Matroska or WebM file, and those of its segment, which contains all the rest (RFC 8794). */
const header = 0x1a45dfa3;
const segment = 0x18538067;

/**
 * Whether a Matroska or WebM file contains its whole segment; `undefined` if the size of that was not written, as by a
 * recorder that could not seek, and for any other file. The duration in such a file is that of its longest track, also
 * of subtitles that no reader here understands, so it does not show where a film was cut off.
 */
export const hasWholeSegment = async (file: Blob): Promise<boolean | undefined> => {
  const outer = await elementAt(file, 0);
  if (outer?.id !== header || outer.size === undefined) return undefined;
  const inner = await elementAt(file, outer.content + outer.size);
  if (inner?.id !== segment || inner.size === undefined) return undefined;
  return inner.content + inner.size <= file.size;
};

/** An element with an id of four bytes: where its content begins, and its size, bytes; `undefined` if unknown. */
interface Element {
  readonly id: number;
  readonly content: number;
  readonly size: number | undefined;
}

const elementAt = async (file: Blob, at: number): Promise<Element | undefined> => {
  const bytes = new DataView(await file.slice(at, at + 12).arrayBuffer());
  if (bytes.byteLength < 12) return undefined;
  const first = bytes.getUint8(4);
  // The leading zero bits of the first byte are the number of further bytes; all ones mean that the size is unknown.
  const more = Math.clz32(first) - 24;
  if (more > 7) return undefined;
  let size = first & (0x7f >> more);
  let isUnknown = size === 0x7f >> more;
  for (let index = 1; index <= more; index += 1) {
    const next = bytes.getUint8(4 + index);
    size = size * 256 + next;
    isUnknown &&= next === 0xff;
  }
  return { id: bytes.getUint32(0), content: at + 5 + more, size: isUnknown ? undefined : size };
};
