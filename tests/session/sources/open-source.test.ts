import { describe, expect, it, vi } from 'vitest';
import type { OpeningProgress } from '../../../src/ports/opening-progress.ts';
import { clockAt } from '../../../src/session/async/clock.ts';
import { createOpenSource } from '../../../src/session/sources/open-source.ts';
import type { SourceRequest } from '../../../src/session/ports.ts';
import { createRecord } from '../../../src/session/sources/record.ts';
import type { DetectorPort, SourcePorts } from '../../../src/session/sources/source-ports.ts';

const request = (part: Partial<SourceRequest>): SourceRequest => ({
  kind: 'camera',
  clock: clockAt(1),
  frames: undefined,
  video: undefined,
  onProgress: (): void => undefined,
  signal: new AbortController().signal,
  ...part,
});

const settled = (): Promise<void> => new Promise((done) => void setTimeout(done));

const openedDetector = (close: () => void = () => undefined): Promise<DetectorPort> =>
  Promise.resolve({ model: 'lightning', nextModel: 'lightning', poses: vi.fn<() => never>(), close });

/** A detector that opens when the test decides. */
const openedLater = () => {
  let requested: Parameters<SourcePorts['openDetector']>[0] | undefined;
  let isClosed = false;
  let open = (): void => undefined;
  const openDetector: SourcePorts['openDetector'] = (wanted) => {
    requested = wanted;
    return new Promise((done) => {
      open = () =>
        done(
          openedDetector(() => {
            isClosed = true;
          }),
        );
    });
  };
  return {
    openDetector,
    open: () => open(),
    report: (progress: OpeningProgress) => requested?.onProgress(progress),
    signal: () => requested?.signal,
    isClosed: () => isClosed,
  };
};

/** Ports that record each opening and closing. */
const world = (part: Partial<SourcePorts> = {}) => {
  const diary: string[] = [];
  const ports: SourcePorts = {
    openDetector: () => {
      diary.push('detector');
      return Promise.resolve({
        model: 'lightning',
        nextModel: 'lightning',
        poses: vi.fn<() => never>(),
        close: () => void diary.push('detector closed'),
      });
    },
    openCamera: () => {
      diary.push('camera');
      return Promise.resolve({
        video: {} as HTMLVideoElement,
        frames: vi.fn<() => never>(),
        close: () => void diary.push('camera closed'),
      });
    },
    openStage: () => Promise.reject(new Error('no stage')),
    openVideo: () => Promise.reject(new Error('no video')),
    ...part,
  };
  return { diary, openSource: createOpenSource(ports) };
};

