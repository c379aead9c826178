import { Matrix4, type Object3D } from 'three';
import { clone } from 'three/addons/utils/SkeletonUtils.js';
import type { Frame } from '../../../src/engine/figure/vector.ts';
import { toThree, type Part } from '../../../src/stage/part.ts';
import { boneOf, freeTextures, loadRig } from './avatar-load.ts';
import { poseRig } from './avatar-pose.ts';
import { measureRig } from './avatar-proportions.ts';

const matrixOf = ({ x, y, z, origin }: Frame): Matrix4 =>
  new Matrix4().makeBasis(toThree(x), toThree(y), toThree(z)).setPosition(...origin);

/**
 * Loads a rigged body that follows the figure's: its joints match the body's, so a film of it needs the rig's own
 * proportions. Each part has its own bones over shared skins: freeing a stage frees those of its renderer alone.
 */
export const loadAvatar = async (address: string): Promise<Part> => {
  const rig = await loadRig(address);
  freeTextures(rig);
  const { rest } = measureRig(rig);
  const root: Object3D = clone(rig);
  root.updateMatrixWorld(true);
  const tPose = new Map<string, Matrix4>();
  return {
    objects: [root],
    follow: (body) => {
      for (const [name, { from, to }] of poseRig(rest, body)) {
        const bone = boneOf(root, name);
        const before = tPose.get(name) ?? bone.matrixWorld.clone();
        tPose.set(name, before);
        // Each bone is placed in the world on its own; fingers and toes follow it.
        bone.matrixWorldAutoUpdate = false;
        bone.matrixWorldNeedsUpdate = true;
        bone.matrixWorld.copy(matrixOf(to)).multiply(matrixOf(from).invert()).multiply(before);
      }
    },
  };
};
