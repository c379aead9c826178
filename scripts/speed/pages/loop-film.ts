import { BufferTarget, CanvasSource, Output, WebMOutputFormat } from 'mediabunny';
import { speedFilm } from '../film.ts';

declare global {
  interface Window {
    /** Resolves to the film as a video (WebM, VP8), in base64. */
    encodeFilm: () => Promise<string>;
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
}

window.encodeFilm = async () => {
  const places = (await (await fetch('/film/480p.json')).json()) as readonly Place[];
  const film = await (await fetch('/film/480p.bin')).blob();
  const canvas = new OffscreenCanvas(speedFilm.camera.frame.width, speedFilm.camera.frame.height);
  const context = canvas.getContext('2d');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec: 'vp8', bitrate: 400_000, keyFrameInterval: 10 });
  output.addVideoTrack(source);
  await output.start();
  const step = 1 / speedFilm.framesPerSecond;
  for (const [frame, { from, to }] of places.entries()) {
    const image = await createImageBitmap(film.slice(from, to, 'image/jpeg'));
    context?.drawImage(image, 0, 0);
    image.close();
    await source.add(frame * step, step);
  }
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  let text = '';
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
};