describe('opening a source', () => {
  it('asks for the camera at once, beside the detector, and closes both', async () => {
    const { diary, openSource } = world();
    const source = await openSource(request({}));
    const on = source.switchOn?.();
    expect(diary).toEqual(['detector', 'camera']);
    await on;
    expect(source.mirrored).toBe(true);
    source.close();
    await settled();
    expect(diary.slice(2)).toEqual(['camera closed', 'detector closed']);
  });

  it('is not on before the camera and the detector are', async () => {
    const later = openedLater();
    const { diary, openSource } = world({ openDetector: later.openDetector });
    const source = await openSource(request({}));
    let isOn = false;
    const on = source.switchOn?.().then(() => {
      isOn = true;
    });
    expect(diary).toEqual(['camera']);
    await settled();
    expect(isOn).toBe(false);
    later.open();
    await on;
    expect(source.reader?.model).toBe('lightning');
  });

  it('reports the camera first, which may wait for the user, then what the detector still does', async () => {
    const later = openedLater();
    const { openSource } = world({ openDetector: later.openDetector });
    const seen: OpeningProgress[] = [];
    const source = await openSource(request({ onProgress: (progress) => void seen.push(progress) }));
    const half = { step: 'model', loadedBytes: 1, totalBytes: 2 } as const;
    later.report(half);
    const on = source.switchOn?.();
    later.report({ ...half, loadedBytes: 2 });
    expect(seen).toEqual([half, { step: 'camera' }]);
    await settled();
    later.report({ step: 'warm-up' });
    later.open();
    await on;
    expect(seen.slice(2)).toEqual([{ ...half, loadedBytes: 2 }, { step: 'warm-up' }]);
  });

  it('reports nothing of a detector that is open when the camera is', async () => {
    const { openSource } = world({
      openDetector: ({ onProgress }) => {
        onProgress({ step: 'warm-up' });
        return openedDetector();
      },
      openCamera: () => settled().then(() => Promise.reject(new Error('no camera'))),
    });
    const seen: string[] = [];
    const source = await openSource(request({ onProgress: ({ step }) => void seen.push(step) }));
    await expect(source.switchOn?.()).rejects.toThrow('no camera');
    expect(seen).toEqual(['warm-up', 'camera']);
    source.close();
  });

  it('passes on why the detector does not open, and closes the camera', async () => {
    const broken = new Error('no model');
    const { diary, openSource } = world({ openDetector: () => Promise.reject(broken) });
    const source = await openSource(request({}));
    await settled();
    await expect(source.switchOn?.()).rejects.toBe(broken);
    source.close();
    await settled();
    expect(diary).toEqual(['camera', 'camera closed']);
  });

  it('cancels the detector when the source is closed, and closes one that comes late', async () => {
    const later = openedLater();
    const { openSource } = world({ openDetector: later.openDetector });
    const source = await openSource(request({}));
    source.close();
    expect(later.signal()?.aborted).toBe(true);
    later.open();
    await settled();
    expect(later.isClosed()).toBe(true);
  });

  it('reports which model reads it, whatever is opened beside it', async () => {
    const models: ('lightning' | 'thunder')[] = [];
    const film = { frames: async function* () {}, lasts: 0, close: () => undefined };
    const ports: SourcePorts = {
      openDetector: ({ model = 'lightning' }) => {
        models.push(model);
        return Promise.resolve({ model, nextModel: model, poses: async function* () {}, close: () => undefined });
      },
      openCamera: () =>
        Promise.resolve({ video: {} as HTMLVideoElement, frames: vi.fn<() => never>(), close: () => undefined }),
      openStage: () => Promise.reject(new Error('no stage')),
      openVideo: () => Promise.resolve(film),
    };
    const source = await createOpenSource(ports)(request({}));
    await source.switchOn?.();
    await createRecord(ports)(new Blob(), { model: 'thunder' });
    expect(models).toEqual(['lightning', 'thunder']);
    expect(source.reader).toMatchObject({ model: 'lightning', nextModel: 'lightning' });
  });

  it('passes on why the camera is refused', async () => {
    const refusal = Object.assign(new Error('no'), { kind: 'denied' });
    const { diary, openSource } = world({ openCamera: () => Promise.reject(refusal) });
    const source = await openSource(request({}));
    await expect(source.switchOn?.()).rejects.toBe(refusal);
    source.close();
    await settled();
    expect(diary).toEqual(['detector', 'detector closed']);
  });

  it('closes a detector that comes after everything has ended, and opens no camera', async () => {
    const ending = new AbortController();
    const { diary, openSource } = world();
    const opening = openSource(request({ kind: 'figure', signal: ending.signal }));
    ending.abort(new Error('left'));
    await expect(opening).rejects.toThrow('left');
    expect(diary).toEqual(['detector', 'detector closed']);
  });

  it.each([
    ['the figure', request({ kind: 'figure' }), 'no stage'],
    ['a video file', request({ kind: 'file', video: new Blob() }), 'no video'],
  ])('opens no camera for %s', async (_, wanted, why) => {
    const { diary, openSource } = world();
    await expect(openSource(wanted)).rejects.toThrow(why);
    expect(diary).toEqual(['detector', 'detector closed']);
  });
});
