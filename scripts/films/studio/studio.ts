import { poseBody } from '../../../src/engine/figure/body.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { createFigureStage } from '../../../src/stage/figure-stage.ts';
import { looks } from '../../../src/stage/look.ts';
import { performanceIn, timesOf, type Film } from '../film.ts';

declare global {
  interface Window {
    /** Draws some frames of a film; answers each as a JPEG in base64. */
    drawFrames: (film: Film, from: number, count: number) => Promise<readonly string[]>;
  }
}

/** The picture as a JPEG, with what stands before it painted over it. */
const jpegOf = ({ covered }: Film): string => {
  const { width, height } = canvas;
  picture.canvas.width = width;
  picture.canvas.height = height;
  picture.drawImage(canvas, 0, 0);
  picture.fillStyle = '#8a6a4a';
  if (covered) picture.fillRect(0, covered.from * height, width, (covered.to - covered.from) * height);
  return picture.canvas.toDataURL('image/jpeg', 0.9).slice('data:image/jpeg;base64,'.length);
};

const contextOf = (element: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser does not draw.');
  return context;
};

const canvas = document.createElement('canvas');
const picture = contextOf(document.createElement('canvas'));
const stages = new Map<string, ReturnType<typeof createFigureStage>>();

const stageFor = ({ look, camera }: Film) => {
  const stage = stages.get(look) ?? createFigureStage(canvas, { look: looks[look] });
  stages.set(look, stage);
  stage.resize(camera.frame.width, camera.frame.height);
  return stage;
};

window.drawFrames = async (film, from, count) => {
  const stage = stageFor(film);
  const { stanceAt } = performanceIn(film);
  return timesOf(film)
    .slice(from, from + count)
    .map((at) => {
      stage.draw(poseBody(stanceAt(at), adult), film.camera);
      return jpegOf(film);
    });
};
