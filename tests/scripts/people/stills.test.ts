import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scoreStills, type Hits } from '../../../scripts/people/stills.ts';
import { stillsOf, stillsReport } from '../../../scripts/people/stills-report.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { keypointNames } from '../../../src/engine/pose/keypoints.ts';
import { millis } from '../../../src/engine/units.ts';

const still = (name: string, session: number, jointAngles: JointAngles) => {
  const { keypoints } = posesThrough(poseBody(jointAngles, adult), briefingCamera('front'), millis(0));
  return {
    class: name,
    session,
    keypoints: keypointNames.map((one) => [keypoints[one].x, keypoints[one].y, keypoints[one].score]),
  };
};

const folderWith = (content: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stills-'));
  mkdirSync(join(folder, 'head-tilt-stills'));
  writeFileSync(join(folder, 'head-tilt-stills', 'stills.json.gz'), gzipSync(JSON.stringify(content)));
  return folder;
};

const raised = { clavicleElevation: 26 };
/** Session 4 has a centre that is tilted by five degrees; session 6 has none. */
const made = folderWith({
  version: 1,
  frame: { width: 480, height: 360 },
  stills: [
    still('center', 0, {}),
    still('left', 0, { neckSideBend: 34 }),
    still('right', 0, { neckSideBend: -34 }),
    still('wrong-left-shoulder', 0, { neckSideBend: 34, left: raised }),
    still('wrong-right-forward', 0, { neckSideBend: -34, neckFlexion: 30 }),
    still('center', 4, { sideLean: 5 }),
    still('left', 4, { sideLean: 5, neckSideBend: 34 }),
    // A shoulder that was to be raised, and is not.
    still('wrong-right-shoulder', 4, { sideLean: 5, neckSideBend: -34 }),
    still('half-left', 6, { neckSideBend: 17 }),
    still('wrong-right-shoulder', 6, { neckSideBend: -34, right: raised }),
  ],
});

describe('the scores of stills', () => {
  it('count what is told by class, a session against its own centre', () => {
    const scores = scoreStills(made, 'odd');
    expect(scores.raised).toEqual({ left: { hits: 1, of: 1 }, right: { hits: 0, of: 1 } });
    expect(scores.falseShoulder).toEqual({ hits: 0, of: 5 });
    expect(scores.falseChin).toEqual({ hits: 0, of: 5 });
    expect(scores.forward).toEqual({ hits: 1, of: 1 });
    expect(scores.whole).toEqual({ hits: 3, of: 3 });
    const centre = scores.classes.find((one) => one.class === 'center');
    expect(centre).toMatchObject({ stills: 2, reached: 0, attempts: 0, left: 0, right: 0, chin: 0 });
  });

  it('judge nothing where the tilt is not seen', () => {
    const hidden = still('wrong-left-forward', 0, { neckSideBend: 34, neckFlexion: 30 });
    const earless = hidden.keypoints.map((point, index) => (keypointNames[index] === 'left_ear' ? [0, 0, 0] : point));
    const stills = [still('center', 0, {}), { ...hidden, keypoints: earless }];
    const scores = scoreStills(folderWith({ version: 1, frame: { width: 480, height: 360 }, stills }));
    expect(scores.classes[1]).toMatchObject({ stills: 1, unseen: 1, attempts: 0, chin: 0 });
    expect(scores.forward).toEqual({ hits: 0, of: 0 });
  });

  it('keep the halves apart', () => {
    const scores = scoreStills(made, 'even');
    expect(scores.classes.map((one) => one.class)).toEqual(['half-left', 'wrong-right-shoulder']);
    expect(scores.classes[0]).toMatchObject({ stills: 1, reached: 0, attempts: 1, left: 0, right: 0 });
    expect(scores.raised.right).toEqual({ hits: 1, of: 1 });
    expect(scores.falseInHalf).toEqual({ hits: 0, of: 1 });
  });

  it('are reported for each half that is wanted, held out first', () => {
    const report = stillsReport(stillsOf(made, 'all')).join('\n');
    expect(report.match(/^### .*$/gm)).toEqual([
      '### Head tilts on stills: held out',
      '### Head tilts on stills: tuning',
    ]);
    expect(report).toMatch(/^- Raised shoulder, told: left –, right 1 of 1 .*$/m);
    expect(report).toMatch(/^- Raised shoulder, told: left 1 of 1 \(.*\), right 0 of 1 .*$/m);
    expect(stillsReport(stillsOf(made, 'odd'))[0]).toContain('tuning');
    expect(stillsOf(tmpdir(), 'all')).toEqual([]);
  });

  it('complain of a file that holds something else', () => {
    expect(() => scoreStills(folderWith({ version: 1, stills: [{ class: 'upside-down' }] }))).toThrow(
      /does not hold stills/,
    );
  });
});

const people = process.env['LIMBER_PEOPLE'];

describe.skipIf(!people)('people on stills (LIMBER_PEOPLE)', () => {
  const share = ({ hits, of }: Hits): number => hits / of;

  it.each(['odd', 'even'] as const)('are told of a raised shoulder on either side, and rarely in vain: %s', (half) => {
    const { raised: told, falseShoulder, falseChin, forward, whole } = scoreStills(people ?? '', half);
    expect(share(told.left)).toBeGreaterThanOrEqual(0.8);
    expect(share(told.right)).toBeGreaterThanOrEqual(0.8);
    expect(share(forward)).toBeGreaterThanOrEqual(0.8);
    expect(falseShoulder.hits + falseChin.hits).toBeLessThanOrEqual(1);
    expect(share(whole)).toBe(1);
  });
});
