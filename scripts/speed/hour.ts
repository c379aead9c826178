import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  type EncodedPacket,
  EncodedVideoPacketSource,
  Input,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { CDPSession, Page } from 'playwright';
import { en } from '../../src/texts/en/en.ts';
import { launchBrowser } from '../films/launch.ts';
import { medianOf } from './figures.ts';
import { speedFilm } from './film.ts';
import { cache, type Site } from './site.ts';
import { heapOf, prepareApp, tensorsIn } from './training.ts';

/** What the training of an hour of film cost. */
export interface HourFigures {
  /** How much of the film was judged, each of its frames, and how long that took, s. */
  readonly filmSeconds: number;
  readonly tookSeconds: number;
  readonly frames: number;
  readonly repetitions: number;
  /** Judged frames a second of the first and the last minute on the clock: medians of pieces of ten seconds. */
  readonly rates: readonly [first: number, last: number];
  /** After collection, once all code is warm and at the end: the page's JS heap, MB, and the tensors in the worker. */
  readonly heapMb: readonly [number, number];
  readonly tensors: readonly [number, number];
}

/** The link of the training, within the app: more repetitions than an hour has room for. */
const link = '#/train/butterfly?source=file&sets=10&reps=50&hold=3&range=norm&pain=off&rest=0';

/** The film as a video, its packets again and again, without a break, until it has lasted so long; returns its file. */
const loopedFilm = async (encoded: Buffer, seconds: number): Promise<string> => {
  const input = new Input({ source: new BufferSource(encoded), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  if (!track?.codec || !config) throw new Error('The film has no video track.');
  const sink = new EncodedPacketSink(track);
  const packets: EncodedPacket[] = [];
  for await (const packet of sink.packets()) packets.push(packet);
  const lasts = await track.computeDuration();
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource(track.codec);
  output.addVideoTrack(source);
  await output.start();
  for (let from = 0; from < seconds; from += lasts)
    for (const packet of packets)
      await source.add(packet.clone({ timestamp: from + packet.timestamp }), { decoderConfig: config });
  await output.finalize();
  const file = join(cache, 'hour.webm');
  writeFileSync(file, new Uint8Array(target.buffer ?? new ArrayBuffer(0)));
  return file;
};

const encodedFilm = async (page: Page, site: Site): Promise<Buffer> => {
  await page.goto(site.urlOf('loop-film'));
  await page.waitForFunction(() => 'encodeFilm' in window);
  return Buffer.from(await page.evaluate(() => window.encodeFilm()), 'base64');
};

/** How long the page trains before it is measured: everything has run once, s. */
const settleSeconds = 60;
/** How long a piece is whose rate is taken, s, and how many make a minute. */
const pieceSeconds = 10;
const piecesInMinute = 6;

/** What one piece of the training had: judged frames, and completed repetitions. */
interface PieceCount {
  readonly rate: number;
  readonly frames: number;
  readonly repetitions: number;
}

/** Counts what the page has noted since the last count, and makes it forget: what is kept would look like a leak. */
const countPiece = async (page: Page, since: number): Promise<PieceCount> => {
  const { frames, repetitions } = await page.evaluate(() => {
    const { passages, events } = window.limberNoted;
    const counted = {
      frames: passages.length,
      repetitions: events.filter(({ type }) => type === 'rep-completed').length,
    };
    window.startNoting();
    return counted;
  });
  return { rate: (frames * 1000) / (performance.now() - since), frames, repetitions };
};

const isOver = (page: Page): Promise<boolean> => page.locator('summary-screen').isVisible();

const trainedPieces = async (
  page: Page,
  session: CDPSession,
): Promise<{
  readonly pieces: readonly PieceCount[];
  readonly heapMb: number;
  readonly tensors: number;
}> => {
  const pieces: PieceCount[] = [];
  let [heapMb, tensors] = [Number.NaN, Number.NaN];
  while (!(await isOver(page))) {
    const since = performance.now();
    await page.waitForTimeout(pieceSeconds * 1000);
    pieces.push(await countPiece(page, since));
    // The last measurement before the film ends stands: the session's end closes the worker.
    if (await isOver(page)) break;
    if (pieces.length % piecesInMinute !== 0) continue;
    heapMb = await heapOf(session);
    tensors = await tensorsIn(page);
    process.stdout.write(`hour: ${pieces.length * pieceSeconds} s, heap ${heapMb.toFixed(2)} MB, ${tensors} tensors\n`);
  }
  return { pieces, heapMb, tensors };
};

/** Trains on a film that lasts so long, as fast as it can be judged, and measures what is left behind. */
export const measureHour = async (appUrl: string, site: Site, filmSeconds: number): Promise<HourFigures> => {
  const browser = await launchBrowser();
  try {
    const maker = await browser.newPage({ bypassCSP: true });
    const film = await loopedFilm(await encodedFilm(maker, site), filmSeconds);
    await maker.close();
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      serviceWorkers: 'block',
      bypassCSP: true,
    });
    page.on('pageerror', ({ message }) => console.error(`hour: ${message}`));
    await prepareApp(page, 'lightning');
    await page.goto(`${appUrl}${link}`);
    await page.getByLabel(en.app.video.choose).setInputFiles(film);
    const began = performance.now();
    await page.waitForFunction(() => window.limberNoted.passages.length > 0, undefined, { timeout: 90_000 });
    await page.waitForTimeout(settleSeconds * 1000);
    const settled = await countPiece(page, began);
    const session = await page.context().newCDPSession(page);
    const [heapBefore, tensorsBefore] = [await heapOf(session), await tensorsIn(page)];
    const { pieces, heapMb, tensors } = await trainedPieces(page, session);
    const rateOf = (some: readonly PieceCount[]): number => medianOf(some.map(({ rate }) => rate));
    const sumOf = (of: 'frames' | 'repetitions'): number =>
      [settled, ...pieces].reduce((sum, piece) => sum + piece[of], 0);
    const frames = sumOf('frames');
    return {
      filmSeconds: frames / speedFilm.framesPerSecond,
      tookSeconds: (performance.now() - began) / 1000,
      frames,
      repetitions: sumOf('repetitions'),
      // The film ends within the last piece.
      rates: [rateOf(pieces.slice(0, piecesInMinute)), rateOf(pieces.slice(-piecesInMinute - 1, -1))],
      heapMb: [heapBefore, heapMb],
      tensors: [tensorsBefore, tensors],
    };
  } finally {
    await browser.close();
  }
};
