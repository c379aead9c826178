import type { Millis } from '../units.ts';
import { easeMinimumJerk } from '../figure/between.ts';
import { briefingCamera, type Camera } from '../figure/camera.ts';
import type { View } from '../pose/view.ts';

/** A turn of the camera: the view that it leaves, the view that it turns to, and when it begins. */
export interface Turning {
  readonly from: View;
  readonly to: View;
  readonly begins: Millis;
}

/** How long the camera takes between the views, milliseconds. */
const takes = 1500;

/** A constant view, without a turn. */
export const seenFrom = (view: View): Turning => ({ from: view, to: view, begins: 0 as Millis });

/** Begins a turn to a view; a turning that already leads there is returned unchanged. */
export const turnTo = (turning: Turning, view: View, at: Millis): Turning =>
  turning.to === view ? turning : { from: turning.to, to: view, begins: at };

/** The angle from a camera beside the person to one in front of them, degrees. */
const quarter = -90;

/** The briefing's camera of the view, or a camera on its way around the person between the two views. */
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
