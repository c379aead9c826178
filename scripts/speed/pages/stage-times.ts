/** The times of one frame in Limber's worker, ms. */
export interface WorkerTimes {
  /** Crop and read: drawing the picture, and reading its pixels. */
  readonly read: number;
  readonly infer: number;
  /** The whole job, from its message to its result. */
  readonly job: number;
}

/** The channel on which the worker sends the times of each frame. */
export const stageChannel = 'limber-speed-stages';
