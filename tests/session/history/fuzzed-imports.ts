import { chanceFrom, type Chance } from '../../../scripts/accuracy/random.ts';

/** A file that was damaged, and how. */
export interface Fuzzed {
  readonly how: string;
  readonly file: Blob;
}

type Damage = (text: string, chance: Chance) => BlobPart[];

const whole = (chance: Chance, below: number): number => Math.min(below - 1, Math.floor(chance.within(0, below)));

/** A number, list or text in the file that is replaced. */
const values = [
  '-1',
  '1e999',
  'null',
  '"text"',
  '[]',
  '{}',
  'true',
  '1.5',
  '""',
  '99999999999999999999',
  '[[[[]]]]',
  '{"__proto__":{"polluted":1}}',
  '"__proto__"',
];

/** Replaces a value, chosen anywhere in the file; `name` of a field, or any. */
const withOther = (text: string, chance: Chance, at: RegExp): string => {
  const found = [...text.matchAll(at)];
  const one = found[whole(chance, Math.max(1, found.length))];
  if (!one) return text;
  const from = one.index + one[0].length - (one[1]?.length ?? 0);
  return text.slice(0, from) + chance.oneOf(values) + text.slice(from + (one[1]?.length ?? 0));
};

/** Puts more text behind a field of a session, and leaves its checksum as it was. */
const inserted = (text: string, chance: Chance, more: string): string => {
  const places = [...text.matchAll(/[{,](?=")/g)];
  const one = places[whole(chance, Math.max(1, places.length))];
  if (!one) return text;
  return `${text.slice(0, one.index + 1)}${more},${text.slice(one.index + 1)}`;
};

const damages: Readonly<Record<string, Damage>> = {
  truncated: (text, chance) => [text.slice(0, whole(chance, text.length))],
  'cut at the front': (text, chance) => [text.slice(1 + whole(chance, text.length - 1))],
  'bits flipped': (text, chance) => {
    const bytes = new TextEncoder().encode(text);
    for (let flips = 1 + whole(chance, 4); flips > 0; flips -= 1) {
      const at = whole(chance, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << whole(chance, 8));
    }
    return [bytes];
  },
  'a part twice': (text, chance) => {
    const [from, to] = [whole(chance, text.length), whole(chance, text.length)].toSorted((one, other) => one - other);
    return [text.slice(0, to), text.slice(from)];
  },
  'a part missing': (text, chance) => {
    const from = whole(chance, text.length);
    return [text.slice(0, from), text.slice(from + 1 + whole(chance, 2000))];
  },
  'lines in another order': (text, chance) => {
    const lines = text.split('\n');
    const [one, other] = [whole(chance, lines.length), whole(chance, lines.length)];
    return [
      lines
        .with(one, lines[other] ?? '')
        .with(other, lines[one] ?? '')
        .join('\n'),
    ];
  },
  'a wrong type': (text, chance) => [withOther(text, chance, /"\w+":("[^"]*"|-?[\d.]+|true|false|null)/g)],
  'a prototype key': (text, chance) => {
    const key = chance.oneOf(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']);
    return [inserted(text, chance, `"${key}":${chance.oneOf(values)}`)];
  },
  'a future version': (text, chance) => [
    withOther(text, chance, /"version":(\d+)/g).replace(/"version":1\b/, `"version":${1 + whole(chance, 3)}`),
  ],
  'deeply nested': (text, chance) => {
    const deep = 1000 + whole(chance, 60_000);
    return [inserted(text, chance, `"deep":${'['.repeat(deep)}${']'.repeat(chance.oneOf([deep, deep - 1]))}`)];
  },
  'another file': (_, chance) => [
    chance.oneOf(['', '{}', '[]', 'null', '7', '"limber-sessions"', 'a,b\r\n1,2\r\n', '\u0000\u0001', '%PDF-1.7']),
  ],
  'formatted by an editor': (text, chance) => {
    try {
      return [JSON.stringify(JSON.parse(text), undefined, chance.oneOf([1, 2, '\t']))];
    } catch {
      return [text];
    }
  },
};

/** The kinds of damage. */
export const damageKinds = Object.keys(damages);

/** Damages the text of a file; the same seed does the same. */
export const fuzzed = (text: string, seed: number): Fuzzed => {
  const chance = chanceFrom(seed);
  const how = damageKinds[seed % damageKinds.length] ?? '';
  return { how, file: new Blob(damages[how]?.(text, chance) ?? [text]) };
};
