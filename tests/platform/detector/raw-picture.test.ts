import { describe, expect, it } from 'vitest';
import { rawReader, type RawPicture } from '../../../src/platform/detector/worker/raw-picture.ts';

const usual = { width: 640, height: 480 };
const { width, height } = usual;

type Yuv = readonly [luma: number, blue: number, red: number];

/** What a camera's frame is made of. */
interface Made {
  readonly colourAt: (x: number, y: number) => Yuv;
  readonly format?: 'I420' | 'NV12' | 'RGBX';
  readonly fullRange?: boolean;
  readonly rotation?: number;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A camera's frame, 640 x 480 if not said otherwise; its chroma has half of the pixels. */
const frameOf = ({
  colourAt,
  format = 'I420',
  fullRange = false,
  rotation = 0,
  size: { width, height } = usual,
}: Made): VideoFrame => {
  const half = { width: width / 2, height: height / 2 };
  const bytes = new Uint8Array(width * height * 1.5);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) bytes[y * width + x] = colourAt(x, y)[0];
  for (let y = 0; y < half.height; y += 1)
    for (let x = 0; x < half.width; x += 1) {
      const [, blue, red] = colourAt(2 * x, 2 * y);
      const at = y * half.width + x;
      const [toBlue, toRed] = format === 'NV12' ? [2 * at, 2 * at + 1] : [at, at + half.width * half.height];
      bytes[width * height + toBlue] = blue;
      bytes[width * height + toRed] = red;
    }
  const layout =
    format === 'NV12'
      ? [
          { offset: 0, stride: width },
          { offset: width * height, stride: width },
        ]
      : [
          { offset: 0, stride: width },
          { offset: width * height, stride: half.width },
          { offset: width * height * 1.25, stride: half.width },
        ];
  const made = {
    format,
    visibleRect: { width, height },
    displayWidth: width,
    displayHeight: height,
    rotation,
    colorSpace: { matrix: 'smpte170m', fullRange },
    allocationSize: () => bytes.length,
    copyTo: (into: Uint8Array) => {
      into.set(bytes);
      return Promise.resolve(layout);
    },
  };
  return made as unknown as VideoFrame;
};

const rawOf = async (made: Made): Promise<RawPicture> => {
  const raw = await rawReader(192)(frameOf(made));
  if (raw === undefined) throw new Error('The frame was not read.');
  return raw;
};

/** Noise of a sensor, 0 to `most`. */
const noise = (seed: number, most: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (most * state) / 2 ** 32;
  };
};

/** Colours as BT.601 writes them in limited range, and their red, green and blue. */
const colours = {
  white: [
    [235, 128, 128],
    [255, 255, 255],
  ],
  red: [
    [81, 90, 240],
    [255, 0, 0],
  ],
  blue: [
    [41, 240, 110],
    [0, 0, 255],
  ],
} as const;

const whole = { x: 0, y: -80, size: 640 };
const grey = (luma: number): Yuv => [luma, 128, 128];

/** The red, green and blue at a place of what MoveNet reads. */
const seenAt = (raw: RawPicture, crop: typeof whole, x: number, y: number): readonly number[] => {
  const { rgb } = raw.look(crop);
  return Array.from(rgb.subarray(3 * (y * 192 + x), 3 * (y * 192 + x) + 3));
};

