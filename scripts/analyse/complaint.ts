/** An error that the caller can put right: printed in one line, without a stack. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}
