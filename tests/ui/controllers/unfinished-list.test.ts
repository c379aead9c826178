import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RoutineProgress } from '../../../src/session/guide/progress.ts';
import { UnfinishedList } from '../../../src/ui/controllers/unfinished-list.ts';
import { simulateTime, type SimulatedTime } from '../../simulated-time.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulateTime();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
});
afterEach(() => time.end());

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
  await time.pass(200);
  expect(list.found).toEqual([]);
  isHeld = false;
  await time.pass(3000);
  expect(list.found).toEqual([unfinished]);
  expect(requestUpdate).toHaveBeenCalledTimes(1);
  list.hostDisconnected();
});
