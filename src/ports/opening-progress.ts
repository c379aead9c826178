/** The progress of opening a source: bytes of the model, its first, slow frames, then the camera or the film. */
export type OpeningProgress =
  | { readonly step: 'model'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly step: 'warm-up' }
  | { readonly step: 'camera' }
  | { readonly step: 'video' };

/** The progress of opening a detector. */
export type ModelProgress = Extract<OpeningProgress, { readonly step: 'model' | 'warm-up' }>;
