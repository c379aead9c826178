/**
 * Yields the lines of a file in UTF-8 without their ends; `undefined` for one that is longer than `longest` characters,
 * which is skipped. Bytes that are no UTF-8 become U+FFFD.
 */
export async function* linesOf(
  file: ReadableStream<Uint8Array>,
  longest: number,
): AsyncGenerator<string | undefined, void> {
  const decoder = new TextDecoder();
  /** The pieces of the line that has not ended yet; none of one that is too long. */
  let [pieces, length]: [string[], number] = [[], 0];
  const add = (piece: string): void => {
    length += piece.length;
    if (length > longest) pieces = [];
    else pieces.push(piece);
  };
  const take = (): string | undefined => {
    const line = length > longest ? undefined : pieces.join('');
    [pieces, length] = [[], 0];
    return line;
  };
  const reader = file.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        add(text.slice(from, end));
        yield take();
        from = end + 1;
      }
      if (from < text.length) add(text.slice(from));
      if (done) break;
    }
    if (length > 0) yield take();
  } finally {
    reader.releaseLock();
    await file.cancel();
  }
}
