import { judgedAt, type Plan } from '../../engine/rules/plan.ts';
import type { Texts } from '../../texts/texts.ts';
import type { CameraPlaceWords } from '../elements/figure/camera-place.ts';

/** Where the camera stands: the words of the drawings, and lines beside them, the most important first. */
export interface CameraWords {
  readonly words: CameraPlaceWords;
  readonly lines: readonly string[];
}

/** Puts into words where the camera of a plan stands: in a room, or on the desk of a user who works there. */
export const cameraInWords = (plan: Plan, { app: { camera } }: Texts): CameraWords => {
  const { view } = plan;
  const { above, beside, desk } = camera;
  if (judgedAt(plan) === 'desk')
    return {
      words: {
        distance: desk.distance,
        height: desk.height,
        above,
        beside,
        aboveShows: desk.drawing,
        besideShows: desk.besideDrawing,
      },
      lines: [desk.stay, desk.laptop, camera[view], desk.inPicture, desk.range],
    };
  return {
    words: {
      distance: camera.distance,
      height: camera.shoulders,
      above,
      beside,
      aboveShows: camera.drawing[view],
      besideShows: camera.besideDrawing[view],
    },
    lines: [camera[view], camera.height[view], camera.range, camera.hips],
  };
};
