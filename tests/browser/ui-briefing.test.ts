import { afterEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import type { Demonstrate, FigureLook } from '../../src/ports/demonstration.ts';
import { en } from '../../src/texts/en/en.ts';
import { BriefingScreen } from '../../src/ui/screens/briefing-screen.ts';
import { front, side, mount, inside, labelOf, press, textIn } from './ui-parts.ts';

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('the figure of a briefing', () => {
  const { looking } = en.app.briefing;

  const briefed = async () => {
    const showFigure = vi.fn<Demonstrate>(() => Promise.resolve());
    const screen = await mount(new BriefingScreen(), { plan: planFor(front), showFigure });
    const figure = screen.renderRoot.querySelector('turning-figure');
    const stage = figure?.renderRoot.querySelector('[role=slider]');
    if (!figure || !stage) throw new Error('There is no figure.');
    await vi.waitFor(() => expect(showFigure).toHaveBeenCalled());
    const looked = async (): Promise<FigureLook | undefined> => {
      await figure.updateComplete;
      await figure.renderRoot.querySelector('figure-view')?.updateComplete;
      return showFigure.mock.lastCall?.[0].lookedAt?.();
    };
    const key = (name: string): KeyboardEvent => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
      stage.dispatchEvent(event);
      return event;
    };
    return { showFigure, figure, stage, looked, key };
  };

  it('is turned by keys and buttons, and back to the camera’s view, without restarting', async () => {
    const { showFigure, figure, stage, looked, key } = await briefed();
    expect(await looked()).toMatchObject({ turn: 0, speed: 1 });
    expect(key('ArrowRight').defaultPrevented).toBe(true);
    expect(await looked()).toMatchObject({ turn: 30 });
    expect(stage.getAttribute('aria-valuenow')).toBe('30');
    press(figure, looking.left);
    press(figure, looking.left);
    expect(await looked()).toMatchObject({ turn: -30 });
    for (let times = 0; times < 5; times += 1) key('ArrowLeft');
    expect(await looked()).toMatchObject({ turn: 180 });
    key('ArrowLeft');
    expect(await looked()).toMatchObject({ turn: 150 });
    press(figure, looking.back);
    expect(await looked()).toMatchObject({ turn: 0 });
    expect(key('ArrowUp').defaultPrevented).toBe(false);
    expect(showFigure).toHaveBeenCalledOnce();
  });

  it('is turned by dragging', async () => {
    const { stage, looked } = await briefed();
    const held = new Set<number>();
    Object.assign(stage, {
      setPointerCapture: (id: number) => held.add(id),
      hasPointerCapture: (id: number) => held.has(id),
    });
    const move = () => stage.dispatchEvent(new PointerEvent('pointermove', { pointerId: 3, movementX: 20 }));
    move();
    expect(await looked()).toMatchObject({ turn: 0 });
    stage.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 3 }));
    move();
    expect((await looked())?.turn).toBeCloseTo((270 * 20) / stage.clientWidth);
  });

  it('is slowed down and stopped', async () => {
    const { figure, looked } = await briefed();
    press(figure, looking.slow);
    expect((await looked())?.speed).toBeLessThan(1);
    press(figure, looking.pause);
    expect(await looked()).toMatchObject({ isPaused: true });
    press(figure, looking.play);
    expect(await looked()).toMatchObject({ isPaused: false });
  });

  it('shows where the camera stands from above and from the side', async () => {
    const screen = await mount(new BriefingScreen(), { plan: planFor(side) });
    const drawings = inside(screen, 'camera-place svg, svg[role=img]', SVGElement).map(labelOf);
    expect(drawings).toEqual([en.app.camera.drawing.side, en.app.camera.besideDrawing.side]);
  });

  it('shows the laptop on the desk, and asks to stay, where an exercise is judged there', async () => {
    const desk = exercises.find(({ views }) => views.front?.atDesk);
    if (!desk) throw new Error('An exercise is judged at a desk.');
    const screen = await mount(new BriefingScreen(), { plan: planFor(desk) });
    const drawings = inside(screen, 'camera-place svg, svg[role=img]', SVGElement).map(labelOf);
    expect(drawings).toEqual([en.app.camera.desk.drawing, en.app.camera.desk.besideDrawing]);
    expect(textIn(screen)).toContain(en.app.camera.desk.stay);
    expect(textIn(screen)).not.toContain(en.app.camera.hips);
  });
});
