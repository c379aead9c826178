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
        | 'recalibrate'
        | 'add-one'
        | 'take-back';
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
  r: 'recalibrate',
  // The plus of a keyboard without a number pad needs shift: its key alone is an equals sign.
  '+': 'add-one',
  '=': 'add-one',
  arrowup: 'add-one',
  '-': 'take-back',
  arrowdown: 'take-back',
};

/** Whether an element takes text; an embedding page may have such elements. */
const isWritten = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));

/** The command of a key; `undefined` in text input, for a held key or a shortcut, or on a button that takes the key. */
export const commandOf = (event: KeyboardEvent): Command | undefined => {
  const [target] = event.composedPath();
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isWritten(target)) return undefined;
  const key = event.key.toLowerCase();
  // Buttons and links handle the space key themselves.
  if (key === ' ' && target instanceof HTMLElement && target.matches('button, a, summary')) return undefined;
  if (/^[0-9]$/.test(key)) return { is: 'digit', digit: Number(key) };
  const is = commands[key];
  return is && { is, isPage: key.startsWith('page') };
};
