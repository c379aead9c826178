import { describe, expect, it, vi } from 'vitest';
import { clockAt } from '../../../src/session/async/clock.ts';
import { createOpenSource } from '../../../src/session/sources/open-source.ts';
import type { SourceRequest } from '../../../src/session/ports.ts';
import { createRecord } from '../../../src/session/sources/record.ts';
import type { SourcePorts } from '../../../src/session/sources/source-ports.ts';

const request = (part: Partial<SourceRequest>): SourceRequest => ({
  kind: 'camera',
  clock: clockAt(1),
  frames: undefined,
  video: undefined,
  onProgress: (): void => undefined,
  signal: new AbortController().signal,
  ...part,
});

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
  it('warms the detector before the camera’s light goes on, and closes both', async () => {
    const { diary, openSource } = world();
    const source = await openSource(request({ onProgress: ({ step }) => void diary.push(step) }));
    expect(diary).toEqual(['detector']);
    await source.switchOn?.();
    expect(diary).toEqual(['detector', 'camera', 'camera']);
    expect(source.mirrored).toBe(true);
    source.close();
    expect(diary.slice(3)).toEqual(['camera closed', 'detector closed']);
  });

  it('reports which model reads it, whatever is opened beside it', async () => {
    const models: ('lightning' | 'thunder')[] = [];
    const film = { frames: async function* () {}, lasts: 0, close: () => undefined };
    const ports: SourcePorts = {
      openDetector: ({ model = 'lightning' }) => {
        models.push(model);
        return Promise.resolve({ model, nextModel: model, poses: async function* () {}, close: () => undefined });
      },
      openCamera: () => Promise.reject(new Error('no camera')),
      openStage: () => Promise.reject(new Error('no stage')),
      openVideo: () => Promise.resolve(film),
    };
    const source = await createOpenSource(ports)(request({}));
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
