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

/** The exercises that are judged from the front. */
export const fronts = exercises.filter(({ view }) => view === 'front');

/** The exercises that are judged from the side. */
export const sides = exercises.filter(({ view }) => view === 'side');

/** An exercise from the front. */
export const front = firstOf(fronts);

/** An exercise from the side. */
export const side = firstOf(sides);

/** The name of an exercise by its id. */
export const nameOf = (id: string): string => en.exercises[id]?.name ?? id;

/** Puts an element with its texts and these properties into the page; resolves once it is rendered. */
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

/** The buttons in an element, at any depth. */
export const buttonsIn = (root: Element): readonly HTMLButtonElement[] => inside(root, 'button', HTMLButtonElement);

/** The words by which an element is announced. */
export const labelOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

/** Presses the button with this label; throws where there is none. */
export const press = (root: Element, label: string): void => {
  const button = buttonsIn(root).find((one) => labelOf(one) === label);
  if (!button) throw new Error(`There is no button "${label}".`);
  button.focus();
  button.click();
};

/** The addresses of the links in an element, at any depth. */
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

/** The store of a device with these routines. */
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

/** A routine of the user, with changes. */
export const own = (part: Partial<Routine> = {}): Routine => ({
  id: 'own-1',
  name: 'Morning',
  steps: [{ exercise: front.id }, { exercise: side.id }],
  restSeconds: 20,
  ...part,
});
