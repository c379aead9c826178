import type { Chance } from '../../scripts/accuracy/random.ts';

/*
 * Seeded damage to valid texts: what a broken disk, another program, a later version or an attacker makes of a file or a
 * link. Each text is damaged in one to three ways.
 */

type Damage = (text: string, chance: Chance) => string;

const integer = (chance: Chance, below: number): number => Math.floor(chance.within(0, below));

/** A place in a text, and one behind it, not far away. */
const stretch = (text: string, chance: Chance): readonly [from: number, to: number] => {
  const from = integer(chance, text.length);
  return [from, Math.min(text.length, from + 1 + integer(chance, 40))];
};

const spliced = (text: string, from: number, to: number, put: string): string =>
  `${text.slice(0, from)}${put}${text.slice(to)}`;

/** Replaces one match of a pattern, chosen by chance. */
const replaced = (text: string, pattern: RegExp, put: string, chance: Chance): string => {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return `${text}${put}`;
  const { index, 0: match } = chance.oneOf(found);
  return spliced(text, index, index + match.length, put);
};

/** The largest addition, characters. */
const largest = 200_000;

const oddStrings = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u0000',
  '\uD800',
  '\u202Eevil',
  'ﷺ'.repeat(50),
  '🧘🏽‍♀️',
  '<img src=x onerror=alert(1)>',
  '</script><script>',
  '${1+1}',
  '../../etc/passwd',
  'NaN',
  'x'.repeat(20_000),
];

const oddNumbers = [
  'NaN',
  '-0',
  '0',
  '-1',
  '0.5',
  '1e999',
  '-1e999',
  '1e308',
  '5e-324',
  '9007199254740993',
  '4294967296',
  '99999999',
  '1e9',
  '007',
];

const oddValues = ['null', 'true', '{}', '[]', '"1"', '[null]', '{"length":1e9}', ...oddNumbers];

const polluting = [
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '"prototype":{"polluted":true},',
  '"toString":1,"valueOf":null,',
  '"hasOwnProperty":false,',
];

const jsonNumber = /-?\d+(?:\.\d+)?/g;
const jsonString = /"[^"\\]*"/g;

/** The kinds of damage to JSON. */
const jsonDamage: Readonly<Record<string, Damage>> = {
  truncated: (text, chance) => text.slice(0, integer(chance, text.length)),
  'bit flipped': (text, chance) => {
    const bytes = Buffer.from(text);
    const at = integer(chance, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << integer(chance, 8));
    return bytes.toString('utf8');
  },
  'cut out': (text, chance) => spliced(text, ...stretch(text, chance), ''),
  doubled: (text, chance) => {
    const [from, to] = stretch(text, chance);
    return spliced(text, to, to, text.slice(from, to));
  },
  'odd number': (text, chance) => replaced(text, jsonNumber, chance.oneOf(oddNumbers), chance),
  'odd string': (text, chance) => replaced(text, jsonString, JSON.stringify(chance.oneOf(oddStrings)), chance),
  'wrong type': (text, chance) =>
    replaced(text, /(?<=:)(?:"[^"]*"|-?[\d.]+|true|false|null)/g, chance.oneOf(oddValues), chance),
  'another key': (text, chance) => replaced(text, /"[^"\\]*"(?=:)/g, JSON.stringify(chance.oneOf(oddStrings)), chance),
  polluting: (text, chance) => replaced(text, /(?<=\{)(?=")/g, chance.oneOf(polluting), chance),
  deep: (text, chance) => {
    const depth = chance.oneOf([50, 2000, 20_000]);
    const [open, close] = chance.oneOf([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    return replaced(text, jsonNumber, `${open.repeat(depth)}1${close.repeat(depth)}`, chance);
  },
  'long list': (text, chance) => {
    const [from, to] = [text.indexOf('['), text.lastIndexOf(']')];
    if (from < 0 || to < from) return text;
    const one = chance.oneOf(['0', 'null', '{}', '[]', '""']);
    return spliced(text, from + 1, to, Array.from({ length: 20_000 }, () => one).join(','));
  },
  'much repeated': (text, chance) => {
    const found = [...text.matchAll(/\{[^{}]*\}/g)];
    if (found.length === 0) return text;
    const { index, 0: one } = chance.oneOf(found);
    return spliced(text, index, index, `${one},`.repeat(Math.min(5000, Math.ceil(largest / (one.length + 1)))));
  },
  'another version': (text, chance) => text.replace(/"version":\d+/, `"version":${chance.oneOf(oddNumbers)}`),
  'later version': (text, chance) => text.replace(/"version":\d+/, `"version":${4 + integer(chance, 1000)}`),
  'something else': (_, chance) =>
    chance.oneOf([...oddValues, '', ' ', '"', 'PK\u0003\u0004', '<!doctype html>', '\uFEFF{}']),
};

const oddPieces = [
  '%',
  '%3F',
  '%3f',
  '%00',
  '%ZZ',
  '%FF%FE',
  '/',
  '//',
  '?',
  '&',
  '=',
  '#',
  '\\',
  ' ',
  '+',
  'javascript:alert(1)',
  'reps=1e9',
  '&hold=-1',
  '&strictness=NaN',
  '&speed=Infinity',
  '&sets=0x10',
  '&rest=1e999',
  '&view=__proto__',
  '&source=constructor',
  ...oddStrings,
  ...oddNumbers,
];

/** The most characters of an address in Chromium. */
const longestAddress = 2 * 1024 * 1024;

/** The kinds of damage to links. */
const linkDamage: Readonly<Record<string, Damage>> = {
  truncated: (text, chance) => text.slice(0, integer(chance, text.length)),
  'cut out': (text, chance) => spliced(text, ...stretch(text, chance), ''),
  'odd piece': (text, chance) => {
    const at = integer(chance, text.length + 1);
    return spliced(text, at, at, chance.oneOf(oddPieces));
  },
  'odd part': (text, chance) => replaced(text, /[^/?&=#]+/g, chance.oneOf(oddPieces), chance),
  'in capitals': (text) => text.toUpperCase(),
  // Half of a pair of surrogates cannot be encoded; as bytes it becomes U+FFFD.
  encoded: (text) => encodeURIComponent(Buffer.from(text).toString()),
  'much repeated': (text, chance) => {
    const times = chance.oneOf([2, 100, 5000]);
    return text.slice(0, longestAddress / times).repeat(times);
  },
};

const damagedBy =
  (kinds: Readonly<Record<string, Damage>>): Damage =>
  (text, chance) => {
    const times = 1 + integer(chance, 3);
    let damaged = text;
    for (let time = 0; time < times; time += 1) damaged = chance.oneOf(Object.values(kinds))(damaged, chance);
    return damaged;
  };

/** Damages a JSON text. */
export const damagedJson: Damage = damagedBy(jsonDamage);

/** Damages a link. */
export const damagedLink: Damage = damagedBy(linkDamage);
