import { LitElement, html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { clockAt } from '../../src/session/async/clock.ts';
import type { GuideSetting } from '../../src/session/guide/guide-setting.ts';
import type { PoseSource } from '../../src/session/ports.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { RouteController } from '../../src/ui/controllers/route-controller.ts';
import { TrainScreen } from '../../src/ui/screens/train-screen.ts';
import { filmed } from '../scenarios/play.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

afterEach(() => {
  document.body.replaceChildren();
  location.hash = '';
});

/** Moves an element to another place in the page, as an embedding page may. */
const move = (element: Element): void => {
  const place = document.createElement('div');
  document.body.append(place);
  place.append(element);
};

const onMove = vi.fn<() => void>();
class RoutedElement extends LitElement {
  readonly #routes = new RouteController(this, onMove);
  override render() {
    return html`${this.#routes.route.screen}`;
  }
}
customElements.define('routed-element', RoutedElement);

describe('an element that follows the address', () => {
  it('shows what the address names when it is attached again, though it changed meanwhile', async () => {
    location.hash = '#/settings';
    const element = new RoutedElement();
    document.body.append(element);
    await element.updateComplete;
    const before = element.renderRoot.textContent;
    onMove.mockClear();
    element.remove();
    location.hash = '#/safety';
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.textContent).not.toBe(before);
    expect(onMove).toHaveBeenCalledOnce();
  });
});

describe('a training screen', () => {
  it('continues its session when it is moved in the page', async () => {
    const closed: boolean[] = [];
    const openSource = (): Promise<PoseSource> => {
      const index = closed.push(false) - 1;
      return Promise.resolve({
        picture: document.createElement('canvas'),
        mirrored: false,
        usesGroundTruth: () => true,
        async *poses() {
          for (const pose of filmed(exercise, performanceOf(exercise.motion, { repetitions: 2 }))) {
            await new Promise((resolve) => setTimeout(resolve, 5));
            yield pose;
          }
        },
        close: () => void (closed[index] = true),
      });
    };
    const setting: GuideSetting = {
      routine: { id: 'one', restSeconds: 5, steps: [{ exercise: exercise.id }] },
      exercises,
      options: {
        source: 'figure',
        sets: undefined,
        reps: 1,
        holdSeconds: 1,
        range: 'norm',
        view: undefined,
        arm: undefined,
        strictness: 1,
        asksPain: false,
        restSeconds: undefined,
        speed: 1,
      },
      link: '#/',
      clock: clockAt(1),
      openSource,
      given: { frames: undefined, video: undefined },
      ranges: undefined,
      pageVisibility: { isVisible: true, changes: { listen: () => () => undefined } },
      wakeLock: { hold: () => undefined },
      store: undefined,
      app: '1.2.3',
      now: () => 1,
    };
    const silent = () => undefined;
    const speaker = {
      hasVoice: false,
      voiceChanges: { listen: () => silent },
      say: silent,
      play: silent,
      cancel: silent,
    };
    const settings = readSettings(undefined);
    const screen = new TrainScreen();
    Object.assign(screen, {
      setting,
      showFigure: () => Promise.resolve(),
      isFigureStill: true,
      voice: { texts: en, speaker, settings: () => settings },
      isMuted: true,
      texts: en,
    });
    document.body.append(screen);
    await vi.waitUntil(() => screen.renderRoot.querySelector('coach-view'));
    move(screen);
    expect(screen.isConnected).toBe(true);
    await vi.waitUntil(() => closed.length === 2 && closed[0] === true);
    const phases: string[] = [];
    screen.addEventListener('coached', (event) => {
      const detail = event instanceof CustomEvent ? (event.detail as CoachingEvent) : undefined;
      if (detail?.type === 'phase-changed') phases.push(detail.to);
    });
    await vi.waitUntil(() => phases.length > 0, { timeout: 20_000 });
    expect(phases[0]).toBe('neutral');
    expect(closed).toEqual([true, false]);
    screen.remove();
    await vi.waitUntil(() => closed.every(Boolean));
  });
});
