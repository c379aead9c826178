import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { type Routine, type RoutineStore } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { homeLink, routineEditorLink, routineLink } from '../../src/ui/routes.ts';
import { RoutineEditorScreen } from '../../src/ui/screens/routine-editor-screen.ts';
import { front, side, nameOf, mount, labelOf, press, linksIn, textIn, focused, deviceOf, own } from './ui-parts.ts';

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search);
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
