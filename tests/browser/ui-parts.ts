import type { LitElement } from 'lit';
import { exercises } from '../../src/exercises/registry.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { readRoutine, type Routine, type RoutineStore } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';

/* What tests of screens and elements do with them. */

/** The first that there is. */
export const firstOf = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error('There is none.');
  return first;
};

export const fronts = exercises.filter(({ view }) => view === 'front');

export const sides = exercises.filter(({ view }) => view === 'side');

export const front = firstOf(fronts);

export const side = firstOf(sides);

export const nameOf = (id: string): string => en.exercises[id]?.name ?? id;

export const mount = async <T extends LitElement>(element: T, properties: Partial<T>): Promise<T> => {
  Object.assign(element, { texts: en, ...properties });
  document.body.append(element);
  await element.updateComplete;
  return element;
};

/** The elements of a class in an element's shadow, at any depth. */
export const inside = <E extends Element>(root: Element, selector: string, kind: new () => E): readonly E[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector, kind));
  const here = [...shadow.querySelectorAll(selector)].filter((found): found is E => found instanceof kind);
  return [...here, ...deeper];
};

export const buttonsIn = (root: Element): readonly HTMLButtonElement[] => inside(root, 'button', HTMLButtonElement);

export const labelOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

export const press = (root: Element, label: string): void => {
  const button = buttonsIn(root).find((one) => labelOf(one) === label);
  if (!button) throw new Error(`There is no button "${label}".`);
  button.focus();
  button.click();
};

export const linksIn = (root: Element): readonly string[] =>
  inside(root, 'a', HTMLAnchorElement).map((link) => link.getAttribute('href') ?? '');

/** All text in an element, at any depth. */
export const textIn = (root: Element): string =>
  inside(root, 'h1, h2, h3, p, li, dt, dd, small, output, strong, span', HTMLElement).map(labelOf).join(' ');

/** The focused element, at any depth. */
export const focused = (): Element | undefined => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found ?? undefined;
};

export const deviceOf = (...routines: readonly Routine[]): RoutineStore => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  const store = createRoutineStore(readRoutine, () => storage);
  for (const routine of routines) store.put(routine);
  return store;
};

export const own = (part: Partial<Routine> = {}): Routine => ({
  id: 'own-1',
  name: 'Morning',
  steps: [{ exercise: front.id }, { exercise: side.id }],
  restSeconds: 20,
  ...part,
});
