import { page } from 'vitest/browser';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { millis } from '../../src/engine/units.ts';
import { exerciseById } from '../../src/exercises/registry.ts';
import { clockAt } from '../../src/session/async/clock.ts';
import type { GuideSetting } from '../../src/session/guide/guide-setting.ts';
import type { RoutineOutcome } from '../../src/session/summary/routine-outcome.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { SummaryScreen } from '../../src/ui/screens/summary-screen.ts';
import { TrainScreen } from '../../src/ui/screens/train-screen.ts';
import { tokens } from '../../src/ui/styles/tokens.ts';
import { filmed } from '../scenarios/play.ts';

const exercise = exerciseById('butterfly');
if (!exercise) throw new Error('The butterfly is missing.');
const { train } = en.app;

const sheet = document.createElement('style');
beforeAll(async () => {
  await page.viewport(1280, 720);
  sheet.textContent = `${tokens.cssText.replace(':host', ':root')} body { margin: 0; font-family: var(--font); }`;
  document.head.append(sheet);
});
afterAll(() => sheet.remove());
afterEach(() => document.body.replaceChildren());

/** The figure does the butterfly three times; it stands still from its first counted repetition until it may go on. */
const standingStill = () => {
  let isFree = false;
  let isCounted = false;
  const mayMove = (): boolean => isFree || !isCounted;
  return {
    goOn: () => {
      isFree = true;
    },
    hear: ({ type }: CoachingEvent) => {
      isCounted ||= type === 'rep-completed' || type === 'repetition-timed';
    },
    async *poses(signal: AbortSignal) {
      const performance = performanceOf(exercise.motion, { repetitions: 3, hold: millis(1600) });
      for (const [index, pose] of filmed(exercise, performance, { framesPerSecond: 12 }).entries()) {
        // The page draws now and then.
        if (index % 12 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
        yield pose;
        while (!mayMove() && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
};

/** A training screen on which one repetition of five is done. */
const trained = async (range: 'norm' | 'timed' = 'norm') => {
  const figure = standingStill();
  const silent = (): void => undefined;
  const setting: GuideSetting = {
    routine: { id: 'one', restSeconds: 5, steps: [{ exercise: exercise.id }] },
    exercises: [exercise],
    options: {
      source: 'figure',
      sets: undefined,
      reps: 5,
      holdSeconds: 1,
      range,
      view: undefined,
      arm: undefined,
      strictness: 1,
      asksPain: false,
      restSeconds: 20,
      speed: 1,
    },
    link: '#/',
    clock: clockAt(1),
    openSource: () =>
      Promise.resolve({
        picture: document.createElement('canvas'),
        mirrored: false,
        usesGroundTruth: () => true,
        poses: (signal) => figure.poses(signal),
        close: silent,
      }),
    given: { frames: undefined, video: undefined },
    ranges: undefined,
    pageVisibility: { isVisible: true, changes: { listen: () => silent } },
    wakeLock: { hold: silent },
    store: undefined,
    app: '1.2.3',
    now: () => 1,
  };
  const screen = new TrainScreen();
  Object.assign(screen, {
    setting,
    voice: {
      texts: en,
      speaker: { hasVoice: false, voiceChanges: { listen: () => silent }, say: silent, play: silent, cancel: silent },
      settings: () => readSettings(undefined),
    },
    texts: en,
    showFigure: () => new Promise(() => undefined),
    isFigureStill: true,
  });
  const events: CoachingEvent[] = [];
  screen.addEventListener('coached', (event) => {
    const { detail } = event as CustomEvent<CoachingEvent>;
    events.push(detail);
    figure.hear(detail);
  });
  const over = new Promise<RoutineOutcome>((resolve) => {
    screen.addEventListener('training-over', (event) => resolve((event as CustomEvent<RoutineOutcome>).detail));
  });
  document.body.append(screen);
  const view = () => screen.renderRoot.querySelector('coach-view');
  const shown = (selector: string, within = 'p'): string =>
    view()?.renderRoot.querySelector(selector)?.shadowRoot?.querySelector(within)?.textContent.trim() ?? '';
  const count = (): string => shown('rep-count', '.unseen');
  await vi.waitFor(() => expect(count()).toBe(train[range === 'timed' ? 'timed' : 'counted'](1, 5)), {
    timeout: 30_000,
  });
  return { screen, view, events, over, goOn: figure.goOn, count, note: () => shown('rep-count', '.note'), shown };
};

const press = (key: string): void => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
};

const corrections = (events: readonly CoachingEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'count-corrected' ? [`${event.by} ${event.of} ${event.number}`] : []));

describe('a miscount is put right', () => {
  it('by two buttons, with the count, its note and a line that a screen reader reads', async () => {
    const { count, note, shown, view, events } = await trained();
    await page.getByRole('button', { name: train.addOne }).click();
    await vi.waitFor(() => expect(count()).toBe(train.counted(2, 5)));
    expect(note()).toBe('+1 by you');
    expect(shown('caption-line')).toBe('2 now. One by your own count.');
    // Longer than the voice may wait with the count alone, which says less.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(shown('caption-line')).toBe('2 now. One by your own count.');
    const line = view()?.renderRoot.querySelector('caption-line');
    expect(line?.hasAttribute('data-silent')).toBe(false);
    expect(line?.shadowRoot?.querySelector('p')?.getAttribute('aria-live')).toBe('polite');
    const takeBack = page.getByRole('button', { name: train.takeBack });
    await takeBack.click();
    await vi.waitFor(() => expect(shown('caption-line')).toBe('1 now, as I counted.'));
    expect(note()).toBe('');
    await takeBack.click();
    await vi.waitFor(() => expect(shown('caption-line')).toBe('0 now. One taken back.'));
    await expect.element(takeBack).toBeDisabled();
    expect(corrections(events)).toEqual(['1 own 2', '-1 own 1', '-1 judged 0']);
  });

  it('by keys; a remote leads on while the user does not pause', async () => {
    const { count, events, over } = await trained();
    const keys = [
      ['+', '-'],
      ['=', '-'],
      ['ArrowUp', 'ArrowDown'],
    ] as const;
    for (const [plus, minus] of keys) {
      press(plus);
      await vi.waitFor(() => expect(count()).toBe(train.counted(2, 5)));
      press(minus);
      await vi.waitFor(() => expect(count()).toBe(train.counted(1, 5)));
    }
    expect(corrections(events)).toEqual(keys.flatMap(() => ['1 own 2', '-1 own 1']));
    press('PageDown');
    expect((await over).steps[0]?.isSkipped).toBe(true);
  });

  it('by a remote while the user pauses: forward adds one, back takes one away; arrows still lead on', async () => {
    const { view, events, over } = await trained();
    const panel = () => view()?.renderRoot.querySelector('pause-panel') ?? undefined;
    const line = (): string => panel()?.querySelector('[role=status]')?.textContent ?? '';
    press('.');
    await vi.waitFor(() => expect(line()).toBe(train.counted(1, 5)));
    expect(panel()?.textContent).toContain(train.remote);
    press('PageDown');
    await vi.waitFor(() => expect(line()).toBe('2 now. One by your own count.'));
    press('PageUp');
    await vi.waitFor(() => expect(line()).toBe(train.counted(1, 5)));
    await page.getByRole('button', { name: train.addOne }).click();
    await vi.waitFor(() => expect(line()).toBe('2 now. One by your own count.'));
    expect(corrections(events)).toEqual(['1 own 2', '-1 own 1', '1 own 2']);
    press('ArrowRight');
    expect((await over).steps[0]?.isSkipped).toBe(true);
  });

  it('and is in the summary, apart from what was judged', async () => {
    const { goOn, over } = await trained();
    press('+');
    press('+');
    goOn();
    const { steps } = await over;
    const outcome = steps[0]?.outcome;
    expect(outcome?.summary.repetitions.map(({ number }) => number)).toEqual([1, 4, 5]);
    expect(outcome?.summary.why).toBe('completed');
    const screen = new SummaryScreen();
    Object.assign(screen, { summary: outcome?.summary, record: outcome?.record, texts: en });
    document.body.replaceChildren(screen);
    await screen.updateComplete;
    const facts = [...screen.renderRoot.querySelectorAll('.fact')].map(
      (fact) => `${fact.querySelector('dt')?.textContent}: ${fact.querySelector('dd')?.textContent}`,
    );
    expect(facts).toContain(`${en.app.summary.repetitions}: 5 / 5`);
    expect(facts).toContain(`${en.app.summary.ownCount}: 2`);
    expect(screen.renderRoot.querySelector('h1')?.textContent).toBe(en.app.summary.done);
  });
});

it('where only the time is kept there is nothing to put right', async () => {
  const { count, events } = await trained('timed');
  expect(page.getByRole('button', { name: train.addOne }).elements()).toEqual([]);
  press('+');
  press('.');
  press('-');
  expect(count()).toBe(train.timed(1, 5));
  expect(corrections(events)).toEqual([]);
});
