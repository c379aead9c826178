import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

const suffix = '?assembly';

/** What the compiler does: as fast as possible, with SIMD, without a runtime that collects garbage, and nothing is imported. */
const flags = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--use', 'abort='];

/** Compiles an AssemblyScript file to WebAssembly; rejects with the compiler's messages. */
const compiled = async (path: string): Promise<Uint8Array> => {
  let binary: Uint8Array | undefined;
  const messages: string[] = [];
  const { error } = await asc.main([path, '--baseDir', '/', '--outFile', 'code.wasm', ...flags], {
    stderr: { write: (text) => messages.push(String(text)) },
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error !== null || binary === undefined) throw new Error(messages.join('') || String(error));
  return binary;
};

/** Imports of `FILE.ts?assembly` become the bytes of the AssemblyScript file, compiled to WebAssembly. */
export const assemblyScript = (): Plugin => ({
  name: 'limber:assembly-script',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(suffix)) return undefined;
    const path = id.slice(0, -suffix.length);
    this.addWatchFile(path);
    const bytes = Buffer.from(await compiled(path)).toString('base64');
    return `export const code = Uint8Array.from(atob('${bytes}'), (character) => character.charCodeAt(0));`;
  },
});
