import {
  DirectionalLight,
  HemisphereLight,
  Mesh,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  WebGLRenderer,
  type Object3D,
} from 'three';
import type { Body } from '../engine/figure/body.ts';
import { lensOf, type Camera } from '../engine/figure/camera.ts';
import { add, scale } from '../engine/figure/vector.ts';
import { createHead } from './head.ts';
import { createLimbs } from './limbs.ts';
import { defaultLook, type Look } from './look.ts';
import { daylight, type Lighting } from './lighting.ts';
import { createMaterials, type Materials } from './materials.ts';
import { toThree, type Part } from './part.ts';
import { createRoom } from './room.ts';
import { createSeat } from './seat.ts';
import { createTorso } from './torso.ts';

/** A canvas that shows a body as a camera sees it. */
export interface FigureStage {
  readonly draw: (body: Body, camera: Camera) => void;
  /** Sets the picture's size, pixels; the camera's own frame sets the angle of view. */
  readonly resize: (width: number, height: number) => void;
  /** Frees every geometry and material and the renderer. */
  readonly dispose: () => void;
}

/** What is on the stage, and its lighting. */
export interface FigureStageOptions {
  readonly look?: Look;
  /** Whether a stool is drawn, which stays in its place when the figure rises or moves; true by default. */
  readonly seated?: boolean;
  readonly lighting?: Lighting;
  /** The parts that are drawn in the figure's place. */
  readonly performer?: readonly Part[];
  /** Further objects in the room, freed with the stage. */
  readonly furniture?: readonly Object3D[];
}

/** Sets three's camera to the engine's: same place, same axes, same angle of view. */
const aim = (eye: PerspectiveCamera, camera: Camera): void => {
  const { at, up, forward } = lensOf(camera);
  eye.fov = camera.fieldOfView;
  eye.aspect = camera.frame.width / camera.frame.height;
  eye.position.set(...at);
  eye.up.set(...up);
  eye.lookAt(...add(at, forward));
  eye.updateProjectionMatrix();
};

const createLights = ({ key: strength, from, sky: softness }: Lighting) => {
  const key = new DirectionalLight(0xfff4e6, strength);
  const sky = new HemisphereLight(0xffffff, 0xb9a48e, softness);
  const follow = (camera: Camera): void => {
    const { at, right, up, forward } = lensOf(camera);
    const [rightward, upward, onward] = from;
    key.position.copy(toThree([scale(right, rightward), scale(up, upward), scale(forward, onward)].reduce(add, at)));
    key.target.position.set(0, 1, 0);
    key.target.updateMatrixWorld();
  };
  return { objects: [key, key.target, sky], follow };
};

/** The friendly person that Limber draws. */
const createFigure = (materials: Materials): readonly Part[] => [
  ...createTorso(materials),
  ...createHead(materials),
  ...createLimbs(materials),
];

const isMesh = (object: Object3D): object is Mesh => object instanceof Mesh;

const freeMeshes = (scene: Scene): void =>
  scene.traverse((object) => {
    if (!isMesh(object)) return;
    object.geometry.dispose();
    for (const material of [object.material].flat()) material.dispose();
  });

/** Creates a stage that draws a friendly person with three.js on a canvas; the same meshes move from frame to frame. */
export const createFigureStage = (
  canvas: HTMLCanvasElement | OffscreenCanvas,
  options: FigureStageOptions = {},
): FigureStage => {
  const { look = defaultLook, seated = true, lighting = daylight, furniture = [] } = options;
  const renderer = new WebGLRenderer({ canvas, antialias: true });
  renderer.outputColorSpace = SRGBColorSpace;
  const materials = createMaterials(look);
  const performer = options.performer ?? createFigure(materials);
  const parts = seated ? [createSeat(materials), ...performer] : performer;
  const lights = createLights(lighting);
  const scene = new Scene();
  scene.add(...lights.objects, ...createRoom(materials), ...furniture);
  scene.add(...parts.flatMap(({ objects }) => objects));
  const eye = new PerspectiveCamera(50, 4 / 3, 0.1, 12);
  return {
    draw: (body, camera) => {
      for (const part of parts) part.follow(body);
      aim(eye, camera);
      lights.follow(camera);
      renderer.render(scene, eye);
    },
    resize: (width, height) => renderer.setSize(width, height, false),
    dispose: () => {
      freeMeshes(scene);
      renderer.dispose();
    },
  };
};
