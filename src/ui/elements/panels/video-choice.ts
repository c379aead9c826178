import { handVideo } from '../../hand-video.ts';
import { icons } from '../../icons.ts';
import { FileChoice } from './file-choice.ts';

/** A button that chooses a video file. Fires `video-chosen` with the file. */
export class VideoChoice extends FileChoice {
  protected override readonly accept = 'video/*';
  protected override readonly icon = icons.film;

  protected override hand(video: File): void {
    handVideo(this, video);
  }
}

customElements.define('video-choice', VideoChoice);

declare global {
  interface HTMLElementTagNameMap {
    'video-choice': VideoChoice;
  }
}
