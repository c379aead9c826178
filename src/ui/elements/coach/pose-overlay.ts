import { LitElement, css, html } from 'lit';
import type { Sight } from '../../../engine/coach/sight.ts';
import type { FrameSize } from '../../../engine/pose/pose.ts';
import type { Box } from '../../drawing/box.ts';
import { placeFor, type CanvasPlace } from '../../drawing/canvas-place.ts';
import { boxOfSight, drawSight } from '../../drawing/draw-sight.ts';
import type { Palette } from '../../drawing/stroke.ts';

/** The most device pixels for one of CSS that are drawn: more are not seen from two metres. */
const sharpest = 2;

/**
 * The skeleton and the target over the picture. `show` updates it in each frame, without a render. The canvas is only as
 * large as what is drawn, has the screen's own pixels and is not mirrored by the compositor: without a GPU, to blend a
 * scaled canvas of the picture's size takes as long as to draw the picture itself.
 */
export class PoseOverlay extends LitElement {
  /** Whether the picture is mirrored, and the overlay with it. */
  isMirrored = false;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      overflow: hidden;
      pointer-events: none;
    }
    canvas {
      position: absolute;
      inset-block-start: 0;
      left: 0;
      will-change: transform;
    }
  `;

  #palette: Palette | undefined;
  #place: CanvasPlace | undefined;
  #sharpness = 1;
  /** The overlay's own size, CSS pixels; `undefined` until it is known. */
  #size: FrameSize | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => {
    this.#size = entry?.contentRect;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#size = undefined;
  }

  /** Draws the sight of one frame. */
  show(sight: Sight): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    this.#size ??= { width: this.clientWidth, height: this.clientHeight };
    const sharpness = Math.min(devicePixelRatio, sharpest);
    const { frame } = sight.pose;
    const across = (this.#size.width * sharpness) / frame.width;
    const down = (this.#size.height * sharpness) / frame.height;
    const box = boxOfSight(sight);
    canvas.hidden = !box;
    if (!box) return;
    const { left, top, width, height } = this.#put(canvas, scaled(box, across, down), sharpness);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    if (this.isMirrored) context.setTransform(-across, 0, 0, down, left + width, -top);
    else context.setTransform(across, 0, 0, down, -left, -top);
    this.#palette ??= this.#readPalette();
    drawSight(context, sight, this.#palette, this.isMirrored);
  }

  /** Puts the canvas where the box is, both in device pixels; returns its place. */
  #put(canvas: HTMLCanvasElement, box: Box, sharpness: number): CanvasPlace {
    const { width = 0, height = 0 } = this.#size ?? {};
    const before = sharpness === this.#sharpness ? this.#place : undefined;
    this.#sharpness = sharpness;
    const place = placeFor(box, { width: width * sharpness, height: height * sharpness }, before);
    if (before?.width !== place.width || before.height !== place.height) {
      [canvas.width, canvas.height] = [place.width, place.height];
      canvas.style.width = `${place.width / sharpness}px`;
      canvas.style.height = `${place.height / sharpness}px`;
    }
    // Drawn mirrored and mirrored back, within the mirrored picture.
    const mirror = this.isMirrored ? ' scaleX(-1)' : '';
    canvas.style.transform = `translate(${place.left / sharpness}px, ${place.top / sharpness}px)${mirror}`;
    this.#place = place;
    return place;
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
    return html`<canvas aria-hidden="true" hidden></canvas>`;
  }
}

const scaled = ({ left, top, right, bottom }: Box, across: number, down: number): Box => ({
  left: left * across,
  top: top * down,
  right: right * across,
  bottom: bottom * down,
});

customElements.define('pose-overlay', PoseOverlay);

declare global {
  interface HTMLElementTagNameMap {
    'pose-overlay': PoseOverlay;
  }
}
