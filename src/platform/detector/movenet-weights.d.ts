/** Where MoveNet's files lie on the app's own origin, and their sizes; made by `scripts/vite/movenet-weights.ts`. */
declare module 'virtual:movenet-weights' {
  /** A file: its address, relative or absolute, and its size in bytes. */
  interface ModelFile {
    readonly url: string;
    readonly bytes: number;
  }
  /** The graph of the model, as JSON. */
  export const topology: ModelFile;
  /** The weights of the model, 16-bit floats. */
  export const weights: ModelFile;
}
