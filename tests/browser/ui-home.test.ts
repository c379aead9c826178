import { afterEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import type { Demonstrate } from '../../src/ports/demonstration.ts';
import type { ProgressStore, RoutineProgress } from '../../src/session/guide/progress.ts';
import { deskRoutine, reliefRoutine, type Routine, type RoutineStore } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { homeLink, routineEditorLink, routineLink, safetyLink, settingsLink } from '../../src/ui/routes.ts';
import { HomeScreen } from '../../src/ui/screens/home-screen.ts';
import { RoutineScreen } from '../../src/ui/screens/routine-screen.ts';
import {
  fronts,
  sides,
  front,
  side,
  nameOf,
  mount,
  labelOf,
  press,
  linksIn,
  textIn,
  focused,
  deviceOf,
  own,
} from './ui-parts.ts';

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

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search);
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
