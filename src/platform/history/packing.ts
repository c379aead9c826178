/** The first two bytes of a file that gzip has packed (RFC 1952). */
const isPacked = async (file: Blob): Promise<boolean> => {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
};

/** Packs texts with gzip, by the browser's own streams. */
export const packing = {
  /** The bytes of a text; plain UTF-8 in a browser that cannot pack. */
  pack: async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
    const plain = new Blob([text]).stream();
    const stream = 'CompressionStream' in globalThis ? plain.pipeThrough(new CompressionStream('gzip')) : plain;
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },

  /**
   * The text of a file, packed or not; `too-large` where it is longer than `longest` characters, `cut-off` where it
   * cannot be unpacked.
   */
  unpack: async (file: Blob, longest: number): Promise<{ readonly text: string } | 'too-large' | 'cut-off'> => {
    const stream = (await isPacked(file)) ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    let length = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        const piece = decoder.decode(value, { stream: !done });
        pieces.push(piece);
        length += piece.length;
        if (done) return { text: pieces.join('') };
        // A small file can unpack to a very large one.
        if (length > longest) return 'too-large';
      }
    } catch {
      return 'cut-off';
    } finally {
      void reader.cancel().catch(() => undefined);
    }
  },
};
