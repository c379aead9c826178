/** What a key, or a presenter's remote, asks for on every screen of a session. */
export type Command =
  | {
      readonly is: 'pause' | 'next' | 'back' | 'end' | 'mute' | 'red-flag' | 'skip-practice' | 'recalibrate';
    }
  /** A digit, 0-9. */
  | { readonly is: 'digit'; readonly digit: number };

/** Enter is none of them: it presses the button that has the focus, and pressed once more must not skip an exercise. */
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
  r: 'recalibrate',
};

/** Whether keys are written into an element: a page that embeds Limber may have such. */
const isWritten = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));

/** What a key asks for; nothing where it is written, held down or part of a shortcut, or pressed on a button that takes it. */
export const commandOf = (event: KeyboardEvent): Command | undefined => {
  const [target] = event.composedPath();
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isWritten(target)) return undefined;
  const key = event.key.toLowerCase();
  // Buttons and links take the space for themselves.
  if (key === ' ' && target instanceof HTMLElement && target.matches('button, a, summary')) return undefined;
  if (/^[0-9]$/.test(key)) return { is: 'digit', digit: Number(key) };
  const is = commands[key];
  return is && { is };
};
