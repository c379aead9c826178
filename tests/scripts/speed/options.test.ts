import { expect, it } from 'vitest';
import { optionsIn, stages } from '../../../scripts/speed/options.ts';

it('measures everything in full unless one stage or a quick run is asked for', () => {
  expect(optionsIn([])).toEqual({ stages, isQuick: false, isWriting: false });
  expect(optionsIn(['--only', 'training-480p', '--quick'])).toEqual({
    stages: ['training-480p'],
    isQuick: true,
    isWriting: false,
  });
  expect(optionsIn(['--only', 'page', '--write'])).toEqual({ stages: [], isQuick: false, isWriting: true });
  expect(optionsIn(['--help'])).toBeUndefined();
});

it('does not write what a quick run has found', () => {
  expect(() => optionsIn(['--quick', '--write'])).toThrow(/leave out --quick/);
});

it.each([[['--only', 'paint']], [['--fast']], [['--only']]])('complains about %j', (args) => {
  expect(() => optionsIn(args)).toThrow(expect.objectContaining({ name: 'Complaint' }));
});
