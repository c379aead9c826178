/** pose-detection imports this name for BlazePose on MediaPipe, which Limber never creates. */
export class Pose {
  constructor() {
    throw new Error('The MediaPipe runtime is not part of Limber; use MoveNet.');
  }
}
