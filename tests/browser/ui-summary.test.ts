import * as v from 'valibot';
import { page } from 'vitest/browser';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { millis } from '../../src/engine/units.ts';
import { keptSession, keptSessionSchema } from '../../src/session/record/kept-session.ts';
import type { ExerciseOutcome, RoutineOutcome, RoutineStepOutcome } from '../../src/session/summary/routine-outcome.ts';
import { en } from '../../src/texts/en/en.ts';
import { AngleChart } from '../../src/ui/charts/angle-chart.ts';
import { RoutineSummaryScreen } from '../../src/ui/screens/routine-summary-screen.ts';
import { SummaryScreen } from '../../src/ui/screens/summary-screen.ts';
import { chartsOf } from '../../src/ui/charts/charts-of.ts';
import { historyOver, recordsInMemory } from '../records.ts';
import { played } from '../session/played.ts';

const words = en.app.summary;
let cheer: ExerciseOutcome;
let tilt: ExerciseOutcome;

beforeAll(async () => {
  cheer = await played('cheer', { repetitions: 3, amplitude: 0.65 }, { range: 'norm', reps: 2 });
  tilt = await played('head-tilt', { repetitions: 1, hold: millis(2600) }, { range: 'norm', reps: 1, holdSeconds: 2 });
});

afterEach(() => document.body.replaceChildren());

/** All elements in an element, through every shadow root, that match a selector. */
const inside = (root: Element, selector: string): readonly Element[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  return [
    ...shadow.querySelectorAll(selector),
    ...[...shadow.querySelectorAll('*')].flatMap((one) => inside(one, selector)),
  ];
};

const textOf = (root: Element): string =>
  inside(root, 'h1, h2, h3, p, li, dt, dd, figcaption')
    .map((one) => one.textContent)
    .join(' ')
    .replace(/\s+/g, ' ');

const settled = async (): Promise<void> => {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
};

const show = async (element: SummaryScreen | RoutineSummaryScreen | AngleChart): Promise<void> => {
  document.body.style.margin = '0';
  document.body.append(element);
  await element.updateComplete;
  await settled();
};

const summaryOf = (outcome: ExerciseOutcome, pain: SummaryScreen['pain'] = []): SummaryScreen => {
  const screen = new SummaryScreen();
  screen.summary = outcome.summary;
  screen.record = outcome.record;
  screen.kept = keptSession({
    routine: outcome.record.exercise,
    startedAt: new Date(2026, 2, 1, 9).getTime(),
    endedAt: new Date(2026, 2, 1, 9, 2).getTime(),
    why: 'completed',
    steps: [{ exercise: outcome.record.exercise, isSkipped: false, session: outcome.record }],
    pain: [...pain],
  });
  screen.pain = pain;
  screen.texts = en;
  return screen;
};

const step = (exercise: string, outcome: ExerciseOutcome | undefined, isSkipped = false): RoutineStepOutcome => ({
  exercise,
  outcome: outcome && { summary: outcome.summary, record: outcome.record },
  isSkipped,
});

const routineOf = (change: Partial<RoutineOutcome> = {}): RoutineSummaryScreen => {
  const screen = new RoutineSummaryScreen();
  screen.outcome = {
    routine: 'upper-back-relief',
    startedAt: new Date(2026, 2, 1, 9).getTime(),
    endedAt: new Date(2026, 2, 1, 9, 12).getTime(),
    steps: [
      step('cheer', cheer),
      step('head-tilt', tilt),
      step('butterfly', undefined, true),
      step('shoulder-flexion', undefined),
    ],
    pain: [
      { exercise: 'cheer', moment: 'before', value: 4 },
      { exercise: 'cheer', moment: 'after', value: undefined },
      { exercise: 'head-tilt', moment: 'after', value: 2 },
    ],
    why: 'person',
    ...change,
  };
  screen.nameOf = () => 'Upper-back relief';
  screen.texts = en;
  return screen;
};

/** What a screen saves when its button is pressed: the name of the file and its content. */
const savedBy = async (screen: Element): Promise<{ readonly name: string; readonly json: unknown }> => {
  const blobs = vi.spyOn(URL, 'createObjectURL');
  let name = '';
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  pressed(screen, words.save);
  const [file] = blobs.mock.lastCall ?? [];
  click.mockRestore();
  blobs.mockRestore();
  return { name, json: JSON.parse(file instanceof Blob ? await file.text() : 'null') };
};

