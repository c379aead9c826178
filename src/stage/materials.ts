import { DoubleSide, MeshBasicMaterial, MeshLambertMaterial, type Material } from 'three';
import type { Look } from './look.ts';

/** One material for each colour of a look, and the fixed ones of eyes. */
export interface Materials extends Readonly<Record<keyof Look | 'eyeWhite' | 'pupil', Material>> {}

const matt = (color: number): Material => new MeshLambertMaterial({ color });

/** Creates the materials of a look; the caller disposes of them. */
export const createMaterials = (look: Look): Materials => ({
  skin: matt(look.skin),
  lips: matt(look.lips),
  hair: matt(look.hair),
  brow: matt(look.brow),
  iris: matt(look.iris),
  shirt: new MeshLambertMaterial({ color: look.shirt, side: DoubleSide }),
  trousers: matt(look.trousers),
  shoes: matt(look.shoes),
  stool: matt(look.stool),
  wall: new MeshBasicMaterial({ color: look.wall }),
  skirting: new MeshBasicMaterial({ color: look.skirting }),
  floor: matt(look.floor),
  rug: matt(look.rug),
  eyeWhite: matt(0xffffff),
  pupil: matt(0x120d0b),
});
