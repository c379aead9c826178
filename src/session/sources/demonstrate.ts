import { poseBody } from '../../engine/figure/body.ts';
import { briefingCamera } from '../../engine/figure/camera.ts';
import { performanceOf } from '../../engine/figure/perform.ts';
import { adult } from '../../engine/figure/proportions.ts';
import { millis, seconds } from '../../engine/units.ts';
import { wait } from '../../async/wait.ts';
import { Playhead } from '../async/playhead.ts';
import type { Demonstrate, FigureLook } from '../../ports/demonstration.ts';
import type { StagePort } from './source-ports.ts';

/** The minimum time between two frames of a demonstration, ms: twelve per second are enough to follow. */
const frameTime = 1000 / 12;

/** The idle time after a frame over the time to draw it: each demonstration uses at most a fifth of a core. */
const restShare = 4;

/** The default way to show a demonstration. */
const straight: FigureLook = { turn: 0, speed: 1, isPaused: false };

const calm = seconds(0.7);
const settle = seconds(0.6);
const hold = seconds(2);

/**
 * Demonstrates on any number of canvases with one shared stage: the stage draws a frame, and the canvas takes a copy.
 * If the stage could not be opened, the next demonstration opens it again.
 */
export const createDemonstrate = (openStage: () => Promise<StagePort>): Demonstrate => {
  let opened: Promise<StagePort> | undefined;
  const open = (): Promise<StagePort> => {
    const opening = openStage();
    opening.catch(() => {
      opened = undefined;
    });
    return opening;
  };

  return async ({ canvas, exercise, view, moment, lookedAt = () => straight, onDrawn, signal }) => {
    const stage = await (opened ??= open());
    const { motion } = exercise;
    const isHeld = exercise.views[view]?.ends.some(({ held }) => held) ?? false;
    const performed = performanceOf(motion, { repetitions: 1, calm, settle, ...(isHeld ? { hold } : {}) });
    const camera = briefingCamera(view);
    const context = canvas.getContext('2d');
    canvas.width = stage.canvas.width;
    canvas.height = stage.canvas.height;

    let isDrawn = false;
    const show = (at: number, yaw: number): void => {
      stage.draw(poseBody(performed.jointAnglesAt(millis(at)), adult), { ...camera, yaw });
      context?.drawImage(stage.canvas, 0, 0);
      if (!isDrawn) onDrawn?.();
      isDrawn = true;
    };

    const started = calm + (motion.start ? motion.tempo.toStart + settle : 0);
    if (moment !== 'moving') return show(moment === 'start' ? started : started + motion.tempo.out, lookedAt().turn);
    const playhead = new Playhead();
    let [at, before] = [0, 0];
    let shown = '';
    while (!signal.aborted) {
      const began = performance.now();
      const { turn, speed, isPaused } = lookedAt();
      const now = playhead.next();
      at = (at + (isPaused ? 0 : (now - before) * speed)) % performed.duration;
      before = now;
      // A still figure is not redrawn.
      if (shown !== `${at} ${turn}`) show(at, turn);
      shown = `${at} ${turn}`;
      const cost = performance.now() - began;
      await wait(Math.max(frameTime - cost, cost * restShare), signal);
    }
  };
};
