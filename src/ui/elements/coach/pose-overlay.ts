import { LitElement, css, html } from 'lit';
import type { Sight } from '../../../engine/coach/sight.ts';
import { drawSight } from '../../drawing/draw-sight.ts';
import type { Palette } from '../../drawing/stroke.ts';

const sharpness = 2;

/** The skeleton and the target over the picture. `show` updates it in each frame, without a render. */
export class PoseOverlay extends LitElement {
  /** Whether the picture is mirrored, and the overlay with it. */
  isMirrored = false;

  static override styles = css`
    :host {
      display: block;
      pointer-events: none;
    }
    canvas {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
  `;

  #palette: Palette | undefined;

  /** Draws the sight of one frame. */
  show(sight: Sight): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const { width, height } = sight.pose.frame;
    if (canvas.width !== width * sharpness || canvas.height !== height * sharpness) {
      canvas.width = width * sharpness;
      canvas.height = height * sharpness;
    }
    context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    this.#palette ??= this.#readPalette();
    drawSight(context, sight, this.#palette, this.isMirrored);
  }

  #readPalette(): Palette {
    const style = getComputedStyle(this);
    const colour = (token: string, fallback: string): string => style.getPropertyValue(token).trim() || fallback;
    return {
      casing: colour('--casing', 'black'),
      bone: colour('--bone', 'white'),
      ghost: colour('--ghost', 'rgb(255 255 255 / 0.5)'),
      aim: colour('--moving', 'deepskyblue'),
      met: colour('--met', 'green'),
      metLight: colour('--met-light', 'lime'),
      notMet: colour('--not-met', 'orange'),
      unjudged: colour('--unjudged', 'silver'),
    };
  }

  override render() {
    return html`<canvas aria-hidden="true"></canvas>`;
  }
}

customElements.define('pose-overlay', PoseOverlay);

declare global {
  interface HTMLElementTagNameMap {
    'pose-overlay': PoseOverlay;
  }
}
