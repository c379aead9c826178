import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type ESTree } from 'vite';
import { views, type View } from '../../src/engine/pose/view.ts';
import { root } from '../accuracy/pages.ts';
import { commentsIn, type CommentBefore } from './comments.ts';

/** A number with a name in the sources: a constant of the engine, or a number in the definition of an exercise. */
export interface Constant {
  /** Unique, such as `repetition/ready.openingDwell` or `cheer.side.leans-back.trunkLean`. */
  readonly name: string;
  /** The path from the folder of the repository. */
  readonly file: string;
  readonly line: number;
  readonly value: number;
  /** Where the number, or the sum of numbers, is in the text. */
  readonly start: number;
  readonly end: number;
  /** The comment above it; empty where it has none. */
  readonly comment: string;
  /** The exercise whose definition has it; `undefined`: a constant of the engine. */
  readonly exercise: string | undefined;
  /** The view whose rules have it; `undefined`: it is of no view, or of both. */
  readonly view: View | undefined;
}

/** Parts of the sources whose numbers are no rules, and what they are. */
export const skippedFiles: Readonly<Record<string, string>> = {
  'src/engine/figure/': 'the body of the figure and its motion',
  'src/engine/performer/': 'the figure that follows the coach',
  'src/engine/kinematics/mark.ts': 'how a measure is drawn',
  'src/engine/coach/target-mark.ts': 'how a target is drawn',
  'src/engine/exercise/exercise.ts': 'the limits of the schema',
  'src/engine/exercise/cues.ts': 'the order of the cues',
  'src/engine/exercise/events.ts': 'the schema of the events',
  'src/engine/pose/orientation.ts': 'signs of directions',
  'src/engine/pose/recording.ts': 'the format of recordings',
  'src/engine/units.ts': 'units',
  'src/exercises/registry.ts': 'the list of the exercises',
};

/** Entries of an exercise whose numbers are no rules. */
export const skippedEntries: readonly string[] = ['order', 'prescription', 'motion', 'shownBy'];

/** Entries that only group others: a name is the same without them. */
const grouping: ReadonlySet<string> = new Set(['views', 'faults', 'ends', 'when']);

type Node = ESTree.Expression | ESTree.SpreadElement;

/** The value of numbers that are only added, multiplied and so on; `undefined` where anything else is involved. */
const valueOf = (node: Node | ESTree.PrivateIdentifier): number | undefined => {
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = valueOf(node.argument);
    return value === undefined ? undefined : -value;
  }
  if (node.type !== 'BinaryExpression') return undefined;
  const [left, right] = [valueOf(node.left), valueOf(node.right)];
  if (left === undefined || right === undefined) return undefined;
  return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[node.operator as string];
};

/** The name of a key of an object; `undefined` where it is computed. */
const keyOf = ({ key, computed }: ESTree.ObjectProperty): string | undefined => {
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
};

/** What names an object in a list: its id or name, or the constant that it extends. */
const nameIn = (node: Node): string | undefined => {
  if (node.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    const { value, isName } =
      property.type === 'Property'
        ? { value: property.value, isName: ['id', 'name'].includes(keyOf(property) ?? '') }
        : { value: property.argument, isName: true };
    if (isName && value.type === 'Literal' && typeof value.value === 'string') return value.value;
    if (isName && value.type === 'Identifier') return value.name;
  }
  return undefined;
};

/** What is known on the way to a number: the parts of its name, and the comment that covers it. */
interface Way {
  readonly parts: readonly string[];
  readonly comment: string;
}

/** The comments of a text: above a place, and above the entries of its interfaces, by name. */
interface Comments {
  readonly before: CommentBefore;
  readonly documented: ReadonlyMap<string, string>;
}

/** The comments in the interfaces of a file, by the entries that its objects repeat. */
const documentedIn = ({ body }: ESTree.Program, before: CommentBefore): ReadonlyMap<string, string> =>
  new Map(
    body.flatMap((statement) =>
      statement.type !== 'TSInterfaceDeclaration'
        ? []
        : statement.body.body.flatMap((member): (readonly [string, string])[] => {
            const comment = before(member.start);
            if (comment === undefined || member.type !== 'TSPropertySignature') return [];
            return member.key.type === 'Identifier' ? [[member.key.name, comment]] : [];
          }),
    ),
  );

/** A number on its way, not yet named in full. */
type Found = Pick<Constant, 'value' | 'start' | 'end' | 'comment'> & { readonly parts: readonly string[] };

/** The bounds' functions: the first argument is the bound itself. */
const bounds: ReadonlySet<string> = new Set(['above', 'below']);

const argumentsName = (call: ESTree.CallExpression, index: number): readonly string[] => {
  const isBound = call.callee.type === 'Identifier' && bounds.has(call.callee.name);
  if (isBound) return index === 0 ? [] : ['tolerance'];
  return call.arguments.length > 1 ? [String(index)] : [];
};

