import { describe, expect, it } from 'vitest';
import type { KnownBackends } from '../../../src/ports/backend.ts';
import { en } from '../../../src/texts/en/en.ts';
import { backendWords } from '../../../src/ui/words/backend-in-words.ts';

const { backend: words } = en.settings;

const meanings = (backends: KnownBackends) =>
  Object.fromEntries(backendWords(backends, words).map(({ choice, meaning }) => [choice, meaning]));

describe('the words of graphics card and processor', () => {
  it('promise nothing on a device where nothing was tried', () => {
    expect(meanings({})).toEqual({ auto: words.unknown, webgl: words.untried, wasm: words.untried });
  });

  it('name the faster one, and how fast each is', () => {
    const found = meanings({ wasm: { medianMs: 25, isSimd: true }, webgl: { medianMs: 10 } });
    expect(found).toEqual({ auto: words.fastest.webgl, webgl: words.rate(100), wasm: words.rate(40) });
    expect(meanings({ wasm: { medianMs: 25 }, webgl: { medianMs: 30 } })['auto']).toBe(words.fastest.wasm);
  });

  it('name the processor where the graphics card was wrong or was not tried', () => {
    const wrong = meanings({ wasm: { medianMs: 25 }, webgl: { fault: 'wrong' } });
    expect(wrong).toMatchObject({ auto: words.fastest.wasm, webgl: words.faults.wrong });
    expect(meanings({ wasm: { medianMs: 25 } })).toMatchObject({ auto: words.fastest.wasm, webgl: words.untried });
  });

  it('tell a processor without SIMD from others, and never less than one picture a second', () => {
    expect(meanings({ wasm: { medianMs: 125, isSimd: false } })['wasm']).toBe(words.plainRate(8));
    expect(meanings({ wasm: { medianMs: 3000, isSimd: true } })['wasm']).toBe('Up to one picture a second.');
  });
});
