import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { runAnalysis } from '../../../scripts/analyse/main.ts';
import { isRecording, readRecording } from '../../../scripts/analyse/recording-file.ts';
import { asked, keptFile } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'limber-recordings-'));
const kept = keptFile('cheer-side-short');
const written = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a recording of keypoints', () => {
  it('is recognized by its name', () => {
    expect(['a.json', 'a.json.gz', 'A.JSON', 'a.mp4', 'json.webm'].map(isRecording)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is the same packed and unpacked', () => {
    const plain = written('plain.json', gunzipSync(readFileSync(kept)));
    expect(readRecording(plain)).toEqual(readRecording(kept));
  });

  it.each([
    ['text', written('text.json', 'Limber'), 'text.json is not JSON; check'],
    ['another file', written('other.json', '{"name":"limber"}'), 'is no recording of keypoints; make one'],
    ['one that is cut off', written('cut.json.gz', readFileSync(kept).subarray(0, 500)), 'cannot be unpacked'],
    ['one of another version', written('later.json', '{"version":3,"frames":[]}'), 'is no recording of keypoints'],
  ])('is refused in one line: %s', (_, file, why) => {
    expect(() => readRecording(file)).toThrow(why);
    expect(() => readRecording(file)).not.toThrow('\n');
  });
});

describe('before anything is done', () => {
  it.each([
    ['a file that is not there', { files: [kept, 'nowhere.mp4'] }, 'There is no file nowhere.mp4'],
    ['a recording to be recorded', { files: [kept], recording: join(folder, 'k.json') }, '--recording takes a film'],
    ['a place that cannot be written', { files: [kept], json: join(folder, 'no', 'k.json') }, 'cannot be written'],
    ['an unknown exercise', { files: [kept], exercise: 'jumping' }, 'There is no exercise "jumping"'],
  ])('refuses %s', async (_, part, why) => {
    await expect(runAnalysis(asked('cheer', part))).rejects.toThrow(why);
  });
});
