import { expect, it } from 'vitest';
import { LastingSource } from '../../src/session/lasting-source.ts';
import { Stream } from '../../src/session/stream.ts';
import { willing } from './guided.ts';

it('closes a camera that comes back after everything has ended', async () => {
  const changes = new Stream<boolean>();
  const late = willing();
  let open: () => void = () => undefined;
  const opening = new Promise<typeof late>((resolve) => {
    open = () => resolve(late);
  });
  const source = new LastingSource(willing(), () => opening, { isVisible: true, changes }, true);
  changes.publish(false);
  changes.publish(true);
  const next = source.poses(new AbortController().signal).next();
  source.close();
  open();
  expect((await next).done).toBe(true);
  expect(late.closed()).toBe(true);
});
