/** Thrown when the detector could not be opened, or has failed permanently; `kind` selects the text in the UI. */
export class DetectorProblem extends Error {
  override readonly name = 'DetectorProblem';
  readonly kind = 'detector';
}
