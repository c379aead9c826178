import { expect, it } from 'vitest';
import { Stream } from '../../src/async/stream.ts';

it('passes the values to every listener in the order of publishing, also one published by a listener', () => {
  const stream = new Stream<number>();
  const heard: string[] = [];
  stream.listen((value) => {
    heard.push(`first ${value}`);
    if (value === 1) stream.publish(2);
  });
  stream.listen((value) => heard.push(`second ${value}`));
  stream.publish(1);
  expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
});

it('goes on after a listener that throws', () => {
  const stream = new Stream<number>();
  const heard: number[] = [];
  stream.listen((value) => {
    if (value === 1) throw new Error('Not this one.');
    heard.push(value);
  });
  expect(() => stream.publish(1)).toThrow('Not this one.');
  stream.publish(2);
  expect(heard).toEqual([2]);
});

it('passes nothing to a listener that has left', () => {
  const stream = new Stream<void>();
  let times = 0;
  const leave = stream.listen(() => (times += 1));
  stream.publish();
  leave();
  stream.publish();
  expect(times).toBe(1);
});
