import { icons } from '../icons.ts';
import { FileChoice } from '../elements/panels/file-choice.ts';

/** A button that chooses the file of a recording. Fires `file-chosen` with the file. */
export class RecordingChoice extends FileChoice {
  protected override readonly accept = '.json,.gz,application/json,application/gzip';
  protected override readonly icon = icons.up;
}

customElements.define('recording-choice', RecordingChoice);

declare global {
  interface HTMLElementTagNameMap {
    'recording-choice': RecordingChoice;
  }
}
