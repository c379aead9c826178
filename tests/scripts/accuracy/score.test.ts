import { describe, expect, it } from 'vitest';
import { isExact, linesOf } from '../../../scripts/accuracy/lines.ts';
import { plannedCases, type Case } from '../../../scripts/accuracy/plan.ts';
import { pageOf } from '../../../scripts/accuracy/report.ts';
import { scoreOf } from '../../../scripts/accuracy/score.ts';
import { errorsOf } from '../../../scripts/accuracy/statistics.ts';
import { truthOf } from '../../../scripts/films/film.ts';
import { middle, turnedAbout } from '../../../src/engine/kinematics/plane.ts';
import { keypointsFrom, noKeypoints } from '../../../src/engine/pose/keypoints.ts';

const cases = plannedCases();
const named = (name: string): Case => {
  const found = cases.find(({ film }) => film.name === name);
  if (!found) throw new Error(`The plan has no ${name}.`);
  return found;
};

const butterfly = named('butterfly-front-correct-reference');
const lowElbows = named('butterfly-front-elbows-low-reference');

describe('a film that is seen without error', () => {
  const score = scoreOf(butterfly, truthOf(butterfly.film));

  it('is counted exactly, held correctly, and gets no correction', () => {
    expect(isExact(score)).toBe(true);
    expect(score.holds.map(({ heldMs, trueMs }) => heldMs - trueMs)).toEqual([0, 0]);
    expect([score.noticed, score.falseCues, score.unseenMs]).toEqual([[], [], 0]);
  });

  it('has readings near the joints', () => {
    const gaps = score.samples.filter(({ measure }) => measure === 'elbowGap');
    expect(gaps.length).toBeGreaterThan(300);
    // The nearness of the lens widens the gap of elbows before the chest, and the filters lag behind them.
    expect(errorsOf(gaps.map(({ read, truth }) => read - truth)).mae).toBeLessThan(0.15);
  });
});

describe('a bad detector shows', () => {
  it('in the count, the holds and the sight, where elbows are lost for a while', () => {
    const poses = truthOf(butterfly.film).map((pose) =>
      pose.at < 24_000 || pose.at > 26_000
        ? pose
        : {
            ...pose,
            keypoints: keypointsFrom((name) => (/elbow/.test(name) ? noKeypoints[name] : pose.keypoints[name])),
          },
    );
    const score = scoreOf(butterfly, poses);
    expect(isExact(score)).toBe(false);
    expect(score.unseenMs).toBeGreaterThan(1500);
    expect(Math.max(...score.holds.map(({ heldMs, trueMs }) => Math.abs(heldMs - trueMs)))).toBeGreaterThan(400);
  });

  it('in the delay, where everything is seen half a second late', () => {
    const late = truthOf(lowElbows.film).map((pose, index, all) => ({
      ...(all[Math.max(0, index - 8)] ?? pose),
      at: pose.at,
    }));
    const [prompt] = scoreOf(lowElbows, truthOf(lowElbows.film)).noticed;
    const [delayed] = scoreOf(lowElbows, late).noticed;
    expect(prompt?.isShown).toBe(true);
    expect((delayed?.delayMs ?? 0) - (prompt?.delayMs ?? 0)).toBeGreaterThan(400);
  });

  it('as a false correction, where a correct film is seen as a faulty one', () => {
    const score = scoreOf({ ...lowElbows, shown: { is: 'correct' } }, truthOf(lowElbows.film));
    expect(score.noticed.map(({ isShown }) => isShown)).toEqual([false]);
    expect(score.falseCues).toEqual(['elbows-up']);
  });

  it('as a set that never began, where no person is seen', () => {
    const poses = truthOf(butterfly.film).map((pose) => ({ ...pose, keypoints: noKeypoints }));
    const score = scoreOf(butterfly, poses);
    expect([score.isArmed, score.counted]).toEqual([false, 0]);
    const lines = linesOf([score]);
    expect(lines.find(({ what }) => what === 'Sets counted exactly')).toMatchObject({
      measured: '0.0 %',
      isMet: false,
    });
    expect(lines.find(({ what }) => what === 'Time not judged')).toMatchObject({ isMet: false });
  });
});

