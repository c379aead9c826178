import type { Millis } from '../units.ts';
import { easeMinimumJerk } from '../figure/between.ts';
import { briefingCamera, type Camera } from '../figure/camera.ts';
import type { View } from '../pose/view.ts';

/** From which view the figure is seen, and from which it was before and until when. */
export interface Turning {
  readonly from: View;
  readonly to: View;
  readonly begins: Millis;
}

/** How long the camera takes from one view to the other, milliseconds. */
const takes = 1500;

/** Seen from a view, as it has always been. */
export const seenFrom = (view: View): Turning => ({ from: view, to: view, begins: 0 as Millis });

/** Turns to a view, where it is not seen from there. */
export const turnTo = (turning: Turning, view: View, at: Millis): Turning =>
  turning.to === view ? turning : { from: turning.to, to: view, begins: at };

/** How far a camera before the person stands from that beside them, degrees. */
const quarter = -90;

/** The briefing's camera of the view, or one on its way around the person from the one to the other. */
export const cameraOn = ({ from, to, begins }: Turning, at: Millis): Camera => {
  const share = easeMinimumJerk(Math.min(1, Math.max(0, (at - begins) / takes)));
  if (from === to || share === 1) return briefingCamera(to);
  const [front, side] = [briefingCamera('front'), briefingCamera('side')];
  const sideways = to === 'side' ? share : 1 - share;
  return {
    ...side,
    yaw: (1 - sideways) * quarter,
    height: front.height + sideways * (side.height - front.height),
  };
};
