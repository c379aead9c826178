import type { LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { exercises } from '../../src/exercises/registry.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import type { Demonstrate, FigureLook } from '../../src/ports/demonstration.ts';
import type { ProgressStore, RoutineProgress } from '../../src/session/guide/progress.ts';
import {
  deskRoutine,
  readRoutine,
  reliefRoutine,
  type Routine,
  type RoutineStore,
} from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import type { Wish } from '../../src/ui/ask.ts';
import { PainCheck, type PainAnswered } from '../../src/ui/elements/panels/pain-check.ts';
import { RedFlagPanel } from '../../src/ui/elements/panels/red-flag-panel.ts';
import { RestPanel } from '../../src/ui/elements/panels/rest-panel.ts';
import { homeLink, routineEditorLink, routineLink, safetyLink, settingsLink } from '../../src/ui/routes.ts';
import { BriefingScreen } from '../../src/ui/screens/briefing-screen.ts';
import { HomeScreen } from '../../src/ui/screens/home-screen.ts';
import { RoutineEditorScreen } from '../../src/ui/screens/routine-editor-screen.ts';
import { RoutineScreen } from '../../src/ui/screens/routine-screen.ts';
import { SafetyScreen } from '../../src/ui/screens/safety-screen.ts';

const fronts = exercises.filter(({ view }) => view === 'front');
const sides = exercises.filter(({ view }) => view === 'side');
const [front] = fronts;
const [side] = sides;
if (!front || !side) throw new Error('There is an exercise for each view.');
const nameOf = (id: string): string => en.exercises[id]?.name ?? id;

const mount = async <T extends LitElement>(element: T, properties: Partial<T>): Promise<T> => {
  Object.assign(element, { texts: en, ...properties });
  document.body.append(element);
  await element.updateComplete;
  return element;
};

/** The elements of a class in an element's shadow, at any depth. */
const inside = <E extends Element>(root: Element, selector: string, kind: new () => E): readonly E[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector, kind));
  const here = [...shadow.querySelectorAll(selector)].filter((found): found is E => found instanceof kind);
  return [...here, ...deeper];
};

const buttonsIn = (root: Element): readonly HTMLButtonElement[] => inside(root, 'button', HTMLButtonElement);

const labelOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

const press = (root: Element, label: string): void => {
  const button = buttonsIn(root).find((one) => labelOf(one) === label);
  if (!button) throw new Error(`There is no button "${label}".`);
  button.focus();
  button.click();
};

const linksIn = (root: Element): readonly string[] =>
  inside(root, 'a', HTMLAnchorElement).map((link) => link.getAttribute('href') ?? '');

/** All text in an element, at any depth. */
const textIn = (root: Element): string =>
  inside(root, 'h1, h2, h3, p, li, dt, dd, small, output, strong, span', HTMLElement).map(labelOf).join(' ');

/** The focused element, at any depth. */
const focused = (): Element | undefined => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found ?? undefined;
};

/** The wishes that an element dispatches. */
const wishesOf = (element: Element, ...wishes: readonly Wish[]): readonly string[] => {
  const heard: string[] = [];
  for (const wish of wishes) element.addEventListener(wish, ({ type }) => void heard.push(type));
  return heard;
};

const deviceOf = (...routines: readonly Routine[]): RoutineStore => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  const store = createRoutineStore(readRoutine, () => storage);
  for (const routine of routines) store.put(routine);
  return store;
};

/** What was left unfinished on a device. */
const leftBehind = (...progress: readonly RoutineProgress[]): ProgressStore => {
  const kept = new Map(progress.map((one) => [one.routine, one]));
  return {
    claim: () => Promise.resolve(undefined),
    claimBeside: () => ({ read: () => undefined, write: () => undefined, finish: () => undefined }),
    changes: { listen: () => () => undefined },
    left: (routines) => Promise.resolve([...kept.values()].filter(({ routine }) => routines.includes(routine))),
    forget: (routine) => void kept.delete(routine),
  };
};

