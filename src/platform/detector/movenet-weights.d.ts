/** The MoveNet files on the app's own origin, and their sizes; made by `scripts/vite/movenet-weights.ts`. */
declare module 'virtual:movenet-weights' {
  /** A file: its address, relative or absolute, its size in bytes, and its sha256 in hex. */
  interface ModelFile {
    readonly url: string;
    readonly bytes: number;
    readonly sha256: string;
  }
  /** A model: its graph as JSON, and its weights, 16-bit floats. */
  interface Model {
    readonly topology: ModelFile;
    readonly weights: ModelFile;
  }
  /** The fast model. */
  export const lightning: Model;
  /** The more accurate model. */
  export const thunder: Model;
}
