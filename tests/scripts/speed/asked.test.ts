import { describe, expect, it } from 'vitest';
import { askedOf } from '../../../scripts/speed/asked.ts';
import type { CandidateFigures, CandidateName } from '../../../scripts/speed/candidates.ts';
import type { Measured, Results } from '../../../scripts/speed/results.ts';
import type { TrainingFigures } from '../../../scripts/speed/training.ts';

const spread = { n: 1, quartile: 1, median: 1, p95: 1 };

const measured = <Figures>(figures: Figures): Measured<Figures> => ({
  when: '2026-01-01 12:00',
  commit: '`abc`',
  load: [0, 0],
  figures,
});

const candidate = (name: CandidateName, more: Partial<CandidateFigures>): CandidateFigures => ({
  model: 'lightning',
  candidate: name,
  turns: 3,
  ms: spread,
  rate: 1,
  overBare: 1,
  rateOverPoseDetection: 1,
  stages: {},
  agreement: undefined,
  ...more,
});

const training = (user: TrainingFigures['user'], more: Partial<TrainingFigures>): TrainingFigures => ({
  user,
  model: 'lightning',
  size: '480p',
  seconds: 60,
  rate: 25,
  processorSecondsPerMinute: 90,
  processorMsPerFrame: 60,
  counters: { processor: 0.12, busy: 0.25, script: 0, layout: 0 },
  trace: {
    busy: 0.25,
    processor: 0.2,
    kinds: {
      'taking the camera’s picture': 0,
      'engine and overlay': 0,
      'other script': 0,
      'style and layout': 0,
      painting: 0,
      other: 0,
    },
    largest: [],
    longTasks: 0,
    longScriptTasks: 0,
  },
  threads: [],
  tracedRate: 25,
  longTasks: 0,
  captureToKeypoints: spread,
  captureToEvent: spread,
  heapMb: [5, 5.5],
  tensors: [180, 180],
  ...more,
});

const found = (results: Results, what: string) => askedOf(results).find((one) => one.what.startsWith(what));

describe('what is asked of the speed', () => {
  it('is not measured, rather than met, where a stage has not run', () => {
    expect(askedOf({}).map(({ verdict }) => verdict)).toEqual(askedOf({}).map(() => 'not measured'));
  });

  it('judges the path by the frame whose time is its own, with Lightning', () => {
    const results: Results = {
      'path-480p': measured([
        candidate('limber-latency', { model: 'thunder', overBare: 1 }),
        candidate('limber-latency', { overBare: 1.21 }),
        candidate('limber-training', { overBare: 1.05 }),
      ]),
    };
    expect(found(results, 'Frame to coaching event')).toMatchObject({ measured: '1.21', verdict: 'not met' });
  });

  it('scales the main thread to twenty judged frames a second where fewer are judged', () => {
    const busyAt = (rate: number, processor: number) =>
      found(
        {
          'training-480p': measured([
            training('limber', { rate, counters: { processor, busy: 0.5, script: 0, layout: 0 } }),
          ]),
        },
        'Main thread busy',
      );
    expect(busyAt(25, 0.12)).toMatchObject({ measured: '12 %', verdict: 'met' });
    expect(busyAt(10, 0.07)).toMatchObject({ measured: '14 %', verdict: 'met' });
    expect(busyAt(10, 0.08)).toMatchObject({ measured: '16 %', verdict: 'not met' });
  });

  it('compares the processor time of a judged frame, and of a minute', () => {
    const results: Results = {
      'training-480p': measured([
        training('limber', { rate: 30, processorMsPerFrame: 45 }),
        training('demo-loop', { rate: 15, processorMsPerFrame: 60 }),
      ]),
    };
    expect(found(results, 'Processor time of a judged frame')).toMatchObject({ measured: '0.75', verdict: 'met' });
    expect(found(results, 'Processor time of a trained minute')).toMatchObject({
      measured: '1.00',
      verdict: 'not met',
    });
  });

  it('judges the warm start by the one that a service worker served, not by the browser’s own cache', () => {
    const bytes = { files: 1, raw: 1, gzip: 1 };
    const start = (judgedMs: number) => ({ paintMs: 100, judgedMs });
    const results: Results = {
      start: measured({
        cold: start(3900),
        cached: start(1400),
        stored: start(1600),
        again: start(1499),
        restarted: start(1501),
        rounds: 1,
        loaded: { beforePaint: bytes, beforeJudged: bytes },
      }),
    };
    expect(found(results, 'Warm start to the first judged frame, the first')).toMatchObject({
      measured: '1.60 s',
      verdict: 'not met',
    });
    expect(found(results, 'Warm start to the first judged frame, the next')).toMatchObject({ verdict: 'met' });
    expect(found(results, 'Warm start to the first judged frame, one after')).toMatchObject({ verdict: 'not met' });
    expect(found(results, 'Cold start')).toMatchObject({ measured: '3.90 s', verdict: 'met' });
  });
});
