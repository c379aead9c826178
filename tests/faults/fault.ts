import type { Scene } from './scene.ts';

/** The kinds of faults, in the order of the page, each with its heading there. */
export const kinds = {
  'start-up': 'Old and odd browsers',
  'camera-opening': 'The camera cannot be opened',
  'camera-lost': 'The camera is lost in the middle',
  'camera-choice': 'Several cameras',
  picture: 'What the camera shows',
  weights: 'The model does not arrive',
  code: 'A part of the code does not arrive',
  network: 'The network',
  'service-worker': 'Offline use',
  update: 'New versions',
  settings: 'Settings and routines that are stored',
  progress: 'The stored session',
  tabs: 'Several tabs',
  'hidden-page': 'The page is hidden',
  page: 'The page and its process',
  'slow-device': 'A slow or busy device',
  clock: 'Clocks',
  worker: 'The detector’s worker',
  'worker-for-good': 'The detector fails for good',
  graphics: 'Graphics',
  keypoints: 'What the detector sees',
  film: 'Films that cannot be read',
  'odd-film': 'Films of an odd kind',
  frames: 'Frames of an embedding page',
  'exercise-file': 'Exercise files',
  recording: 'Recordings and saved sessions',
  link: 'Links',
  chance: 'What is damaged by chance',
  voice: 'Voice and sounds',
  screen: 'Screen and keys',
} as const;

/** The kind of a fault. */
export type FaultKind = keyof typeof kinds;

/** A test of another project that forces the fault. */
export interface ProvenElsewhere {
  /** From the root of the repository. */
  readonly file: string;
  /** The title of the test, or its beginning. */
  readonly test: string;
  /** The time to recover that the test allows, in words. */
  readonly within: string;
}

/**
 * How `npm run test:faults` forces a fault. On `webcam`, a session is already under way before a film that Chromium plays
 * as the camera; on `figure`, the figure trains; `own` opens a page of its own on a host of its own.
 */
export interface Forced {
  readonly on: 'webcam' | 'figure' | 'own';
  /** Further switches of Chromium, for a page of its own. */
  readonly switches?: readonly string[];
  /** Chromium's switches for another camera than the film, for a page of its own. */
  readonly camera?: readonly string[];
  /** The link that a page of its own opens; by default a training before the camera. */
  readonly link?: string;
  /** What is wrong before the page opens. */
  readonly arrange?: (scene: Scene) => unknown;
  /** What goes wrong once the page is open. */
  readonly force?: (scene: Scene) => Promise<unknown>;
  /** Ends the fault and does what the words on the screen advise. */
  readonly mend?: (scene: Scene) => Promise<unknown>;
  /** Resolves once the user can go on; by default when the detector sees further pictures and no problem is shown. */
  readonly recovered?: (scene: Scene) => Promise<unknown>;
  /** Further expectations at the end. */
  readonly check?: (scene: Scene) => Promise<unknown>;
  /** Whether the picture is away between fault and recovery, so that nothing may be counted there. */
  readonly isGap?: boolean;
}

/** One row of the page on reliability. */
export interface Fault {
  /** In kebab-case, unique. */
  readonly id: string;
  readonly kind: FaultKind;
  readonly fault: string;
  /** How it is forced, and at which boundary. */
  readonly how: string;
  /** The words that the page shows; `undefined` where the session goes on without any. */
  readonly sees: string | undefined;
  /** What is lost, where it is not nothing. */
  readonly loses?: string;
  readonly proof: ProvenElsewhere | Forced;
}

/** Whether the fault is forced by a test of another project. */
export const isProvenElsewhere = (proof: Fault['proof']): proof is ProvenElsewhere => 'file' in proof;

/** What `npm run test:faults` measured of a fault. */
export interface Measured {
  /** From the fault until its words were on the screen, ms; missing where there are none. */
  readonly toldMs?: number;
  /** From the fault, or from its end where it lasts, until the user could go on, ms. */
  readonly recoveredMs: number;
  /** The last whole run failed here; the times are of the run before. A run that passes removes it. */
  readonly hasFailedSince?: true;
}
