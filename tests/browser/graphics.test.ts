import { expect, it, vi } from 'vitest';
import { isDrawnBySoftware } from '../../src/platform/graphics.ts';

it('queries the renderer of the page only once: each query costs a graphics context', () => {
  const open = vi.spyOn(HTMLCanvasElement.prototype, 'getContext');
  const answers = [isDrawnBySoftware(), isDrawnBySoftware(), isDrawnBySoftware()];
  expect(new Set(answers).size).toBe(1);
  expect(open.mock.calls.length).toBeLessThanOrEqual(1);
  open.mockRestore();
});