const own = (part: Partial<Routine> = {}): Routine => ({
  id: 'own-1',
  name: 'Morning',
  steps: [{ exercise: front.id }, { exercise: side.id }],
  restSeconds: 20,
  ...part,
});

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('the question for pain', () => {
  const asking = async (part: Partial<PainCheck> = {}) => {
    const check = await mount(new PainCheck(), { question: 'How much?', ...part });
    const heard: unknown[] = [];
    check.addEventListener('pain-answered', (event) => heard.push((event as PainAnswered).detail));
    const numbers = [...check.renderRoot.querySelectorAll<HTMLButtonElement>('.scale button')];
    return { check, heard, numbers };
  };

  it('is answered with a number from 0 to 10, or not at all', async () => {
    const { check, heard, numbers } = await asking();
    expect(numbers.map((one) => Number.parseInt(labelOf(one), 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    press(check, en.safety.pain.skip);
    numbers[0]?.click();
    numbers[10]?.click();
    expect(heard).toEqual([undefined, 0, 10]);
  });

  it('shows that it goes on by itself, and how soon', async () => {
    const { check } = await asking({ remaining: 0.25 });
    expect(textIn(check)).toContain(en.safety.pain.byItself);
    expect(check.renderRoot.querySelector('progress')?.value).toBe(0.25);
    check.isPaused = true;
    await check.updateComplete;
    expect(textIn(check)).not.toContain(en.safety.pain.byItself);
  });

  it.each([
    [3, en.safety.pain.fine],
    [4, en.safety.pain.eased],
    [5, en.safety.pain.eased],
    [6, en.safety.pain.stopped],
  ])('shows the answer %i, also when given by a key, and what follows', async (picked, reply) => {
    const { check, numbers } = await asking();
    const status = check.renderRoot.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    check.picked = picked;
    await check.updateComplete;
    expect(numbers.filter((one) => one.getAttribute('aria-pressed') === 'true')).toEqual([numbers[picked]]);
    expect(status?.textContent).toBe(reply);
  });

  it.each([
    [1280, 720, 1],
    [390, 844, 2],
  ])('has large buttons on %i x %i, in %i rows', async (width, height, rows) => {
    await page.viewport(width, height);
    const root = document.createElement('div');
    root.style.setProperty('display', 'grid');
    const { check, numbers } = await asking();
    root.append(check);
    document.body.style.setProperty('margin', '0');
    document.body.append(root);
    const places = numbers.map((one) => one.getBoundingClientRect());
    expect(new Set(places.map(({ top }) => Math.round(top))).size).toBe(rows);
    for (const place of places) {
      expect(place.width).toBeGreaterThanOrEqual(64);
      expect(place.height).toBeGreaterThanOrEqual(64);
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(place.right).toBeLessThanOrEqual(width);
    }
  });
});

describe('the rest', () => {
  const resting = (part: Partial<RestPanel> = {}) =>
    mount(new RestPanel(), {
      done: 'Head tilt: all 4 done',
      exercise: side,
      view: 'side',
      name: nameOf(side.id),
      secondsLeft: 17,
      ...part,
    });

  it('shows what was done, what comes, and the time left, without announcing the seconds', async () => {
    const panel = await resting();
    expect(textIn(panel)).toContain('Head tilt: all 4 done');
    expect(panel.renderRoot.querySelector('h1')?.textContent).toContain(nameOf(side.id));
    const timer = panel.renderRoot.querySelector('[role=timer]');
    expect(timer?.getAttribute('aria-live')).toBe('off');
    expect(timer?.textContent).toContain('17');
  });

  it('asks to turn only where the view changes', async () => {
    const panel = await resting();
    expect(textIn(panel)).not.toContain(en.routine.rest.turn.side);
    panel.turn = 'side';
    await panel.updateComplete;
    expect(textIn(panel)).toContain(en.routine.rest.turn.side);
  });

  it('shows with the figure what comes', async () => {
    const showFigure = vi.fn<Demonstrate>(() => Promise.resolve());
    await resting({ showFigure });
    await vi.waitFor(() => expect(showFigure).toHaveBeenCalled());
    expect(showFigure.mock.lastCall?.[0]).toMatchObject({ exercise: side, view: 'side', moment: 'moving' });
  });

  it('can be shorter, longer, paused, ended, or lead back', async () => {
    const panel = await resting();
    const { rest } = en.routine;
    const heard = wishesOf(
      panel,
      'next-asked',
      'longer-asked',
      'repeat-asked',
      'pause-asked',
      'resume-asked',
      'end-asked',
    );
    for (const label of [rest.go, rest.longer, rest.pause, rest.repeat, rest.end]) press(panel, label);
    expect(heard).toEqual(['next-asked', 'longer-asked', 'pause-asked', 'repeat-asked', 'end-asked']);
    panel.isPaused = true;
    await panel.updateComplete;
    press(panel, rest.resume);
    expect(heard.at(-1)).toBe('resume-asked');
    expect(textIn(panel)).toContain(rest.paused);
  });
});

describe('safety', () => {
  it('is read before it is accepted', async () => {
    const screen = await mount(new SafetyScreen(), {});
    const { ask, stop, scale, privacy, accept } = en.safety;
    const text = textIn(screen);
    for (const line of [...ask.who, ...stop.signs, ...scale.bands.map(({ words }) => words), privacy]) {
      expect(text).toContain(line);
    }
    expect(linksIn(screen)).toEqual([homeLink]);
    const accepted = vi.fn<() => void>();
    screen.addEventListener('safety-accepted', accepted);
    press(screen, accept);
    expect(accepted).toHaveBeenCalledOnce();
  });

  it('shows what to do when something feels wrong, first of all to a screen reader', async () => {
    const panel = await mount(new RedFlagPanel(), {});
    const { redFlag } = en.safety;
    expect(labelOf(focused() ?? panel)).toBe(redFlag.title);
    const text = textIn(panel);
    for (const line of [redFlag.urgent.title, ...redFlag.urgent.signs, redFlag.ask.title, ...redFlag.ask.signs]) {
      expect(text).toContain(line);
    }
    const heard = wishesOf(panel, 'back-asked', 'home-asked');
    press(panel, redFlag.fine);
    press(panel, redFlag.home);
    expect(heard).toEqual(['back-asked', 'home-asked']);
  });
});

describe('home', () => {
  const home = (routines: RoutineStore, part: Partial<HomeScreen> = {}) =>
    mount(new HomeScreen(), { exercises, routines, unfinished: leftBehind(), ...part });

  it('begins with the routine: its exercises in order, its minutes, its start', async () => {
    const screen = await home(deviceOf());
    const card = screen.renderRoot.querySelector('routine-card');
    await card?.updateComplete;
    const steps = [...(card?.renderRoot.querySelectorAll('ol li') ?? [])].map(labelOf);
    const names = [...fronts, ...sides].map(({ id }, index) => `${index + 1}. ${nameOf(id)}`);
    expect(steps).toEqual(names);
    expect(card?.renderRoot.textContent).toMatch(/about 1\d minutes/);
    expect(linksIn(screen)).toContain(routineLink(reliefRoutine(exercises).id, 'camera'));
    expect(linksIn(screen)).toEqual(expect.arrayContaining([settingsLink, safetyLink, routineEditorLink()]));
  });

  it('shows the routine at the desk after it: two minutes, no turning', async () => {
    const screen = await home(deviceOf());
    const [, card] = screen.renderRoot.querySelectorAll('routine-card');
    await card?.updateComplete;
    expect(card?.renderRoot.textContent).toContain(en.routine.about(2));
    expect(card?.renderRoot.textContent).toContain(en.routine.turns(0));
    expect(linksIn(screen)).toContain(routineLink(deskRoutine(exercises).id, 'camera'));
  });

  it('shows that the user has no routine yet', async () => {
    expect(textIn(await home(deviceOf()))).toContain(en.routine.own.none);
    expect(textIn(await home(deviceOf(own())))).not.toContain(en.routine.own.none);
  });

  it('starts and edits the user’s routines; one without an exercise shows why it cannot be started', async () => {
    const screen = await home(deviceOf(own(), own({ id: 'own-2', name: undefined, steps: [] })));
    const links = linksIn(screen);
    expect(links).toEqual(expect.arrayContaining([routineLink('own-1', 'camera'), routineEditorLink('own-2')]));
    expect(links).not.toContain(routineLink('own-2', 'camera'));
    expect(textIn(screen)).toContain(en.routine.empty);
    expect(textIn(screen)).toContain(en.routine.unnamed);
  });

  it('deletes a routine and restores it in its place, with the keyboard', async () => {
    const routines = deviceOf(own(), own({ id: 'own-2', name: 'Noon' }), own({ id: 'own-3', name: 'Night' }));
    const screen = await home(routines);
    press(screen, `${en.routine.remove}: Noon`);
    await screen.updateComplete;
    expect(routines.all().map(({ id }) => id)).toEqual(['own-1', 'own-3']);
    expect(textIn(screen)).toContain(en.routine.removed('Noon'));
    await vi.waitFor(() => expect(labelOf(focused() ?? screen)).toBe(en.routine.undo));
    press(screen, en.routine.undo);
    await screen.updateComplete;
    expect(routines.all().map(({ id }) => id)).toEqual(['own-1', 'own-2', 'own-3']);
    await vi.waitFor(() => expect(labelOf(focused() ?? screen)).toBe('Noon'));
  });

  const left = (routine: string, link: string, done: number): RoutineProgress => ({
    routine,
    link,
    startedAt: 1,
    steps: [front, side].slice(0, done).map(({ id }) => ({ exercise: id, outcome: undefined, isSkipped: true })),
    pain: [{ exercise: front.id, moment: 'before', value: 2 }],
    current: undefined,
  });

  it('offers to resume everything that was left unfinished, each separately', async () => {
    const unfinished = leftBehind(
      left('own-1', '#/routine/own-1', 1),
      left(side.id, `#/train/${side.id}?source=camera`, 0),
    );
    const screen = await home(deviceOf(own()), { unfinished });
    const { resume } = en.routine;
    await vi.waitFor(() => expect(textIn(screen)).toContain(resume.line('Morning', 1, 2)));
    expect(textIn(screen)).toContain(resume.line(nameOf(side.id), 0, 1));
    const links: unknown[] = [];
    screen.addEventListener('resume-asked', (event) => event instanceof CustomEvent && links.push(event.detail));
    press(screen, resume.go);
    expect(links).toEqual(['#/routine/own-1']);
    press(screen, resume.forget);
    await vi.waitFor(() => expect(textIn(screen)).not.toContain(resume.line('Morning', 1, 2)));
    press(screen, resume.go);
    expect(links.at(-1)).toBe(`#/train/${side.id}?source=camera`);
  });

  it.each([
    ['nothing was left', deviceOf(own()), []],
    [
      'the figure did it, as earlier versions kept',
      deviceOf(own()),
      [left('own-1', '#/routine/own-1?source=figure', 1)],
    ],
    ['the routine was deleted since', deviceOf(), [left('own-1', '#/routine/own-1', 1)]],
    [
      'it begins with another exercise now',
      deviceOf(own({ steps: [{ exercise: side.id }] })),
      [left('own-1', '#/routine/own-1', 1)],
    ],
    ['all of it is done', deviceOf(own()), [left('own-1', '#/routine/own-1', 2)]],
  ])('offers nothing to resume where %s', async (_, routines, found) => {
    const screen = await home(routines, { unfinished: leftBehind(...found) });
    await new Promise(requestAnimationFrame);
    await screen.updateComplete;
    expect(screen.renderRoot.querySelector('resume-offer')).toBeNull();
  });

  it('shows that nothing is saved where the device refuses', async () => {
    const screen = await home(deviceOf());
    expect(textIn(screen)).not.toContain(en.app.notKept);
    screen.isKeeping = false;
    await screen.updateComplete;
    expect(textIn(screen)).toContain(en.app.notKept);
  });
});

describe('the page of a routine', () => {
  const showFigure: Demonstrate = () => Promise.resolve();
  const opened = (routine: Routine, part: Partial<RoutineScreen> = { showFigure }) =>
    mount(new RoutineScreen(), { routine, exercises, ...part });

  it('shows what each exercise asks for, and where the user turns', async () => {
    const screen = await opened(reliefRoutine(exercises));
    const steps = [...screen.renderRoot.querySelectorAll('.steps > li')];
    expect(steps).toHaveLength(exercises.length);
    expect(steps.findIndex((step) => step.querySelector('.turned'))).toBe(fronts.length);
    expect(screen.renderRoot.querySelectorAll('.turned')).toHaveLength(1);
    const { id } = reliefRoutine(exercises);
    expect(linksIn(screen)).toEqual(expect.arrayContaining([routineLink(id, 'camera'), routineLink(id, 'figure')]));
    expect(linksIn(screen)).not.toContain(routineEditorLink(id));
  });

  it('offers no figure where none can be drawn', async () => {
    const routine = reliefRoutine(exercises);
    const links = linksIn(await opened(routine, { showFigure: undefined }));
    expect(links).toContain(routineLink(routine.id, 'camera'));
    expect(links).not.toContain(routineLink(routine.id, 'figure'));
  });

  it('shows the user’s own doses, and leads to where they are edited', async () => {
    const screen = await opened(own({ steps: [{ exercise: front.id, reps: 3, holdSeconds: 9 }] }));
    expect(textIn(screen)).toContain('3 repetitions, hold 9 seconds');
    expect(linksIn(screen)).toContain(routineEditorLink('own-1'));
  });

  it('shows where its exercises no longer exist, and leaves them out', async () => {
    const screen = await opened(own({ steps: [{ exercise: 'gone' }, { exercise: side.id }] }));
    expect(screen.renderRoot.querySelectorAll('.steps > li')).toHaveLength(1);
    expect(textIn(screen)).toContain(en.routine.leftOut(1));
    expect(textIn(await opened(own()))).not.toContain(en.routine.leftOut(1));
  });

  it('cannot be started without an exercise, and shows why', async () => {
    const screen = await opened(own({ steps: [] }));
    expect(linksIn(screen)).toEqual([homeLink, routineEditorLink('own-1')]);
    expect(textIn(screen)).toContain(en.routine.empty);
  });
});

describe('the editor', () => {
  const { editor } = en.routine;
  let routines: RoutineStore;
  let screen: RoutineEditorScreen;

  const edit = async (routine?: Routine): Promise<void> => {
    routines = deviceOf(...(routine ? [routine] : []));
    screen = await mount(new RoutineEditorScreen(), { routineId: routine?.id, routines, exercises });
  };
  const settled = async (): Promise<void> => {
    await screen.updateComplete;
    for (const step of screen.renderRoot.querySelectorAll('routine-step')) await step.updateComplete;
  };
  const pressed = async (label: string): Promise<void> => {
    press(screen, label);
    await settled();
  };
  const stepsKept = (): readonly string[] => routines.all()[0]?.steps.map(({ exercise }) => exercise) ?? [];

  beforeEach(() => edit(own()));

  it('saves a new routine from its first exercise on, and at its own address', async () => {
    document.body.replaceChildren();
    await edit();
    expect(routines.all()).toEqual([]);
    expect(linksIn(screen)).toEqual([homeLink]);
    expect(textIn(screen)).toContain(en.routine.empty);
    await pressed(editor.addOne(nameOf(side.id)));
    expect(stepsKept()).toEqual([side.id]);
    const [kept] = routines.all();
    expect(location.hash).toBe(routineEditorLink(kept?.id));
    expect(linksIn(screen)).toContain(routineLink(kept?.id ?? '', 'camera'));
  });

  it('adds, moves and removes, and keeps the focus where it was', async () => {
    await pressed(editor.addOne(nameOf(front.id)));
    expect(stepsKept()).toEqual([front.id, side.id, front.id]);
    await pressed(editor.up(nameOf(side.id)));
    expect(stepsKept()).toEqual([side.id, front.id, front.id]);
    await vi.waitFor(() => expect(labelOf(focused() ?? screen)).toBe(editor.up(nameOf(side.id))));
    await pressed(editor.up(nameOf(side.id)));
    expect(stepsKept()).toEqual([side.id, front.id, front.id]);
    await pressed(editor.down(nameOf(side.id)));
    expect(stepsKept()).toEqual([front.id, side.id, front.id]);
    await vi.waitFor(() => expect(labelOf(focused() ?? screen)).toBe(editor.down(nameOf(side.id))));
    expect(screen.renderRoot.querySelector('[role=status]')?.textContent).toBe(editor.moved(nameOf(side.id), 2, 3));
    await pressed(editor.take(nameOf(side.id)));
    expect(stepsKept()).toEqual([front.id, front.id]);
    await vi.waitFor(() => expect(labelOf(focused() ?? screen)).toBe(editor.take(nameOf(front.id))));
  });

  it('changes the dose, the rest and the minutes', async () => {
    const total = (): string => screen.renderRoot.querySelector('.total strong')?.textContent ?? '';
    const before = total();
    const more = editor.more(editor.doseOf(nameOf(front.id), editor.reps));
    for (let times = 0; times < 12; times += 1) await pressed(more);
    expect(routines.all()[0]?.steps[0]?.reps).toBe(front.prescription.reps + 12);
    expect(total()).not.toBe(before);
    await pressed(editor.less(editor.doseOf(nameOf(front.id), editor.hold)));
    expect(routines.all()[0]?.steps[0]?.holdSeconds).toBe((front.prescription.hold ?? 0) / 1000 - 1);
    await pressed(editor.more(editor.rest));
    expect(routines.all()[0]?.restSeconds).toBe(25);
  });

  it('goes no lower than one repetition', async () => {
    document.body.replaceChildren();
    await edit(own({ steps: [{ exercise: side.id, reps: 1 }] }));
    await pressed(editor.less(editor.doseOf(nameOf(side.id), editor.reps)));
    expect(routines.all()[0]?.steps[0]?.reps).toBe(1);
  });

  it('accepts a name, and drops an empty one', async () => {
    const input = screen.renderRoot.querySelector('input');
    if (!input) throw new Error('There is no name.');
    for (const [name, kept] of [
      ['After lunch', 'After lunch'],
      ['', undefined],
    ] as const) {
      input.value = name;
      input.dispatchEvent(new Event('input'));
      expect(routines.all()[0]?.name).toBe(kept);
    }
  });

  it('warns when the routine turns often, and puts front views first', async () => {
    expect(textIn(screen)).not.toContain(editor.manyTurns(2));
    await pressed(editor.addOne(nameOf(front.id)));
    expect(textIn(screen)).toContain(editor.manyTurns(2));
    await pressed(editor.frontsFirst);
    expect(stepsKept()).toEqual([front.id, front.id, side.id]);
    expect(textIn(screen)).not.toContain(editor.manyTurns(2));
  });

  it('changes the view where an exercise can be judged from both', async () => {
    const both = exercises.find(({ view, views }) => view === 'side' && views.front);
    if (!both) throw new Error('There is an exercise with two views.');
    document.body.replaceChildren();
    await edit(own({ steps: [{ exercise: both.id }] }));
    await pressed(`${en.app.briefing.otherView.front}: ${nameOf(both.id)}`);
    expect(routines.all()[0]?.steps).toEqual([{ exercise: both.id, view: 'front' }]);
  });

  it('can be deleted, and restored', async () => {
    await pressed(editor.remove);
    expect(routines.all()).toEqual([]);
    expect(textIn(screen)).toContain(editor.gone);
    await pressed(en.routine.undo);
    expect(routines.all()).toEqual([own()]);
    expect(screen.renderRoot.querySelectorAll('routine-step')).toHaveLength(2);
  });

  it('reports that there is no such routine, and leads home', async () => {
    document.body.replaceChildren();
    screen = await mount(new RoutineEditorScreen(), { routineId: 'own-9', routines, exercises });
    expect(textIn(screen)).toContain(editor.gone);
    expect(linksIn(screen)).toEqual([homeLink, homeLink]);
  });

  it('skips an exercise that no longer exists', async () => {
    document.body.replaceChildren();
    await edit(own({ steps: [{ exercise: 'gone' }, { exercise: front.id }, { exercise: side.id }] }));
    await pressed(editor.take(nameOf(front.id)));
    expect(stepsKept()).toEqual([side.id]);
  });
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
