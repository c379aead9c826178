import { timesOf, type Film } from '../film.ts';
import { openScene, type Scene } from './scene.ts';

declare global {
  interface Window {
    /** Draws some frames of a film; returns each as a JPEG in base64. */
    drawFrames: (film: Film, from: number, count: number) => Promise<readonly string[]>;
  }
}

const jpegOf = (canvas: HTMLCanvasElement): string =>
  canvas.toDataURL('image/jpeg', 0.9).slice('data:image/jpeg;base64,'.length);

/** The scene of the film whose frames were requested last: a film is drawn in several calls. */
let open: { readonly film: string; readonly scene: Promise<Scene> } | undefined;

const sceneOf = async (film: Film): Promise<Scene> => {
  const key = JSON.stringify(film);
  if (open?.film !== key) {
    (await open?.scene)?.close();
    open = { film: key, scene: openScene(film) };
  }
  return open.scene;
};

window.drawFrames = async (film, from, count) => {
  const scene = await sceneOf(film);
  return timesOf(film)
    .slice(from, from + count)
    .map((at) => {
      scene.draw(at);
      return jpegOf(scene.canvas);
    });
};
