import { Bone, SkinnedMesh, Texture, Vector3 as ThreeVector, type Object3D } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import type { Vector3 } from '../../../src/engine/figure/vector.ts';
import { splitForRoll } from './avatar-roll.ts';
import { rolledBones } from './avatar-rest.ts';

const loading = new Map<string, Promise<Object3D>>();

const isSkin = (object: Object3D): object is SkinnedMesh => object instanceof SkinnedMesh;

const isBone = (object: Object3D | undefined): object is Bone => object instanceof Bone;

/** The skinned meshes of a rigged body. */
export const skinsOf = (root: Object3D): readonly SkinnedMesh[] => {
  const skins: SkinnedMesh[] = [];
  root.traverse((object) => {
    if (isSkin(object)) skins.push(object);
  });
  return skins;
};

/** The bone with this name; throws where a rig has none. */
export const boneOf = (root: Object3D, name: string): Bone => {
  const bone = root.getObjectByName(name);
  if (!isBone(bone)) throw new Error(`A rigged body needs a bone ${name}.`);
  return bone;
};

/** The position of a bone's joint in the world, metres. */
export const placeOf = (root: Object3D, name: string): Vector3 => {
  const { x, y, z } = boneOf(root, name).getWorldPosition(new ThreeVector());
  return [x, y, z];
};

const load = async (address: string): Promise<Object3D> => {
  const { scene } = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).loadAsync(address);
  const skins = skinsOf(scene);
  for (const skin of skins) {
    // The face does not move, and its 65 shapes would take a hundred megabytes of memory for every picture.
    skin.geometry.morphAttributes = {};
    skin.morphTargetInfluences = [];
    // A skin's bounds are those of its T-pose.
    skin.frustumCulled = false;
  }
  scene.updateMatrixWorld(true);
  for (const [name, next] of rolledBones) splitForRoll(skins, boneOf(scene, name), boneOf(scene, next));
  scene.updateMatrixWorld(true);
  return scene;
};

/** Loads a rigged body in its T-pose, once for each address of a page; a caller that moves it must clone it. */
export const loadRig = async (address: string): Promise<Object3D> => {
  const rig = loading.get(address) ?? load(address);
  loading.set(address, rig);
  return rig;
};

/** Frees a rig's textures, which freeing a stage does not free; the next stage that draws them loads them again. */
export const freeTextures = (root: Object3D): void => {
  for (const { material } of skinsOf(root))
    for (const each of [material].flat())
      for (const value of Object.values(each)) if (value instanceof Texture) value.dispose();
};
