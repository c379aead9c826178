import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { parse } from 'valibot';
import { recordingSchema, type Recording } from '../../src/engine/pose/recording.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { en } from '../../src/texts/en/en.ts';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { buildApp, isBuilt } from '../build-app.ts';
import { launchBrowser } from '../films/launch.ts';
import { findBrowser, noBrowser } from '../find-browser.ts';
import { serveFolder } from '../serve.ts';
import { Complaint } from './complaint.ts';

declare global {
  interface Window {
    /** Receives the share of the film that has been seen, 0-1. */
    limberProgress: (share: number) => void;
  }
}

/** The built app in a browser, which records films one after the other. */
export interface FilmRecorder {
  /** The keypoints of a film, as the app sees them with a model; rejects with a `Complaint` where it cannot be read. */
  record(file: string, onProgress: (share: number) => void, model: DetectorModel): Promise<Recording>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The result of the page: the recording as text, or the reason why there is none. */
type Answer = { readonly recording: string } | { readonly kind: string; readonly message: string };

/** Builds the app where it is not built, serves it, and opens it. */
export const openFilmRecorder = async (): Promise<FilmRecorder> => {
  if (findBrowser() === undefined) throw new Complaint(noBrowser);
  if (!isBuilt(root)) await buildApp(root);
  const served = await serveFolder(join(root, 'dist'), { port: 0 });
  const browser = await launchBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await served.close();
  };
  try {
    const page = await browser.newPage();
    let hear: (share: number) => void = () => undefined;
    await page.exposeFunction('limberProgress', (share: number) => hear(share));
    await page.goto(served.url);
    return {
      close,
      record: (file, onProgress, model) => {
        hear = onProgress;
        return recordIn(page, file, model);
      },
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
};

const recordIn = async (page: Page, file: string, model: DetectorModel): Promise<Recording> => {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    document.body.replaceChildren(...document.querySelectorAll('limber-app'), input);
  });
  await page.setInputFiles('body > input', file);
  const answer = await page.evaluate(async (by): Promise<Answer> => {
    const video = document.querySelector<HTMLInputElement>('body > input')?.files?.[0];
    const app = document.querySelector<LimberApp>('limber-app');
    if (!video || !app) return { kind: 'unknown', message: 'The page has lost the film.' };
    try {
      const recording = await app.record(video, { model: by, onProgress: window.limberProgress });
      return { recording: JSON.stringify(recording) };
    } catch (thrown) {
      const kind = thrown instanceof Error && 'kind' in thrown ? String(thrown.kind) : 'unknown';
      return { kind, message: String(thrown) };
    }
  }, model);
  if ('recording' in answer) return parse(recordingSchema, JSON.parse(answer.recording));
  const { kind, message } = answer;
  if (!(kind in en.problems) || kind === 'unknown') throw new Error(`${file}: ${message}`);
  const { title, whatToDo, steps } = en.problems[kind as keyof typeof en.problems];
  throw new Complaint(`${file}: ${[`${title}.`, whatToDo, ...steps].join(' ')}`);
};
