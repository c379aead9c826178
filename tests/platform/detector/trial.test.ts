import { describe, expect, it } from 'vitest';
import type { KnownBackends } from '../../../src/ports/backend.ts';
import { createSavedRuntime } from '../../../src/platform/detector/saved-runtime.ts';
import { mayRunThunder, mayWebglBeFaster, paceOf } from '../../../src/platform/detector/trial.ts';

describe('the condition for a trial of Thunder', () => {
  it.each([
    ['wasm', 14, true],
    ['wasm', 15, false],
    ['webgl', 47, true],
    ['webgl', 48, false],
  ] as const)('Lightning on %s in %i ms: worth a trial: %s', (backend, medianMs, expected) => {
    expect(mayRunThunder({ model: 'lightning', backend, medianMs })).toBe(expected);
  });

  it('excludes Thunder itself', () => {
    expect(mayRunThunder({ model: 'thunder', backend: 'webgl', medianMs: 5 })).toBe(false);
  });
});

describe('the condition for a trial of WebGL', () => {
  it.each<readonly [string, KnownBackends, boolean]>([
    ['nothing is known', {}, true],
    ['only wasm was timed', { wasm: { medianMs: 9 } }, true],
    ['it was faster', { wasm: { medianMs: 20 }, webgl: { medianMs: 12 } }, true],
    ['it was slower', { wasm: { medianMs: 20 }, webgl: { medianMs: 30 } }, false],
    ['its results were wrong', { wasm: { medianMs: 20 }, webgl: { fault: 'wrong' } }, false],
    ['it did not start that time', { wasm: { medianMs: 20 }, webgl: { fault: 'failed' } }, true],
  ])('where %s', (_, backends, expected) => {
    expect(mayWebglBeFaster(backends)).toBe(expected);
  });
});

describe('the pace in use', () => {
  const after = (model: 'lightning' | 'thunder', times: readonly number[]): boolean => {
    const pace = paceOf(model);
    for (const ms of times) pace.took(ms);
    return pace.isTooSlow();
  };

  it('is too slow for Thunder below twelve frames a second, but not because of a single slow frame', () => {
    expect(after('thunder', Array<number>(60).fill(90))).toBe(true);
    expect(after('thunder', Array<number>(60).fill(70))).toBe(false);
    expect(after('thunder', [...Array<number>(60).fill(40), 900])).toBe(false);
    expect(after('thunder', [])).toBe(false);
  });

  it('is never too slow for Lightning: there is nothing faster', () => {
    expect(after('lightning', Array<number>(60).fill(900))).toBe(false);
  });
});

describe('the saved runtime of a device', () => {
  const storage = (text: string | null) => {
    let kept = text;
    return {
      getItem: () => kept,
      setItem: (_: string, value: string): void => {
        kept = value;
      },
    };
  };

  it('is read back, and can be deleted', () => {
    const device = storage(null);
    const savedRuntime = createSavedRuntime('1.0.0', () => device);
    expect(savedRuntime.read()).toBeUndefined();
    savedRuntime.write({ model: 'thunder', backend: 'webgl' });
    expect(createSavedRuntime('1.0.0', () => device).read()).toEqual({ model: 'thunder', backend: 'webgl' });
    savedRuntime.write(undefined);
    expect(createSavedRuntime('1.0.0', () => device).read()).toBeUndefined();
  });

  it('is not that of another version of the app: everything is tried again', () => {
    const device = storage(null);
    createSavedRuntime('1.0.0', () => device).write({ model: 'thunder', backend: 'webgl' });
    expect(createSavedRuntime('1.1.0', () => device).read()).toBeUndefined();
    createSavedRuntime('1.1.0', () => device).write({ model: 'lightning', backend: 'wasm' });
    expect(createSavedRuntime('1.1.0', () => device).read()).toEqual({ model: 'lightning', backend: 'wasm' });
  });

  it.each([
    '{',
    '7',
    '{"version":1,"runtime":{"model":"thunder","backend":"webgl"}}',
    '{"version":2,"app":"1.0.0","runtime":{"model":"thunder","backend":"webgl"}}',
    '{"version":1,"app":"1.0.0","runtime":{"model":"hail"}}',
  ])('is nothing where %s is written', (text) =>
    expect(createSavedRuntime('1.0.0', () => storage(text)).read()).toBeUndefined(),
  );
});
