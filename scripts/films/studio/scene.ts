import { poseBody } from '../../../src/engine/figure/body.ts';
import { createFigureStage } from '../../../src/stage/figure-stage.ts';
import { daylight, type Lighting } from '../../../src/stage/lighting.ts';
import { looks } from '../../../src/stage/look.ts';
import type { Millis } from '../../../src/engine/units.ts';
import { performanceIn, proportionsIn, type Film } from '../film.ts';
import { loadAvatar } from './avatar.ts';
import { furnitureBehind } from './furniture.ts';

/** A film being drawn: the canvas shows the last requested time. */
export interface Scene {
  readonly canvas: HTMLCanvasElement;
  readonly draw: (at: Millis) => void;
  readonly close: () => void;
}

const lightings: Readonly<Record<NonNullable<Film['light']>, Lighting>> = {
  day: daylight,
  // Bright from the right and from behind, and little from the lens: half of the body is in the shade.
  window: { key: 2.6, from: [2.4, 0.6, 2.2], sky: 0.85 },
  evening: { key: 0.9, from: [0.8, 1.4, 0.6], sky: 1.2 },
};

/**
 * The brightness of the picture of a dim room, and the strength of the sensor's grain, 0-1: half as bright as by day,
 * with the grain of a light wall at an SD of 9 of 255 levels (29 dB), as of a webcam at its highest gain.
 */
const evening = { brightness: 0.55, grain: 0.13 } as const;

/** The colour of a desk before the user. */
const deskColour = '#8a6a4a';

const contextOf = (canvas: HTMLCanvasElement | OffscreenCanvas) => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser does not draw.');
  return context as CanvasRenderingContext2D;
};

/**
 * Pictures of grain, enough of them that the grain does not stand still; seeded, so that a film is the same every time.
 */
const grains = (width: number, height: number): readonly OffscreenCanvas[] => {
  let state = 12_345;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 7 }, () => {
    const canvas = new OffscreenCanvas(width, height);
    const context = contextOf(canvas);
    const image = context.createImageData(width, height);
    for (let index = 0; index < image.data.length; index += 4) {
      const value = random() * 255;
      image.data.set([value, value, value, 255], index);
    }
    context.putImageData(image, 0, 0);
    return canvas;
  });
};

/** Opens the scene of a film. */
export const openScene = async (film: Film): Promise<Scene> => {
  const { camera, light = 'day', covered } = film;
  const { width, height } = camera.frame;
  const drawn = document.createElement('canvas');
  const stage = createFigureStage(drawn, {
    look: looks[film.look],
    lighting: lightings[light],
    ...(film.isCluttered ? { furniture: furnitureBehind(camera) } : {}),
    ...(film.performer ? { performer: [await loadAvatar(film.performer)] } : {}),
  });
  stage.resize(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const picture = contextOf(canvas);
  const grain = light === 'evening' ? grains(width, height) : [];
  const { jointAnglesAt } = performanceIn(film);
  const proportions = proportionsIn(film);
  let count = 0;

  const dim = (): void => {
    picture.globalCompositeOperation = 'multiply';
    const level = Math.round(255 * evening.brightness);
    picture.fillStyle = `rgb(${level},${level},${level})`;
    picture.fillRect(0, 0, width, height);
    picture.globalCompositeOperation = 'overlay';
    picture.globalAlpha = evening.grain;
    const noise = grain[count % grain.length];
    if (noise) picture.drawImage(noise, 0, 0);
    picture.globalAlpha = 1;
    picture.globalCompositeOperation = 'source-over';
  };

  return {
    canvas,
    draw: (at) => {
      stage.draw(poseBody(jointAnglesAt(at), proportions), camera);
      picture.drawImage(drawn, 0, 0);
      picture.fillStyle = deskColour;
      if (covered) picture.fillRect(0, covered.from * height, width, (covered.to - covered.from) * height);
      if (light === 'evening') dim();
      count += 1;
    },
    close: () => {
      stage.dispose();
      drawn.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
};
