import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { packing } from '../../src/platform/history/packing.ts';
import { DeviceRecordings } from '../../src/session/history/device-recordings.ts';
import type { Recordings } from '../../src/session/history/recordings.ts';
import type { PoseSource } from '../../src/session/ports.ts';
import { lab as words } from '../../src/texts/en/lab.ts';
import { LabReadout } from '../../src/ui/lab/lab-readout.ts';
import { LabScreen } from '../../src/ui/lab/lab-screen.ts';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { madeMovement } from '../made-movement.ts';
import { deafTabs, recordsInMemory } from '../records.ts';
import { filmed } from '../scenarios/play.ts';
import { exerciseCalled } from '../session/played.ts';
import { closeScreen, inside, mountScreen } from './every-screen.ts';

afterEach(closeScreen);

/** The Lab with these recordings, and with a camera that shows the figure. */
const openLab = async (hash: string, change: Partial<LimberApp['context'] & object> = {}) => {
  const app = await mountScreen({
    name: 'home',
    hash: '#/',
    openSource: () => new Promise(() => undefined),
    shows: '',
  });
  if (!app.context) throw new Error('It is mounted.');
  app.context = { ...app.context, ...change };
  location.hash = hash;
  const found = (name: string): Element | undefined => inside(app).find(({ localName }) => localName === name);
  await vi.waitFor(() => expect(found('lab-screen')).toBeInstanceOf(LabScreen), { timeout: 20_000 });
  return { app, found };
};

const keeping = async (...movements: Parameters<Recordings['keep']>[0][]) => {
  const records = recordsInMemory();
  const recordings = new DeviceRecordings({ store: records.store, packing, now: () => 9, otherTabs: deafTabs });
  for (const movement of movements) await recordings.keep(movement);
  return { recordings, records };
};

const readoutIn = (found: (name: string) => Element | undefined): LabReadout => {
  const readout = found('lab-readout');
  if (!(readout instanceof LabReadout)) throw new Error('There is none.');
  return readout;
};

const place = (): string =>
  page.getByRole('slider', { name: words.transport.place }).element().getAttribute('aria-valuetext') ?? '';
const pictureAt = (): number => Number(/picture (\d+)/.exec(place())?.[1]);

describe('a replay in the Lab', () => {
  it('is played, stopped and stepped by keys, and jumps to an attempt of which it says why it did not count', async () => {
    const short = madeMovement({ repetitions: 1, amplitude: 0.6 });
    const { recordings } = await keeping(short);
    const { found } = await openLab('#/lab/1000-cheer', { recordings });
    await expect.element(page.getByRole('slider', { name: words.transport.place })).toBeVisible();
    expect(pictureAt()).toBe(1);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    await vi.waitFor(() => expect(pictureAt()).toBe(2));
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('button', { name: words.transport.pause })).toBeVisible();
    await vi.waitFor(() => expect(pictureAt()).toBeGreaterThan(8), { timeout: 10_000 });
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('button', { name: words.transport.play })).toBeVisible();
    // The arms go up by six tenths of the way to 160 degrees; it counts from 120 on.
    await expect.element(page.getByText(/It went to \d+ degrees\. It counts from 120 degrees on/)).toBeVisible();
    const attempt = page.getByRole('heading', { level: 3 }).getByRole('button');
    await attempt.click();
    const at = attempt.element().textContent.match(/to (\d+:[\d.]+)/)?.[1] ?? 'none';
    await vi.waitFor(() => expect(place()).toContain(at));
    expect(readoutIn(found).frame.coaching.attempts).toBe(1);
  });

  it('renders what is read at most five times a second, at any speed', async () => {
    const { recordings } = await keeping(madeMovement({ repetitions: 2 }));
    const { found } = await openLab('#/lab/1000-cheer', { recordings });
    await expect.element(page.getByRole('slider', { name: words.transport.place })).toBeVisible();
    const readout = readoutIn(found);
    const renders = vi.spyOn(readout, 'render');
    await page.getByRole('button', { name: words.transport.play }).click();
    await new Promise((done) => setTimeout(done, 2000));
    // Ten, and one at the click.
    expect(renders.mock.calls.length).toBeLessThanOrEqual(12);
    expect(renders.mock.calls.length).toBeGreaterThan(2);
  });
});

describe('the recordings in the Lab', () => {
  it('are deleted and brought back by the keyboard', async () => {
    const { recordings } = await keeping(madeMovement({ repetitions: 1 }));
    await openLab('#/lab', { recordings });
    const remove = page.getByRole('button', { name: words.recordings.remove });
    await expect.element(remove).toBeVisible();
    (remove.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(words.recordings.none)).toBeVisible();
    expect(await recordings.list()).toEqual([]);
    // The focus is on the button that brings it back.
    await vi.waitFor(() => expect(page.getByRole('button', { name: words.recordings.undo }).element()).toBeVisible());
    await userEvent.keyboard('{Enter}');
    await expect.element(remove).toBeVisible();
    expect(await recordings.list()).toHaveLength(1);
  });

  it('name a file that cannot be opened, and why', async () => {
    const { recordings } = await keeping();
    await openLab('#/lab', { recordings });
    await page.getByLabelText(words.recordings.file).upload(new File(['{"version":3,"frames":[]}'], 'later.json'));
    await expect.element(page.getByText(/cannot be opened: a later Limber wrote it/)).toBeVisible();
  });

  it('say which one is not kept, where the device is full', async () => {
    const { recordings, records } = await keeping();
    records.state.isFull = true;
    await recordings.keep(madeMovement({ repetitions: 1 }));
    await openLab('#/lab', { recordings });
    await expect.element(page.getByText(words.recordings.notKept)).toBeVisible();
    await expect.element(page.getByText(words.recordings.inMemory)).toBeVisible();
  });
});

it('what the Lab watches can be stopped, gone through and kept', async () => {
  const exercise = exerciseCalled('flexion-extension');
  const poses = filmed(exercise, performanceOf(exercise.motion, { repetitions: 1 }), {
    view: 'side',
    framesPerSecond: 15,
  });
  const close = vi.fn<() => void>();
  const source: PoseSource = {
    picture: document.createElement('canvas'),
    mirrored: true,
    usesGroundTruth: () => false,
    async *poses(signal) {
      yield* poses.slice(0, 90);
      await new Promise((done) => signal.addEventListener('abort', done));
    },
    close,
  };
  const { recordings } = await keeping();
  await openLab('#/lab?source=figure', { recordings, openSource: () => Promise.resolve(source) });
  await page.getByLabelText(words.judgedBy.exercise).selectOptions('flexion-extension');
  await page.getByRole('button', { name: words.live.start }).click();
  await expect.element(page.getByRole('heading', { name: words.machine.title })).toBeVisible();
  await page.getByRole('button', { name: words.live.stop }).click();
  await expect.element(page.getByRole('slider', { name: words.transport.place })).toBeVisible();
  expect(close).toHaveBeenCalledTimes(1);
  await page.getByRole('button', { name: words.live.keep }).click();
  await expect.element(page.getByText(words.live.kept)).toBeVisible();
  expect(await recordings.list()).toMatchObject([{ exercise: 'flexion-extension', source: 'figure' }]);
});
