import { expect, it } from 'vitest';
import { exerciseById } from '../../../src/exercises/registry.ts';
import type { Demonstration } from '../../../src/ports/demonstration.ts';
import { LaterFigure } from '../../../src/ui/controllers/later-figure.ts';

const exercise = exerciseById('cheer');
if (!exercise) throw new Error('The cheer is missing.');

const demonstration = (signal: AbortSignal): Demonstration => ({
  canvas: {} as HTMLCanvasElement,
  exercise,
  view: 'front',
  moment: 'end',
  signal,
});

const settled = (): Promise<void> => new Promise((done) => void setTimeout(done));

it('draws the figure beside the user once a frame was judged, then at once, and none that is gone by then', async () => {
  const drawn: Demonstration[] = [];
  const figure = new LaterFigure(() => (one) => {
    drawn.push(one);
    return Promise.resolve();
  });
  const gone = new AbortController();
  const [first, left, second] = [
    demonstration(new AbortController().signal),
    demonstration(gone.signal),
    demonstration(new AbortController().signal),
  ];
  void figure.show(first);
  void figure.show(left);
  gone.abort();
  await settled();
  expect(drawn).toEqual([]);
  figure.begin();
  await settled();
  expect(drawn).toEqual([first]);
  await figure.show(second);
  expect(drawn).toEqual([first, second]);
});
