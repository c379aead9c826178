import { describe, expect, it } from 'vitest';
import { processIn, secondsBelow } from '../../../scripts/speed/process-tree.ts';

// Lines as Linux writes them (proc(5)): pid, name, state, parent, and from the 14th field on utime, stime, cutime, cstime.
const browser =
  '4242 (chrome (v8) :-) x) S 17 4242 17 0 -1 4194560 100 200 3 4 1500 250 30 20 20 0 9 0 123456 1000 200 18446744073709551615 1 1 0';
const renderer = browser.replace('4242 (chrome (v8) :-) x) S 17', '4300 (chrome) R 4242').replace('1500 250', '3000 0');

describe('the processor time of a process', () => {
  it('is read behind a name that has spaces and brackets, with what its ended children used', () => {
    expect(processIn(browser)).toEqual({ pid: 4242, parent: 17, ticks: 1800 });
  });

  it('is none where the line is cut off', () => {
    expect(processIn('4242 (chrome) S 17')).toBeUndefined();
    expect(processIn('')).toBeUndefined();
  });
});

describe('the processor seconds below a process', () => {
  const all = [renderer, browser, browser.replace('4242 (', '99 (').replace('S 17', 'S 1')].flatMap((line) => {
    const one = processIn(line);
    return one ? [one] : [];
  });

  it('are those of its children and their children, without its own and without other programs', () => {
    expect(secondsBelow(17, all)).toBe((1800 + 3050) / 100);
    expect(secondsBelow(4242, all)).toBe(3050 / 100);
  });

  it('are none where it has started nothing', () => {
    expect(secondsBelow(4300, all)).toBe(0);
  });
});