describe('the planes of a camera’s frame', () => {
  it.each(Object.entries(colours))('become RGB where they are %s', async (_, [yuv, rgb]) => {
    const seen = seenAt(await rawOf({ colourAt: () => yuv }), { x: 100, y: 100, size: 300 }, 96, 96);
    for (const [channel, value] of rgb.entries()) expect(Math.abs((seen[channel] ?? 0) - value)).toBeLessThanOrEqual(3);
  });

  it('are black outside of the picture, which is not counted as darkness', async () => {
    const raw = await rawOf({ colourAt: () => grey(218) });
    expect(seenAt(raw, whole, 96, 2)).toEqual([0, 0, 0]);
    expect(raw.look(whole).light).toBeCloseTo((218 - 16) / 219, 1);
  });

  it('become the mean of what each pixel covers, at its place', async () => {
    // A ramp from the left to the right, too light to be brightened: the mean of a range is the value in its middle.
    const raw = await rawOf({ colourAt: (x) => grey(Math.round(120 + (115 * x) / width)) });
    const crop = { x: 130.5, y: 60.25, size: 311 };
    for (const column of [5, 96, 180]) {
      const middle = crop.x + ((column + 0.5) * crop.size) / 192;
      const [seen = 0] = seenAt(raw, crop, column, 96);
      expect(Math.abs(seen - ((104 + (115 * middle) / width) * 255) / 219)).toBeLessThan(1.5);
    }
  });

  it.each([
    ['within the picture', { x: 130.5, y: 60.25, size: 311 }],
    ['beyond its left and upper edge', { x: -60.4, y: -35.2, size: 300 }],
    ['beyond its right and lower edge', { x: 500.3, y: 330.6, size: 250 }],
    ['around all of it', { x: 0, y: -80, size: 640 }],
  ])('become the mean of the area that each pixel covers, %s', async (_, crop) => {
    const next = noise(3, 90);
    const raw = await rawOf({ colourAt: () => grey(Math.floor(140 + next())) });
    const same = noise(3, 90);
    const lumas = Array.from({ length: width * height }, () => Math.floor(140 + same()));
    const step = crop.size / 192;
    /** How much of a pixel of the frame lies within a range. */
    const share = (at: number, from: number): number =>
      Math.max(0, Math.min(at + 1, from + step) - Math.max(at, from)) / step;
    const { rgb } = raw.look(crop);
    for (let row = 0; row < 192; row += 7)
      for (let column = 0; column < 192; column += 5) {
        const [left, top] = [crop.x + column * step, crop.y + row * step];
        // Black, 16, outside of the picture.
        let mean = 16;
        for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, top + step); y += 1)
          for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, left + step); x += 1)
            mean += share(x, left) * share(y, top) * ((lumas[y * width + x] ?? 0) - 16);
        const seen = rgb[3 * (192 * row + column)] ?? 0;
        expect(Math.abs(seen - ((mean - 16) * 255) / 219), `${column}, ${row}`).toBeLessThan(0.6);
      }
  });

  it('are read at each size of frame, one after the other', async () => {
    const read = rawReader(192);
    for (const size of [
      { width: 640, height: 480 },
      { width: 1920, height: 1080 },
      { width: 320, height: 240 },
    ]) {
      const raw = await read(frameOf({ colourAt: (x) => grey(x < size.width / 2 ? 60 : 200), size }));
      const { rgb } = raw?.look({ x: 0, y: (size.height - size.width) / 2, size: size.width }) ?? {};
      const middle = 3 * 192 * 96;
      expect(rgb?.[middle]).toBeLessThan(rgb?.[middle + 3 * 191] ?? 0);
      expect([rgb?.[3 * 96], raw?.size]).toEqual([0, size]);
    }
  });

  it('are mixed where a part is made larger', async () => {
    const raw = await rawOf({ colourAt: (x) => grey(x < 320 ? 60 : 200) });
    const seen = [94, 95, 96, 97].map((column) => seenAt(raw, { x: 272, y: 200, size: 96 }, column, 96)[0] ?? 0);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(2);
  });

  it('are the same picture in either layout', async () => {
    const colourAt = (x: number, y: number): Yuv => [(x + y) % 200, (x / 4) % 250, (y / 3) % 250];
    const [planar, paired] = [await rawOf({ colourAt }), await rawOf({ colourAt, format: 'NV12' })];
    const crop = { x: 31, y: 17, size: 420 };
    expect(paired.look(crop).rgb).toEqual(planar.look(crop).rgb);
  });

  it.each([
    ['another layout', { format: 'RGBX' }],
    ['a turn', { rotation: 90 }],
  ] as const)('are not read from a frame with %s', async (_, made) => {
    expect(await rawReader(192)(frameOf({ colourAt: () => grey(90), ...made }))).toBeUndefined();
  });
});

describe('the marks of a camera’s frame', () => {
  const marks = async (made: Made) => (await rawOf(made)).marks();
  const noisy = (seed: number): Made['colourAt'] => {
    const next = noise(seed, 8);
    return () => grey(100 + next());
  };

  it('are the same for the same picture, and others where a sensor’s noise differs', async () => {
    const [one, same, other] = [noisy(1), noisy(1), noisy(2)];
    const first = (await marks({ colourAt: one })).picture;
    expect((await marks({ colourAt: same })).picture).toBe(first);
    expect((await marks({ colourAt: other })).picture).not.toBe(first);
  });

  it.each([
    [
      'black with noise',
      (() => {
        const next = noise(7, 20);
        return () => grey(16 + next());
      })(),
      true,
    ],
    ['the blue of a camera that is off', () => [41, 240, 110], true],
    ['a dim room with a brighter window', (x: number) => grey(x > 500 ? 70 : 26), false],
    ['red beside green of the same lightness', (x: number) => (x > 320 ? [46, 106, 186] : [46, 100, 100]), false],
  ] satisfies readonly (readonly [string, (x: number, y: number) => Yuv, boolean])[])(
    'know %s',
    async (_, colourAt, isPlain) => {
      expect((await marks({ colourAt })).isPlain).toBe(isPlain);
    },
  );
});
