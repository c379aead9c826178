import { frameCanvas, offerCandidates, oneByOne, type OpenCandidate, type Triple } from './candidate.ts';

/** The part of `@mediapipe/pose` that the bench uses; the script puts its class on the window. */
interface PoseClass {
  new (setting: { readonly locateFile: (file: string) => string }): {
    initialize(): Promise<void>;
    setOptions(options: Readonly<Record<string, unknown>>): void;
    onResults(
      listener: (results: {
        readonly poseLandmarks?: readonly { readonly x: number; readonly y: number; readonly visibility?: number }[];
      }) => void,
    ): void;
    send(input: { readonly image: HTMLCanvasElement }, at?: number): Promise<void>;
  };
}

declare global {
  interface Window {
    Pose?: PoseClass;
  }
}

const folder = '/peers/@mediapipe/pose/';

/** The places of MoveNet's 17 keypoints among MediaPipe's 33 landmarks. */
const landmarks = [0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28] as const;

const loadScript = (address: string): Promise<void> =>
  new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.crossOrigin = 'anonymous';
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => failed(new Error(`${address} could not be loaded.`)));
    document.head.append(script);
  });

/** MediaPipe's pose on its CPU way: its lite model beside Lightning, its full one beside Thunder. */
const openMediapipe: OpenCandidate = async (model) => {
  await loadScript(`${folder}pose.js`);
  if (!window.Pose) throw new Error('MediaPipe has not put its class on the window.');
  const pose = new window.Pose({ locateFile: (file) => `${folder}${file}` });
  pose.setOptions({ modelComplexity: model === 'lightning' ? 0 : 1, selfieMode: false, useCpuInference: true });
  let found: readonly Triple[] | undefined;
  const drawn = frameCanvas();
  let [width, height] = [0, 0];
  pose.onResults(({ poseLandmarks }) => {
    found = poseLandmarks
      ? landmarks.map((place) => {
          const { x = 0, y = 0, visibility = 0 } = poseLandmarks[place] ?? {};
          return [x * width, y * height, visibility];
        })
      : undefined;
  });
  await pose.initialize();
  return oneByOne(async ({ image }) => {
    [width, height] = [image.displayWidth, image.displayHeight];
    await pose.send({ image: drawn(image) });
    return found ? { keypoints: found } : {};
  });
};

offerCandidates({ mediapipe: openMediapipe });
