import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { chanceFrom, type Chance } from '../../scripts/accuracy/random.ts';
import { analyseRecording } from '../../scripts/analyse/analysis.ts';
import { Complaint } from '../../scripts/analyse/complaint.ts';
import { exerciseFrom } from '../../scripts/analyse/plan-in.ts';
import { readRecording, recordingFrom } from '../../scripts/analyse/recording-file.ts';
import { views } from '../../src/engine/pose/view.ts';
import { exerciseById, exercises } from '../../src/exercises/registry.ts';
import { readProgress } from '../../src/session/guide/read-progress.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { doseLimits, minutesOf, readRoutine, reliefRoutine } from '../../src/session/planning/routines.ts';
import { planOf } from '../../src/session/record/export.ts';
import { readSessionExport, UnreadableSession } from '../../src/session/record/read-session.ts';
import { readSettings } from '../../src/session/settings.ts';
import { summarise } from '../../src/session/summary/summary.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { en } from '../../src/texts/en/en.ts';
import { routeOf, withSource } from '../../src/ui/routes.ts';
import { nameOfRoutine } from '../../src/ui/words/routine-in-words.ts';
import { played } from '../session/played.ts';
import { damagedJson, damagedLink } from './damage.ts';

/*
 * Files and links that are damaged by chance: each is read, or refused with a reason, within a second, and changes
 * nothing else. What is read is then used as the app uses it. `FUZZ` is the number of texts of each kind.
 */

const each = Number(process.env['FUZZ'] ?? 25);
const patience = { timeout: 60_000 + each * 400 };

/** The longest time that one text may take, ms of this process, whatever else the machine does. */
const longest = 1000;

const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What became of a text: it was read, or refused for a reason. */
type Fate = { readonly is: 'read'; readonly value: unknown } | { readonly is: 'refused'; readonly why: string };

/** Runs a reader; only the documented error is a refusal. */
const fateOf = async (read: () => unknown, documented: abstract new (...given: never[]) => Error): Promise<Fate> => {
  try {
    return { is: 'read', value: await read() };
  } catch (thrown) {
    if (!(thrown instanceof documented)) throw thrown;
    return { is: 'refused', why: thrown.message };
  }
};

/** The first object in a value, at any depth, whose prototype is not that of a plain object or array. */
const oddPrototype = (value: unknown): unknown => {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    const prototype: unknown = Object.getPrototypeOf(one);
    if (prototype !== Object.prototype && prototype !== Array.prototype) return one;
    for (const inner of Object.values(one)) left.push(inner);
  }
  return undefined;
};

const pristine = JSON.stringify([Object.prototype, Array.prototype].map((one) => Object.getOwnPropertyNames(one)));

const counts: string[] = [];
afterAll(() => console.log(`Fuzzed: ${counts.join('; ')}.`));

/** Damages samples `each` times and reads each result; returns how many were read. */
const expectReadOrRefused = async (
  kind: string,
  samples: readonly string[],
  damage: (text: string, chance: Chance) => string,
  read: (text: string, chance: Chance) => unknown,
  documented: abstract new (...given: never[]) => Error,
): Promise<void> => {
  const trace = process.env['FUZZ_TRACE'];
  let accepted = 0;
  let slowest = 0;
  for (let seed = 1; seed <= each; seed += 1) {
    const chance = chanceFrom(seed);
    const text = damage(chance.oneOf(samples), chance);
    const what = `${kind}, seed ${seed}: ${text.slice(0, 200)}`;
    if (trace) appendFileSync(trace, `${kind} ${seed} ${text.length}\n`);
    const take = async (): Promise<[Fate, number]> => {
      const begun = usedMs();
      const fate = await fateOf(() => read(text, chance), documented);
      return [fate, usedMs() - begun];
    };
    let [fate, took] = await take().catch((reason: unknown) => {
      throw new Error(what, { cause: reason });
    });
    // Once more: garbage of the texts before may have been collected.
    if (took > longest) [fate, took] = await take();
    expect({ what, isInTime: took < longest }).toEqual({ what, isInTime: true });
    if (fate.is === 'refused') expect({ what, why: fate.why }).toEqual({ what, why: expect.stringMatching(/\w+/) });
    else expect({ what, odd: oddPrototype(fate.value) }).toEqual({ what, odd: undefined });
    accepted += fate.is === 'read' ? 1 : 0;
    slowest = Math.max(slowest, took);
  }
  expect(JSON.stringify([Object.prototype, Array.prototype].map((one) => Object.getOwnPropertyNames(one)))).toBe(
    pristine,
  );
  counts.push(`${each} ${kind} (${accepted} read, slowest ${Math.ceil(slowest)} ms)`);
};

class Nothing extends Error {}

const recordings = new URL('../fixtures/recordings/', import.meta.url).pathname;

