import type { KeypointName } from '../../engine/pose/keypoints.ts';

const faces = new Set(['nose', 'eye', 'ear']);

const part = (name: KeypointName): string => name.replace(/^(left|right)_/, '');

const inWords = (name: KeypointName, all: readonly KeypointName[]): string => {
  const own = part(name);
  if (faces.has(own)) return 'your face';
  const isPair = all.filter((other) => part(other) === own).length === 2;
  return isPair ? `your ${own}s` : `your ${name.replace('_', ' ')}`;
};

/** Keypoints as a list of body parts: "your face, your left elbow and your hips"; a whole body is "you". */
export const keypointsInWords = (names: readonly KeypointName[]): string => {
  const parts = [...new Set(names.map((name) => inWords(name, names)))];
  if (parts.length === 0 || parts.length > 4) return 'you';
  const last = parts.at(-1) ?? 'you';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
};
