import { Bone, BufferAttribute, Vector3, type SkinnedMesh } from 'three';

/** The names of the two bones that share a bone's skin with it, so that its further end can turn about its length. */
export const rollNamesOf = (name: string): readonly [half: string, far: string] => [`${name}Half`, `${name}Far`];

/**
 * How much a vertex at this share of the way along a bone moves with the bone's near end, its middle and its far end.
 */
export const rollShares = (along: number): readonly [near: number, half: number, far: number] => {
  const share = Math.min(1, Math.max(0, along));
  return share < 0.5 ? [1 - 2 * share, 2 * share, 0] : [0, 2 - 2 * share, 2 * share - 1];
};

interface Influence {
  readonly bone: number;
  readonly weight: number;
}

const strongest = (influences: readonly Influence[]): readonly Influence[] => {
  const kept = influences.filter(({ weight }) => weight > 0);
  kept.sort((a, b) => b.weight - a.weight);
  kept.splice(4);
  const whole = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map(({ bone, weight }) => ({ bone, weight: weight / whole }));
};

/**
 * Lets three bones share the skin of one, by the position of each vertex along it: turned about their length by
 * different angles they twist the skin evenly, where one bone would wring it at its joint.
 */
export const splitForRoll = (skins: readonly SkinnedMesh[], bone: Bone, next: Bone): void => {
  const from = bone.getWorldPosition(new Vector3());
  const way = next.getWorldPosition(new Vector3()).sub(from);
  const rolls = rollNamesOf(bone.name).map((name) => {
    const roll = new Bone();
    roll.name = name;
    bone.add(roll);
    return roll;
  });
  const place = new Vector3();
  for (const skin of skins) {
    const { skeleton, geometry } = skin;
    const own = skeleton.bones.indexOf(bone);
    const inverse = skeleton.boneInverses[own];
    const indices = geometry.getAttribute('skinIndex');
    const weights = geometry.getAttribute('skinWeight');
    if (inverse === undefined || indices === undefined || weights === undefined) continue;
    const first = skeleton.bones.length;
    // Meshes may share a skeleton's bones, never its list of them.
    skeleton.bones = [...skeleton.bones, ...rolls];
    skeleton.boneInverses = [...skeleton.boneInverses, inverse.clone(), inverse.clone()];
    skeleton.init();
    const newIndices = new Uint16Array(indices.count * 4);
    const newWeights = new Float32Array(indices.count * 4);
    for (let vertex = 0; vertex < indices.count; vertex += 1) {
      const influences = [0, 1, 2, 3].flatMap((slot): readonly Influence[] => {
        const influence = { bone: indices.getComponent(vertex, slot), weight: weights.getComponent(vertex, slot) };
        if (influence.bone !== own || influence.weight === 0) return [influence];
        skin.getVertexPosition(vertex, place).applyMatrix4(skin.matrixWorld).sub(from);
        const shares = rollShares(place.dot(way) / way.lengthSq());
        return shares.map((share, roll) => ({
          bone: roll === 0 ? own : first + roll - 1,
          weight: influence.weight * share,
        }));
      });
      for (const [slot, { bone: index, weight }] of strongest(influences).entries()) {
        newIndices[vertex * 4 + slot] = index;
        newWeights[vertex * 4 + slot] = weight;
      }
    }
    geometry.setAttribute('skinIndex', new BufferAttribute(newIndices, 4));
    geometry.setAttribute('skinWeight', new BufferAttribute(newWeights, 4));
  }
};