/** An expression within another: what it adds to the name, and the comment of its own, if it has one. */
type Part = readonly [node: Node, parts: readonly string[], comment?: string];

const propertyPart = (
  property: ESTree.ObjectProperty,
  about: string,
  { before, documented }: Comments,
): readonly Part[] => {
  const key = keyOf(property);
  if (key === undefined || skippedEntries.includes(key)) return [];
  const general = documented.get(key);
  const comment = before(property.start) ?? (general === undefined ? about : `${general} ${about}`);
  return [[property.value, grouping.has(key) ? [] : [key], comment]];
};

const elementPart = (element: Node, index: number, { before }: Comments): Part => {
  const parts = [nameIn(element) ?? String(index)];
  // A comment on one thing in a list is not about the next.
  return element.type === 'ObjectExpression' ? [element, parts, before(element.start) ?? ''] : [element, parts];
};

/** The expressions within one that can hold constants: not those in functions, nor steps of a calculation. */
const partsOf = (node: Node, about: string, comments: Comments): readonly Part[] => {
  if (node.type === 'ObjectExpression')
    return node.properties.flatMap((one): readonly Part[] =>
      one.type === 'Property' ? propertyPart(one, about, comments) : [[one.argument, []]],
    );
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one, index) => (one === null ? [] : [elementPart(one, index, comments)]));
  if (node.type === 'CallExpression')
    return node.arguments.map((argument, index): Part => [argument, argumentsName(node, index)]);
  if (node.type === 'NewExpression') return node.arguments.map((argument): Part => [argument, []]);
  if (node.type === 'SpreadElement') return [[node.argument, []]];
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return [[node.expression, []]];
  return [];
};

/** The numbers in an expression. */
const numbersIn = (node: Node, way: Way, comments: Comments): readonly Found[] => {
  const value = valueOf(node);
  // Zero has no fifth, and a sign no size.
  if (value !== undefined)
    return value === 0 || value === -1 ? [] : [{ ...way, value, start: node.start, end: node.end }];
  return partsOf(node, way.comment, comments).flatMap(([part, parts, comment = way.comment]) =>
    numbersIn(part, { parts: [...way.parts, ...parts], comment }, comments),
  );
};

const namesOf = (pattern: ESTree.BindingPattern): string =>
  pattern.type === 'Identifier'
    ? pattern.name
    : pattern.type === 'ArrayPattern'
      ? pattern.elements.map((element) => (element?.type === 'Identifier' ? element.name : '')).join('/')
      : '';

/** The declaration of constants in a statement, exported or not. */
const declarationIn = (statement: ESTree.Program['body'][number]): ESTree.VariableDeclaration | undefined => {
  const one = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return one?.type === 'VariableDeclaration' && one.kind === 'const' ? one : undefined;
};

/** The id of the exercise in a file. */
const exerciseIn = (text: string): string | undefined => /defineExercise\(\{\s*id: '([^']+)'/.exec(text)?.[1];

/** The constants in the text of a file of the engine or of an exercise, in the order of the text. */
export const constantsIn = (file: string, text: string): readonly Constant[] => {
  const { program, comments } = parseSync(file, text);
  const before = commentsIn(text, comments);
  const documented = documentedIn(program, before);
  const exercise = file.startsWith('src/exercises/') ? exerciseIn(text) : undefined;
  const place = file.replace(/^src\/(engine|exercises)\//, '').replace(/\.ts$/, '');
  let covering = '';
  let lastEnd = 0;
  return program.body.flatMap((statement) => {
    // Constants that follow each other without an empty line share the comment above the first.
    const isApart = /\n\s*\n/.test(text.slice(lastEnd, statement.start));
    covering = before(statement.start, 'far') ?? (isApart ? '' : covering);
    lastEnd = statement.end;
    const way = { comment: covering };
    return (declarationIn(statement)?.declarations ?? []).flatMap(({ id, init }) => {
      if (!init) return [];
      const isExercise = init.type === 'CallExpression' && exercise !== undefined;
      const parts = isExercise ? [exercise] : [`${exercise ?? place}.${namesOf(id)}`];
      return numbersIn(init, isExercise ? { parts, comment: '' } : { ...way, parts }, { before, documented }).map(
        ({ parts: named, ...found }): Constant => ({
          ...found,
          name: named.join('.'),
          file,
          line: text.slice(0, found.start).split('\n').length,
          exercise,
          view: exercise === undefined ? undefined : views.find((view) => named.includes(view)),
        }),
      );
    });
  });
};

const isSkipped = (file: string): boolean => Object.keys(skippedFiles).some((skipped) => file.startsWith(skipped));

/** The files whose constants are shifted, by their paths from the folder of the repository. */
export const shiftedFiles = (): readonly string[] =>
  ['src/engine', 'src/exercises'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !isSkipped(file))
      .toSorted(),
  );

/** Every constant of the engine and of the exercises. */
export const allConstants = (): readonly Constant[] =>
  shiftedFiles().flatMap((file) => constantsIn(file, readFileSync(join(root, file), 'utf8')));
