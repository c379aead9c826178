/** Thrown when the detector could not be opened, or has failed permanently; `kind` selects the text in the UI. */
export class DetectorProblem extends Error {
  override readonly name: string = 'DetectorProblem';
  readonly kind = 'detector';
}

/** Thrown for a worker whose keypoints are wrong: it failed its self-test. */
export class WrongResults extends DetectorProblem {
  override readonly name = 'WrongResults';
}