describe('damaged by chance', () => {
  it('exercise files', patience, async () => {
    const samples = exercises.map((exercise) => JSON.stringify(exercise));
    const recording = readRecording(`${recordings}cheer-front-correct.json.gz`);
    const short = { ...recording, frames: recording.frames.slice(0, 40) };
    const read = async (text: string): Promise<unknown> => {
      const exercise = exerciseFrom('one.json', text);
      expect(exerciseTextsOf(en, exercise.id).name).toEqual(expect.any(String));
      expect(minutesOf({ steps: [{ exercise: exercise.id }], restSeconds: 20 }, [exercise])).toBeGreaterThan(0);
      for (const view of views)
        if (exercise.views[view]) await analyseRecording('one', short, planFor(exercise, { view, range: 'norm' }));
      return exercise;
    };
    await expectReadOrRefused('exercise files', samples, damagedJson, read, Complaint);
  });

  it('recordings', patience, async () => {
    const names = readdirSync(recordings).filter((name) => /^(?:cheer|head-tilt).*correct\.json\.gz$/.test(name));
    const samples = names.map((name) => {
      const recording = readRecording(recordings + name);
      return JSON.stringify({ ...recording, frames: recording.frames.slice(0, 60) });
    });
    const cheer = planFor(exerciseById('cheer') ?? exercises[0]!, { range: 'norm' });
    const read = async (text: string): Promise<unknown> => {
      const recording = recordingFrom('one.json', text);
      // A long one takes its time, as a film does.
      const start = { ...recording, frames: recording.frames.slice(0, 100) };
      const { record } = await analyseRecording('one', start, cheer);
      for (const { at } of record.events) expect(at).toSatisfy(Number.isFinite);
      return recording;
    };
    await expectReadOrRefused('recordings', samples, damagedJson, read, Complaint);
  });

  it('saved sessions', patience, async () => {
    const made = await Promise.all(
      ['cheer', 'butterfly', 'head-tilt'].map((id) => played(id, { repetitions: 1 }, { reps: 1 })),
    );
    const old = [1, 2].map((version) =>
      readFileSync(new URL(`../fixtures/sessions/version-${version}.json`, import.meta.url), 'utf8'),
    );
    const samples = [...made.map(({ record }) => JSON.stringify(record)), ...old];
    const read = (text: string): unknown => {
      const session = readSessionExport(text);
      const exercise = exerciseById(session.exercise);
      if (exercise?.views[session.view]) summarise(planOf(session, exercise), session.events);
      return session;
    };
    await expectReadOrRefused('saved sessions', samples, damagedJson, read, UnreadableSession);
  });

  it('what the browser has stored', patience, async () => {
    const { record, summary } = await played('cheer', { repetitions: 1 }, { reps: 1 });
    const routine = reliefRoutine(exercises);
    const samples = [
      JSON.stringify(routine),
      JSON.stringify({ voice: false, rate: 1.5, arm: 'left', safetyAcceptedAt: 5 }),
      JSON.stringify({
        routine: 'cheer',
        link: '#/train/cheer',
        startedAt: 5,
        steps: [{ exercise: 'cheer', outcome: { summary, record }, isSkipped: false }],
        pain: [],
        current: undefined,
      }),
    ];
    const read = (text: string): unknown => {
      let stored: unknown;
      try {
        stored = JSON.parse(text);
      } catch {
        throw new Nothing('not JSON');
      }
      const own = readRoutine(stored);
      if (own) {
        expect(nameOfRoutine(own, en)).toEqual(expect.any(String));
        minutesOf(own, exercises);
      }
      return [own, readProgress(stored), readSettings(stored)];
    };
    await expectReadOrRefused('stored texts', samples, damagedJson, read, Nothing);
  });

  it('links', patience, async () => {
    const samples = [
      '#/',
      '#/settings',
      '#/exercise/cheer',
      '#/routines/upper-back-relief',
      '#/routine/upper-back-relief?source=figure&pain=off&rest=20',
      '#/routine-editor/own-abc',
      '#/train/cheer?source=camera&sets=2&reps=5&hold=6&range=norm&view=side&arm=left&strictness=0.8&speed=2',
    ];
    const read = (text: string): unknown => {
      const route = routeOf(text);
      expect(withSource(text, 'file')).toContain('source=file');
      if (route.screen === 'lost') throw new Nothing(`lost ${route.link}`);
      if (route.screen === 'training' || route.screen === 'routine-training') {
        const { sets, reps, holdSeconds, restSeconds, speed, strictness } = route.options;
        const given = { sets, reps, holdSeconds, restSeconds };
        for (const [name, { least, most }] of Object.entries(doseLimits)) {
          const value = given[name as keyof typeof given];
          expect(value === undefined || (value >= least && value <= most)).toBe(true);
        }
        expect(speed >= 1 && speed <= 4).toBe(true);
        expect(strictness === undefined || (strictness >= 0.5 && strictness <= 2)).toBe(true);
        const exercise = exerciseById(route.id);
        if (exercise) planFor(exercise, route.options);
      }
      if ('id' in route && route.id !== undefined) {
        expect(nameOfRoutine({ id: route.id }, en)).toEqual(expect.any(String));
        expect(exerciseTextsOf(en, route.id).name).toEqual(expect.any(String));
      }
      return route;
    };
    await expectReadOrRefused('links', samples, damagedLink, read, Nothing);
  });
});
