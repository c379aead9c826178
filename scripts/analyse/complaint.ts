/** Something that whoever asked can put right: said in one line, without a stack. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}
