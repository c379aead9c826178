import { describe, expect, it } from 'vitest';
import { Complaint } from '../../../scripts/analyse/complaint.ts';
import { optionsIn } from '../../../scripts/analyse/options.ts';

describe('the command line', () => {
  it('takes every option', () => {
    const args =
      'a.mp4 --exercise cheer --view front --model thunder --range personal --reps 5 --hold 2.5 --strictness 0.8 --json out.json --recording keys.json';
    expect(optionsIn(args.split(' '))).toEqual({
      files: ['a.mp4'],
      exercise: 'cheer',
      view: 'front',
      model: 'thunder',
      range: 'personal',
      reps: 5,
      holdSeconds: 2.5,
      strictness: 0.8,
      json: 'out.json',
      recording: 'keys.json',
    });
  });

  it('leaves unset options to the exercise, and accepts several files', () => {
    expect(optionsIn(['a.mp4', '--exercise', 'cheer', 'b.json'])).toMatchObject({
      files: ['a.mp4', 'b.json'],
      view: undefined,
      model: 'lightning',
      range: undefined,
      reps: undefined,
      holdSeconds: undefined,
    });
  });

  it('returns nothing where help is asked for, whatever else there is', () => {
    expect(optionsIn(['--help'])).toBeUndefined();
    expect(optionsIn(['a.mp4', '--help'])).toBeUndefined();
  });

  it.each([
    ['', 'Name a film'],
    ['--exercise cheer', 'Name a film'],
    ['a.mp4', '--exercise ID'],
    ['a.json b.mp4', '--exercise ID'],
    ['a.mp4 --exercise', "'--exercise <value>' argument missing"],
    ['a.mp4 --exercise cheer --view above', '--view takes front or side, not "above"'],
    ['a.mp4 --exercise cheer --model hail', '--model takes lightning or thunder, not "hail"'],
    ['a.mp4 --exercise cheer --range mine', '--range takes norm or personal'],
    ['a.mp4 --exercise cheer --reps 0', '--reps takes a number from 1 to 99'],
    ['a.mp4 --exercise cheer --reps 2.5', '--reps takes a whole number'],
    ['a.mp4 --exercise cheer --reps -3', "'--reps' argument is ambiguous"],
    ['a.mp4 --exercise cheer --hold long', '--hold takes a number from 1 to 120, not "long"'],
    ['a.mp4 --exercise cheer --strictness 9', '--strictness takes a number from 0.5 to 2'],
    ['a.mp4 --exercise cheer --speed 2', "Unknown option '--speed'"],
    ['a.mp4 b.mp4 --exercise cheer --recording out.json', '--recording writes the keypoints of one film'],
  ])('refuses "%s" in one line', (line, why) => {
    const read = () => optionsIn(line.split(' ').filter(Boolean));
    expect(read).toThrow(Complaint);
    expect(read).toThrow(why);
    expect(read).not.toThrow('\n');
  });
});
