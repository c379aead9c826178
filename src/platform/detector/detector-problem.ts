/** The detector could not be opened, or broke down for good; `kind` chooses the words in the UI. */
export class DetectorProblem extends Error {
  override readonly name = 'DetectorProblem';
  readonly kind = 'detector';
}
