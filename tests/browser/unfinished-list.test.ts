import type { ReactiveControllerHost } from 'lit';
import { expect, it, vi } from 'vitest';
import type { RoutineProgress } from '../../src/session/guide/progress.ts';
import { UnfinishedList } from '../../src/ui/controllers/unfinished-list.ts';

const unfinished: RoutineProgress = {
  routine: 'upper-back-relief',
  link: '#/routine/upper-back-relief',
  startedAt: 0,
  steps: [],
  pain: [],
  current: undefined,
};

it('offers a session that a closed tab held a little longer, and updates its host only then', async () => {
  let isHeld = true;
  const requestUpdate = vi.fn<() => void>();
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate,
    updateComplete: Promise.resolve(true),
  };
  const list = new UnfinishedList(host, () => Promise.resolve(isHeld ? [] : [unfinished]));
  list.hostConnected();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(list.found).toEqual([]);
  isHeld = false;
  await vi.waitFor(() => expect(list.found).toEqual([unfinished]), { timeout: 10_000 });
  expect(requestUpdate).toHaveBeenCalledTimes(1);
  list.hostDisconnected();
});
