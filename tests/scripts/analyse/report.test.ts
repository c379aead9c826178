import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planIn } from '../../../scripts/analyse/plan-in.ts';
import { readRecording } from '../../../scripts/analyse/recording-file.ts';
import { reportOf } from '../../../scripts/analyse/report.ts';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { recordingOf } from '../../../src/engine/pose/recording.ts';
import { afterAnEmptyRoom, analysed, asked, keptFile, narrowed } from './kept.ts';

/** The lines of a section of a report. */
const sectionOf = (report: string, label: string): readonly string[] => {
  const lines = report.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`  ${label.padEnd(14)}`));
  if (from < 0) return [];
  const after = lines.slice(from + 1).findIndex((line) => !line.startsWith(' '.repeat(16)));
  return lines.slice(from, from + 1 + Math.max(0, after)).map((line) => line.slice(16));
};

describe('the report of a film', () => {
  it('contains the repetitions of a correct one (peak, held, tempo), and that nothing was wrong', async () => {
    const report = reportOf(
      await analysed('head-tilt-front-correct', 'head-tilt', { range: 'personal', holdSeconds: 3 }),
    );
    const [count, head, ...rows] = sectionOf(report, 'Repetitions');
    expect(count).toBe('4');
    expect(head).toMatch(/^# +side +back at +peak +held +out in +back in$/);
    expect(rows).toHaveLength(4);
    for (const row of rows)
      expect(row).toMatch(/^\d +(left|right) +\d:\d\d\.\d +\d\d degrees +5\.\d s +\d\.\d s +\d\.\d s$/);
    expect(sectionOf(report, 'Attempts')).toEqual(['none']);
    expect(sectionOf(report, 'Faults')).toEqual(['none']);
    expect(sectionOf(report, 'Holds')[0]).toMatch(/^4 of 3\.0 s or more: 5\.\d s, 5\.\d s, 5\.\d s, 5\.\d s$/);
    expect(sectionOf(report, 'Furthest')[0]).toMatch(/^left \d\d degrees, right \d\d degrees \(asked for: /);
    expect(sectionOf(report, 'Own range')).toHaveLength(2);
  });

  it('contains why attempts did not count, the faults and the cues', async () => {
    const short = reportOf(await analysed('cheer-side-short', 'cheer'));
    expect(sectionOf(short, 'Repetitions')).toEqual(['none']);
    expect(sectionOf(short, 'Attempts').join()).toMatch(/1 did not count,\d:\d\d\.\d +\w+ +\d+ degrees short/);
    const fast = reportOf(await analysed('cheer-side-fast-return', 'cheer'));
    expect(sectionOf(fast, 'Repetitions')[0]).toBe('1');
    expect(sectionOf(fast, 'Faults')).toEqual(['1 x fast-return (right)']);
    expect(sectionOf(fast, 'Cues')).toEqual(['1 x Lower slowly, count to four']);
  });

  it('contains that a front view was seen where the side was asked for, and what it waited for', async () => {
    const report = reportOf(await analysed('butterfly-front-desk', 'cheer'));
    expect(sectionOf(report, 'It saw')[0]).toMatch(/^a front view \(front 100 %/);
    expect(sectionOf(report, 'Ready')[0]).toMatch(/^never; it asked for 3\d\.\d s: "Turn sideways to the camera"$/);
    // A film is not begun by time.
    expect(sectionOf(report, 'Repetitions')).toEqual(['none']);
  });

  it('distinguishes a side view, one half-way, and one that changes', async () => {
    const [front, side] = [
      readRecording(keptFile('butterfly-front-desk')),
      readRecording(keptFile('cheer-side-short')),
    ];
    const saw = async (recording: typeof front) =>
      sectionOf(reportOf(await analysed(recording, 'butterfly')), 'It saw')[0];
    const calm = { ...front, frames: front.frames.slice(0, 36) };
    expect(await saw(side)).toMatch(/^a side view/);
    expect(await saw(narrowed(calm, 0.65))).toMatch(/^neither a front nor a side view/);
    const later = side.frames.map((frame) => ({ ...frame, at: frame.at + 41_000 }));
    expect(await saw({ ...front, frames: [...front.frames, ...later] })).toMatch(/^a changing view/);
  });

  it('states for how long no person was seen, and when', async () => {
    const recording = afterAnEmptyRoom(readRecording(keptFile('butterfly-front-correct')), 5000);
    const [nobody] = sectionOf(reportOf(await analysed(recording, 'butterfly')), 'Nobody there');
    expect(nobody).toMatch(/^\d+ % of the time, 5\.\d s: 0:00\.0-0:05\.\d$/);
    const empty = { ...recording, frames: recording.frames.slice(0, 50) };
    const report = reportOf(await analysed(empty, 'butterfly'));
    expect(sectionOf(report, 'It saw')).toEqual(['nobody (nobody in view 100 %)']);
    expect(sectionOf(report, 'Nobody there')[0]).toMatch(/^100 % of the time/);
    expect(sectionOf(report, 'Ready')[0]).toContain('Sit where the camera sees you');
  });

  it('contains what could not be seen and not be judged', async () => {
    const recording = afterAnEmptyRoom(readRecording(keptFile('butterfly-front-correct')), 5000);
    const report = reportOf(await analysed(recording, 'butterfly'));
    expect(sectionOf(report, 'Not seen')[0]).toMatch(/^your .+, for \d\.\d s$/);
  });

  it('fits a hundred columns, and reports a film without a frame', async () => {
    const reports = [
      reportOf(await analysed('flexion-extension-side-correct', 'flexion-extension')),
      reportOf(await analysed('shoulder-blade-squeeze-front-correct', 'shoulder-blade-squeeze')),
      reportOf(await analysed(recordingOf([]), 'cheer')),
    ];
    for (const line of reports.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(sectionOf(reports[2] ?? '', 'Ready')[0]).toBe('never; the film ended at "Finding you"');
  });
});

describe('the basis of judging', () => {
  it('is the norm where the exercise has one, else the own range, and every repetition', () => {
    expect(planIn(asked('cheer'))).toMatchObject({ range: { is: 'norm' }, reps: 99, view: 'side' });
    expect(planIn(asked('shoulder-blade-squeeze'))).toMatchObject({ range: { is: 'practice' } });
    expect(planIn(asked('cheer', { range: 'personal', reps: 3 }))).toMatchObject({
      range: { is: 'practice' },
      reps: 3,
    });
    expect(planIn(asked('cheer', { view: 'front', strictness: 0.8 }))).toMatchObject({
      view: 'front',
      strictness: 0.8,
    });
  });

  it('may be an exercise from a file, which is checked', () => {
    const folder = mkdtempSync(join(tmpdir(), 'limber-analyse-'));
    const written = (name: string, content: unknown): string => {
      const file = join(folder, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    };
    const cheer = exerciseById('cheer');
    expect(planIn(asked(written('own.json', { ...cheer, id: 'own' }))).exercise.id).toBe('own');
    expect(() => planIn(asked(written('bad.json', { ...cheer, sides: 'both' })))).toThrow(
      /bad\.json is no exercise.*: sides: /,
    );
    expect(() => planIn(asked(written('broken.json', '{')))).toThrow('is not JSON');
  });

  it.each([
    ['jumping', {}, /There is no exercise "jumping": take butterfly, .+, or a JSON file/],
    ['head-tilt', { view: 'side' as const }, 'head-tilt has no rules for the side view; take --view front.'],
  ])('refuses %s %j with what to do', (exercise, part, why) => {
    expect(() => planIn(asked(exercise, part))).toThrow(why);
  });
});
