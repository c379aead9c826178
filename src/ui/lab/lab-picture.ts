import { LitElement, css, html, nothing } from 'lit';
import type { Sight } from '../../engine/coach/sight.ts';
import '../elements/coach/pose-overlay.ts';
import { base } from '../styles/base.ts';

/** The picture that is watched, or none, and the body in it. `show` paints a frame without a render. */
export class LabPicture extends LitElement {
  static override properties = {
    picture: { attribute: false },
    isMirrored: { attribute: false },
    label: { attribute: false },
  };
  /** `undefined` where there are keypoints only. */
  declare picture: HTMLVideoElement | HTMLCanvasElement | undefined;
  declare isMirrored: boolean;
  declare label: string;

  static override styles = [
    base,
    css`
      :host {
        --aspect: 1.3333;
        display: block;
        position: relative;
        inline-size: min(100%, 70vh * var(--aspect));
        aspect-ratio: var(--aspect);
        margin-inline: auto;
        overflow: hidden;
        border-radius: var(--radius-m);
        background: var(--stage);
      }
      div,
      div > * {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
      }
      .mirrored {
        transform: scaleX(-1);
      }
    `,
  ];

  #aspect = 0;

  /** Paints the sight of one frame. */
  show(sight: Sight): void {
    const aspect = sight.pose.frame.width / sight.pose.frame.height;
    if (aspect !== this.#aspect && Number.isFinite(aspect) && aspect > 0) {
      this.#aspect = aspect;
      this.style.setProperty('--aspect', aspect.toFixed(4));
    }
    this.renderRoot.querySelector('pose-overlay')?.show(sight);
  }

  override render() {
    return html`<div class=${this.isMirrored ? 'mirrored' : ''} role="img" aria-label=${this.label}>
      ${this.picture ?? nothing}<pose-overlay .isMirrored=${this.isMirrored}></pose-overlay>
    </div>`;
  }
}

customElements.define('lab-picture', LabPicture);

declare global {
  interface HTMLElementTagNameMap {
    'lab-picture': LabPicture;
  }
}
