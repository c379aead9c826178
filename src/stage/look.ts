/** The colours of a figure and its room, as 0xrrggbb. */
export interface Look {
  readonly skin: number;
  readonly lips: number;
  readonly hair: number;
  /** Brows and lashes: dark enough that the face reads as a face. */
  readonly brow: number;
  readonly iris: number;
  readonly shirt: number;
  readonly trousers: number;
  readonly shoes: number;
  readonly stool: number;
  readonly wall: number;
  readonly skirting: number;
  readonly floor: number;
  readonly rug: number;
}

const room = { wall: 0xdde5e1, skirting: 0xf6f6f2, floor: 0xc2a888, rug: 0x9fb4ae } as const;

/**
 * Looks in which a pose model distinguishes arms, shirt and wall, each tested on MoveNet Lightning. Amber and navy
 * shirts in this room failed: amber hid elbows that touch, and with navy the model confused the front with the back.
 */
export const looks = {
  teal: {
    ...room,
    skin: 0xd39a76,
    lips: 0xb0604f,
    hair: 0x3b2619,
    brow: 0x2a1a11,
    iris: 0x4a3220,
    shirt: 0x17505c,
    trousers: 0x3c4456,
    shoes: 0xe9e4da,
    stool: 0xa9784d,
  },
  sand: {
    ...room,
    skin: 0x5b3a29,
    lips: 0x7d3f37,
    hair: 0x17110f,
    brow: 0x0f0a08,
    iris: 0x24150d,
    shirt: 0xb9b49a,
    trousers: 0x33475b,
    shoes: 0xf0ece4,
    stool: 0x8c6239,
  },
  plum: {
    skin: 0xf3d3bf,
    lips: 0xc9756c,
    hair: 0xa9743f,
    brow: 0x6d4524,
    iris: 0x4c6a7d,
    shirt: 0x4a2352,
    trousers: 0x2d3444,
    shoes: 0xd8d3c8,
    stool: 0xb98a5d,
    wall: 0x7e9599,
    skirting: 0xe9ece8,
    floor: 0xa58b6d,
    rug: 0x5f7478,
  },
  olive: {
    ...room,
    skin: 0xb07a55,
    lips: 0x94483e,
    hair: 0x8d8b88,
    brow: 0x3a3532,
    iris: 0x3f3023,
    shirt: 0x3f4d20,
    trousers: 0x6b6458,
    shoes: 0x3a322c,
    stool: 0x9a7650,
  },
} as const satisfies Record<string, Look>;

/** The look of the briefing's figure. */
export const defaultLook: Look = looks.teal;
