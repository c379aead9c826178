/** An AssemblyScript module, compiled to WebAssembly by `scripts/vite/assembly-script.ts`. */
declare module '*?assembly' {
  /** The compiled module's bytes. */
  export const code: Uint8Array<ArrayBuffer>;
}
