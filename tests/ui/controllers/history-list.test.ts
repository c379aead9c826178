import { expect, it, vi } from 'vitest';
import type { History } from '../../../src/session/history/history.ts';
import { HistoryList } from '../../../src/ui/controllers/history-list.ts';
import { historyOver, recordsInMemory } from '../../records.ts';

it('reads the history of an element whose code came after it was in the page, once, and listens only while it is there', async () => {
  const { history } = historyOver(recordsInMemory().store);
  const stop = vi.fn<() => void>();
  const listen = vi.spyOn(history.changes, 'listen').mockReturnValue(stop);
  // Lit gives such an element its properties with its first update.
  let given: History | undefined;
  const host = {
    addController: (): void => undefined,
    removeController: (): void => undefined,
    requestUpdate: (): void => undefined,
    updateComplete: Promise.resolve(true),
  };
  const list = new HistoryList(host, () => {
    if (!given) throw new TypeError('It has no history yet.');
    return given;
  });
  list.hostConnected();
  given = history;
  list.hostUpdate();
  list.hostUpdate();
  await vi.waitFor(() => expect(list.sessions).toEqual([]));
  expect(listen).toHaveBeenCalledOnce();
  list.hostDisconnected();
  list.hostUpdate();
  expect([listen.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1]);
  list.hostConnected();
  list.hostUpdate();
  expect(listen).toHaveBeenCalledTimes(2);
});
