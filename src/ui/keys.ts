/** What a key or a presenter's remote does on every screen of a session. */
export type Command =
  | {
      readonly is:
        | 'pause'
        | 'next'
        | 'back'
        | 'end'
        | 'mute'
        | 'red-flag'
        | 'skip-practice'
        | 'one-arm'
        | 'other-camera'
        | 'recalibrate'
        | 'add-one'
        | 'take-back'
        | 'unkeep'
        | 'keep-movement';
      /** Whether the key is one of those with which a presenter's remote turns pages. */
      readonly isPage: boolean;
    }
  /** A digit, 0-9. */
  | { readonly is: 'digit'; readonly digit: number };

/** Enter is left out: it presses the focused button, and a second press must not skip an exercise. */
const commands: Readonly<Record<string, Exclude<Command['is'], 'digit'>>> = {
  ' ': 'pause',
  '.': 'pause',
  b: 'pause',
  arrowright: 'next',
  pagedown: 'next',
  arrowleft: 'back',
  pageup: 'back',
  escape: 'end',
  m: 'mute',
  f: 'red-flag',
  s: 'skip-practice',
  o: 'one-arm',
  c: 'other-camera',
  r: 'recalibrate',
  // The plus of a keyboard without a number pad needs shift: its key alone is an equals sign.
  '+': 'add-one',
  '=': 'add-one',
  arrowup: 'add-one',
  '-': 'take-back',
  arrowdown: 'take-back',
  k: 'keep-movement',
  x: 'unkeep',
  delete: 'unkeep',
};

/** Whether an element takes text; an embedding page may have such elements. */
const isWritten = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, select, textarea, [role="textbox"]'));

/**
 * The key by its character; by its place on a US keyboard where the character is a letter of another alphabet (Cyrillic,
 * Greek), where an input method takes it, or where a row of digits gives others without shift (AZERTY, Czech).
 */
const keyOf = ({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string => {
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit !== undefined && !shiftKey) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isForeign = key === 'Process' || /^[^\p{ASCII}]/u.test(key);
  return (letter !== undefined && isForeign ? letter : key).toLowerCase();
};

/**
 * The command of a key; `undefined` in text input, for a held key or a shortcut, or on a button that takes the key.
 * Without `characters` only keys that no one types words with have a command (WCAG 2.1.4).
 */
export const commandOf = (event: KeyboardEvent, characters = true): Command | undefined => {
  const [target] = event.composedPath();
  if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isWritten(target))
    return undefined;
  if (event.getModifierState('AltGraph')) return undefined;
  const key = keyOf(event);
  // Buttons and links handle the space key themselves.
  if (key === ' ' && target instanceof HTMLElement && target.matches('button, a, summary')) return undefined;
  if (!characters && key.length === 1 && key !== ' ') return undefined;
  if (/^[0-9]$/.test(key)) return { is: 'digit', digit: Number(key) };
  const is = Object.hasOwn(commands, key) ? commands[key] : undefined;
  return is && { is, isPage: key.startsWith('page') };
};
