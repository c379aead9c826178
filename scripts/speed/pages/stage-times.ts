/** The times of one frame in Limber's worker, ms. */
export interface WorkerTimes {
  /** Copying the frame's planes. */
  readonly copy: number;
  /** From the planes to the model's start: crop, RGB, and pose-detection's tensors. */
  readonly crop: number;
  readonly infer: number;
  /** The whole job, from its message to its result. */
  readonly job: number;
}

/** The channel on which the worker sends the times of each frame. */
export const stageChannel = 'limber-speed-stages';
