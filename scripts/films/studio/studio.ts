import { timesOf, type Film } from '../film.ts';
import { openScene } from './scene.ts';

declare global {
  interface Window {
    /** Draws some frames of a film; answers each as a JPEG in base64. */
    drawFrames: (film: Film, from: number, count: number) => Promise<readonly string[]>;
  }
}

const jpegOf = (canvas: HTMLCanvasElement): string =>
  canvas.toDataURL('image/jpeg', 0.9).slice('data:image/jpeg;base64,'.length);

window.drawFrames = async (film, from, count) => {
  const scene = await openScene(film);
  try {
    return timesOf(film)
      .slice(from, from + count)
      .map((at) => {
        scene.draw(at);
        return jpegOf(scene.canvas);
      });
  } finally {
    scene.close();
  }
};