it('a fault that the figure shows as well, in whichever phase, is no false notice', () => {
  const leaning = named('head-tilt-front-leans-instead-reference');
  // A detector that draws the leaning head upright shows a tilt to the other side, with a leaning trunk.
  const poses = truthOf(leaning.film).map((pose) => {
    const { left_ear: left, right_ear: right } = pose.keypoints;
    const about = middle(left, right);
    const tilt = (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI;
    return {
      ...pose,
      keypoints: keypointsFrom((name) => {
        const keypoint = pose.keypoints[name];
        return /ear|eye|nose/.test(name) ? { ...keypoint, ...turnedAbout(keypoint, about, -1.4 * tilt) } : keypoint;
      }),
    };
  });
  const { noticed } = scoreOf(leaning, poses);
  expect(noticed.find(({ fault }) => fault === 'leans-trunk')).toMatchObject({ isShown: true });
});

it('what a desk hides of the figure is held all the same', () => {
  const squeeze = named('shoulder-blade-squeeze-side-correct-reference');
  const hidden: Case = { ...squeeze, film: { ...squeeze.film, covered: { from: 0.6, to: 1 } } };
  const holds = scoreOf(hidden, truthOf(squeeze.film)).holds;
  expect(holds).toHaveLength(2);
  for (const { heldMs, trueMs } of holds) expect(Math.abs(heldMs - trueMs)).toBeLessThan(100);
});

it('a set whose user is told that only the time is kept counts among all sets, and the line without it stands beside', () => {
  const squeeze = named('shoulder-blade-squeeze-side-correct-reference');
  // Shoulders that do not move: nothing to judge by.
  const [first] = truthOf(squeeze.film);
  const still = truthOf(squeeze.film).map((pose) => ({ ...pose, keypoints: first?.keypoints ?? pose.keypoints }));
  const [timed, judged] = [scoreOf(squeeze, still), scoreOf(butterfly, truthOf(butterfly.film))];
  expect(timed).toMatchObject({ isArmed: true, isTimed: true });
  const lines = linesOf([timed, judged]);
  expect(lines.slice(0, 2)).toMatchObject([
    { what: 'Sets counted exactly', measured: '50.0 %', isMet: false },
    { what: 'Sets counted exactly, without those told to go by time', measured: '100.0 %', isMet: true },
  ]);
  expect(lines[0]?.from).toMatch(/^n 2, .*1 of them told that only the time is kept$/);
  expect(lines[1]?.from).toMatch(/^n 1, /);
  const [held] = lines.filter(({ what }) => what.startsWith('Error of the held seconds'));
  expect(held?.from).toBe('n 2 holds; none of the 1 sets told to go by time');
});

it('where no set goes by time, both lines say the same', () => {
  const [all, judged] = linesOf([scoreOf(butterfly, truthOf(butterfly.film))]);
  expect(judged).toMatchObject({ measured: all?.measured, from: all?.from, isMet: true });
});

it('makes a page that names every failure, with plots that any reader of SVG takes', () => {
  const nobodySeen = truthOf(butterfly.film).map((pose) => ({ ...pose, keypoints: noKeypoints }));
  const scores = [scoreOf(butterfly, nobodySeen), scoreOf(lowElbows, truthOf(lowElbows.film))];
  const page = pageOf(
    {
      machine: 'a machine',
      commit: 'a commit',
      command: 'a command',
      model: 'thunder',
      people: '',
      evidence: [],
      halves: {
        'held-out': { lines: linesOf(scores.slice(0, 1)), scores: scores.slice(0, 1), everyday: [] },
        tuned: { lines: linesOf(scores), scores, everyday: [] },
      },
      motion: new Map(),
      avatars: [],
      avatarLines: [],
      beside: { 'held-out': linesOf(scores.slice(1)), tuned: [], avatars: [] },
      clips: [],
      desk: 'Nobody sat.',
      missing: ['much'],
    },
    'accuracy',
  );
  const text = page.get('accuracy.md') ?? '';
  expect(text).toContain('MoveNet Thunder');
  expect(text).toContain('**Not in it:** much');
  expect(text).toMatch(/butterfly-front-correct-reference \| inside \| never armed; counted 0 of 2/);
  expect(text).not.toContain('butterfly-front-elbows-low-reference | inside');
  // The reader meets people first, then what is held out, with both models beside each other.
  const places = [
    '## People\n',
    '## Rigged bodies',
    '## The figure: requirements, held out',
    '## The figure: requirements, tuned on',
  ].map((title) => text.indexOf(title));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
  expect(text).toMatch(/what +\| required +\| Thunder +\| Lightning/);
  for (const [name, content] of page) if (name.endsWith('.svg')) expect(content).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  for (const content of page.values()) expect(content).not.toMatch(/NaN|undefined|Infinity/);
});
