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

/** The verdicts on items with the constants as they are. */
export const verdictsAsTheyAre = async (load: Load, items: readonly Item[]): Promise<ReadonlyMap<Item, Verdicts>> => {
  const { verdictsOf } = load();
  const verdicts = new Map<Item, Verdicts>();
  for (const item of items) verdicts.set(item, await verdictsOf(item));
  return verdicts;
};

const shiftOf = async (
  load: Load,
  { name, value }: Constant,
  factor: Shift['factor'],
  asTheyAre: ReadonlyMap<Item, Verdicts>,
): Promise<Shift> => {
  const turned: Turned[] = [];
  try {
    const { verdictsOf } = load(name, value * factor);
    for (const [item, before] of asTheyAre) {
      const kinds = differencesOf(before, await verdictsOf(item));
      if (kinds.length > 0) turned.push({ item: item.name, is: item.is, kinds });
    }
    return { factor, turned };
  } catch (thrown) {
    return { factor, turned: [], refused: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

/** Judges items with a constant a fifth lower and a fifth higher. */
export const tryConstant = async (
  load: Load,
  constant: Constant,
  asTheyAre: ReadonlyMap<Item, Verdicts>,
): Promise<Trial> => {
  const shifts: Shift[] = [];
  for (const factor of factors) shifts.push(await shiftOf(load, constant, factor, asTheyAre));
  const count = (is: Item['is']): number => [...asTheyAre.keys()].filter((item) => item.is === is).length;
  return {
    name: constant.name,
    triedOn: { people: count('people'), recordings: count('recordings'), performances: count('performances') },
    shifts,
  };
};
