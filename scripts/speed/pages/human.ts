import { keypointNames } from '../../../src/engine/pose/keypoints.ts';
import { frameCanvas, offerCandidates, oneByOne, type OpenCandidate, type Triple } from './candidate.ts';

/** The part of `@vladmandic/human` that the bench uses; its code is a peer's, loaded as it is. */
interface HumanClass {
  new (config: unknown): {
    load(): Promise<void>;
    detect(image: HTMLCanvasElement): Promise<{
      readonly body: readonly {
        readonly keypoints: readonly {
          readonly part: string;
          readonly position: readonly [number, number];
          readonly score: number;
        }[];
      }[];
    }>;
  };
}

const off = { enabled: false } as const;

/** Human with everything but the body model off; it judges every frame, and keeps none from the last one. */
const openHuman: OpenCandidate = async (model) => {
  const address = '/peers/@vladmandic/human/dist/human.esm.js';
  const { Human } = (await import(/* @vite-ignore */ address)) as { readonly Human: HumanClass };
  const human = new Human({
    backend: 'wasm',
    wasmPath: '/tfjs-wasm/',
    modelBasePath: '/human-models/',
    debug: false,
    warmup: 'none',
    cacheSensitivity: 0,
    filter: off,
    face: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
    body: { enabled: true, modelPath: `movenet-${model}.json`, maxDetected: 1, skipFrames: 0, skipTime: 0 },
  });
  await human.load();
  const drawn = frameCanvas();
  return oneByOne(async ({ image }) => {
    const { body } = await human.detect(drawn(image));
    const parts = new Map(body[0]?.keypoints.map(({ part, position, score }) => [part, [...position, score] as const]));
    const tripleOf = (name: string): Triple => parts.get(asHuman(name)) ?? [0, 0, 0];
    return parts.size > 0 ? { keypoints: keypointNames.map(tripleOf) } : {};
  });
};

/** Human writes `leftShoulder` for `left_shoulder`. */
const asHuman = (name: string): string => name.replace(/_(.)/, (_, letter: string) => letter.toUpperCase());

offerCandidates({ human: openHuman });
