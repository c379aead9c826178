import type { Constant } from './constants.ts';
import { verdictKinds, type Item, type VerdictKind, type Verdicts } from './judging.ts';
import type { Load } from './shifting.ts';

/** By what a constant is multiplied: a fifth less, and a fifth more. */
export const factors = [0.8, 1.2] as const;

/** A set that is judged differently with a constant at another value. */
export interface Turned {
  readonly item: string;
  readonly is: Item['is'];
  /** Which verdicts on it are others. */
  readonly kinds: readonly VerdictKind[];
}

/** What a shift of a constant turned. */
export interface Shift {
  readonly factor: (typeof factors)[number];
  readonly turned: readonly Turned[];
  /** The error that the shifted value caused, such as one that the schema of exercises refuses. */
  readonly refused?: string;
}

/** A constant that was tried. */
export interface Trial {
  readonly name: string;
  /** On how many items of each kind it was tried. */
  readonly triedOn: Readonly<Record<Item['is'], number>>;
  readonly shifts: readonly Shift[];
}

/** Which kinds of verdicts differ. */
export const differencesOf = (one: Verdicts, other: Verdicts): readonly VerdictKind[] =>
  verdictKinds.filter((kind) => one[kind] !== other[kind]);

/** The verdicts on items with the constants as they are; each is judged when it is first asked for. */
export const verdictsAsTheyAre = (load: Load): ((item: Item) => Promise<Verdicts>) => {
  const { verdictsOf } = load();
  const verdicts = new Map<Item, Promise<Verdicts>>();
  return (item) => {
    const known = verdicts.get(item) ?? verdictsOf(item);
    verdicts.set(item, known);
    return known;
  };
};

/** What is shifted, and on what it is tried. */
export interface Trying {
  readonly load: Load;
  readonly asTheyAre: (item: Item) => Promise<Verdicts>;
  readonly items: readonly Item[];
}

/** What a shift of some constants turns; of several no more than the first set is looked for. */
const shiftOf = async (
  { load, asTheyAre, items }: Trying,
  constants: readonly Constant[],
  factor: Shift['factor'],
): Promise<Shift> => {
  const turned: Turned[] = [];
  try {
    const { verdictsOf } = load(new Map(constants.map(({ name, value }) => [name, value * factor])));
    for (const item of items) {
      const kinds = differencesOf(await asTheyAre(item), await verdictsOf(item));
      if (kinds.length > 0) turned.push({ item: item.name, is: item.is, kinds });
      if (turned.length > 0 && constants.length > 1) break;
    }
    return { factor, turned };
  } catch (thrown) {
    return { factor, turned: [], refused: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

/** What each constant turns, in their order: those that turn nothing together are taken to turn nothing alone. */
const shiftsOf = async (
  trying: Trying,
  constants: readonly Constant[],
  factor: Shift['factor'],
): Promise<readonly Shift[]> => {
  const together = await shiftOf(trying, constants, factor);
  if (constants.length === 1) return [together];
  if (together.turned.length === 0 && together.refused === undefined) return constants.map(() => together);
  const half = Math.ceil(constants.length / 2);
  return [
    ...(await shiftsOf(trying, constants.slice(0, half), factor)),
    ...(await shiftsOf(trying, constants.slice(half), factor)),
  ];
};

/** Judges items with each of some constants a fifth lower and a fifth higher. */
export const tryConstants = async (trying: Trying, constants: readonly Constant[]): Promise<readonly Trial[]> => {
  const shifts: (readonly Shift[])[] = [];
  for (const factor of factors) shifts.push(await shiftsOf(trying, constants, factor));
  const count = (is: Item['is']): number => trying.items.filter((item) => item.is === is).length;
  const triedOn = { people: count('people'), recordings: count('recordings'), performances: count('performances') };
  return constants.map(({ name }, index) => ({
    name,
    triedOn,
    shifts: shifts.flatMap((ofFactor) => ofFactor[index] ?? []),
  }));
};