const pressed = (screen: Element, name: string): void => {
  const button = inside(screen, 'button').find(({ textContent }) => textContent?.trim() === name);
  if (!(button instanceof HTMLButtonElement)) throw new Error(`There is no button ${name}.`);
  button.click();
};

const openTable = async (chart: AngleChart) => {
  const [details] = inside(chart, 'details');
  if (!(details instanceof HTMLDetailsElement)) throw new Error('There is no table.');
  details.open = true;
  await vi.waitFor(() => expect(inside(chart, 'tbody tr').length).toBeGreaterThan(0));
  return inside(chart, 'tbody tr').map((row) => [...row.children].map(({ textContent }) => textContent.trim()));
};

describe('the chart', () => {
  const chartIn = async (outcome: ExerciseOutcome) => {
    const [data] = chartsOf(outcome.record, en);
    const chart = new AngleChart();
    chart.chart = data;
    await show(chart);
    return chart;
  };

  it('has a table with the numbers of the trace, from arming on', async () => {
    const chart = await chartIn(tilt);
    const rows = await openTable(chart);
    const armedAt = tilt.record.events.find(({ type }) => type === 'armed')?.at ?? 0;
    const [left, right] = ['left', 'right'].map((side) => tilt.record.traces.find((trace) => trace.side === side));
    const traced = (left?.points ?? []).flatMap(([at, value], index) =>
      at < armedAt
        ? []
        : [[((at - armedAt) / 1000).toFixed(1), value?.toFixed(1), right?.points[index]?.[1]?.toFixed(1)]],
    );
    expect(traced.length).toBeGreaterThan(50);
    expect(rows).toEqual(traced);
    expect(inside(chart, 'thead th').map(({ textContent }) => textContent)).toEqual([
      'Seconds',
      'Left, degrees',
      'Right, degrees',
    ]);
  });

  it('draws each side with its own stroke, and has a description', async () => {
    const chart = await chartIn(tilt);
    const [picture] = inside(chart, 'svg[role=img]');
    const lines = [...(picture?.querySelectorAll('path.line') ?? [])];
    expect(lines.map((line) => getComputedStyle(line).strokeDasharray)).toEqual(['none', '7px, 5px']);
    expect(picture?.querySelector('title')?.textContent).toBe('How far your head tilts');
    expect(picture?.querySelector('desc')?.textContent).toContain('2 repetitions counted, 0 not.');
    expect(picture?.querySelectorAll('.held')).toHaveLength(2);
    expect([...(picture?.querySelectorAll('.counted text') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'L1',
      'R1',
    ]);
  });

  it('lists the cues, and marks them on the line', async () => {
    const chart = await chartIn(cheer);
    const said = cheer.record.events.flatMap((event) => (event.type === 'cue-given' ? [en.cues[event.cue]] : []));
    expect(said.length).toBeGreaterThan(0);
    expect(inside(chart, '.said li span:nth-child(2)').map(({ textContent }) => textContent)).toEqual(said);
    expect(inside(chart, '.cue')).toHaveLength(said.length);
  });

  it('is redrawn for another width, with letters of the same size', async () => {
    const chart = await chartIn(cheer);
    const heightOf = (): number => inside(chart, 'text.time')[0]?.getBoundingClientRect().height ?? 0;
    const wide = heightOf();
    chart.style.inlineSize = '340px';
    await vi.waitFor(() => expect(inside(chart, 'svg[role=img]')[0]?.getAttribute('viewBox')).toMatch(/^0 0 340 /));
    await settled();
    expect(Math.abs(heightOf() - wide)).toBeLessThan(2);
  });
});

describe('the summary of an exercise', () => {
  it('shows the result, and first the one thing to try next time', async () => {
    const screen = summaryOf(cheer, [
      { exercise: 'cheer', moment: 'before', value: 3 },
      { exercise: 'cheer', moment: 'after', value: 1 },
      { exercise: 'butterfly', moment: 'after', value: 9 },
    ]);
    await show(screen);
    const text = textOf(screen);
    expect(text).toContain(words.none);
    expect(text).toContain(words.eased(1));
    expect(text).toContain(words.pain.easier);
    expect(text).not.toContain('9 of 10');
    expect(inside(screen, '.what')[0]?.textContent).toBe(words.advice.attempt.range);
    const [thing, facts] = ['one-thing', 'dl'].map((name) => inside(screen, name)[0]?.getBoundingClientRect());
    expect(thing?.bottom).toBeLessThanOrEqual(facts?.top ?? 0);
  });

  it('is saved as the file that the history brings in', async () => {
    const screen = summaryOf(tilt, [{ exercise: 'head-tilt', moment: 'after', value: 2 }]);
    await show(screen);
    const { name, json } = await savedBy(screen);
    expect(name).toMatch(/^limber-head-tilt-.*\.json$/);
    const { history } = historyOver(recordsInMemory().store);
    const { entries, refusals } = await history.bringIn(new Blob([JSON.stringify(json)]));
    expect(refusals).toEqual([]);
    const opened = await history.open(entries[0]?.id ?? '');
    expect(opened?.steps[0]?.session?.events).toEqual(tilt.record.events);
    expect(opened?.pain).toEqual([{ exercise: 'head-tilt', moment: 'after', value: 2 }]);
  });

  it('can be repeated, and prints', async () => {
    const screen = summaryOf(tilt);
    await show(screen);
    expect(textOf(screen)).toContain('usual 30');
    const again = vi.fn<() => void>();
    screen.addEventListener('again-asked', again);
    inside(screen, '.first')[0]?.dispatchEvent(new MouseEvent('click'));
    expect(again).toHaveBeenCalledOnce();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    pressed(screen, words.print);
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  it.each(['pain', 'red-flag'])('has nothing to try after a %s', async (why) => {
    const screen = summaryOf({ ...cheer, summary: { ...cheer.summary, why } });
    await show(screen);
    expect(inside(screen, 'one-thing')).toHaveLength(0);
    expect(textOf(screen)).toContain(words.stopped);
  });
});

describe('the summary of a routine', () => {
  it('shows the whole, pain before and after, and each exercise, done or not', async () => {
    const screen = routineOf();
    await show(screen);
    const text = textOf(screen);
    expect(text).toContain('Upper-back relief');
    expect(text).toContain(words.routine.doneOf(2, 4));
    expect(text).toContain(words.pain.easier);
    const cards = inside(screen, 'article').map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    expect(cards).toHaveLength(4);
    expect(cards[0]).toContain(words.routine.counts(0, 2));
    expect(cards[1]).toContain(words.routine.counts(2, 2));
    expect(cards[2]).toContain(words.routine.skipped);
    expect(cards[3]).toContain(words.routine.notDone);
    expect(inside(screen, 'angle-chart')).toHaveLength(2);
    expect(inside(screen, '.what')[0]?.textContent).toBe(words.advice.attempt.range);
  });

  it('is saved as one file, named by the day on which it began', async () => {
    const screen = routineOf();
    await show(screen);
    const { name, json } = await savedBy(screen);
    expect(name).toBe('limber-upper-back-relief-2026-03-01.json');
    const saved = v.parse(keptSessionSchema, json);
    expect(saved.steps.map(({ session }) => session?.exercise)).toEqual(['cheer', 'head-tilt', undefined, undefined]);
    expect(saved.pain.map(({ value }) => value)).toEqual([4, undefined, 2]);
  });

  it('shows first why it ended, where there was pain', async () => {
    const screen = routineOf({ why: 'pain', steps: [] });
    const notice = document.createElement('p');
    notice.slot = 'notice';
    notice.textContent = 'Rest now.';
    screen.append(notice);
    await show(screen);
    const [heading] = inside(screen, 'h1');
    expect(heading?.textContent).toBe(words.stopped);
    expect(notice.getBoundingClientRect().height).toBeGreaterThan(0);
    expect(notice.getBoundingClientRect().bottom).toBeLessThanOrEqual(heading?.getBoundingClientRect().top ?? 0);
    expect(inside(screen, 'article')).toHaveLength(0);
  });
});

describe('on a telephone', () => {
  it.each([
    ['an exercise', () => summaryOf(cheer)],
    ['two sides', () => summaryOf(tilt)],
    ['a routine', () => routineOf()],
  ])('%s fits without scrolling sideways', async (_, make) => {
    await page.viewport(390, 844);
    await show(make());
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    const wide = inside(
      document.body.firstElementChild ?? document.body,
      'svg, .block, .fact, .button, one-thing',
    ).filter((one) => one.getBoundingClientRect().right > 390);
    expect(wide).toEqual([]);
    await page.viewport(1280, 720);
  });
});
