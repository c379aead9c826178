import { describe, expect, it } from 'vitest';
import { commandOf, type Command } from '../../src/ui/keys.ts';

/** The command of a key that is pressed on an element. */
const pressed = (
  key: string,
  more: KeyboardEventInit = {},
  { on = document.body, characters = true }: { readonly on?: HTMLElement; readonly characters?: boolean } = {},
): Command | undefined => {
  let command: Command | undefined;
  const hear = (event: KeyboardEvent): void => {
    command = commandOf(event, characters);
  };
  addEventListener('keydown', hear);
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }));
  removeEventListener('keydown', hear);
  return command;
};

describe('a key', () => {
  it.each([
    ['Latin', 'f', 'KeyF'],
    ['Latin with caps lock', 'F', 'KeyF'],
    ['Dvorak, by its character', 'f', 'KeyY'],
    ['Russian', 'а', 'KeyF'],
    ['Greek', 'φ', 'KeyF'],
    ['Hebrew', 'כ', 'KeyF'],
    ['Japanese, with an input method', 'Process', 'KeyF'],
  ])('raises the safety stop on a keyboard that is %s', (_, key, code) => {
    expect(pressed(key, { code })?.is).toBe('red-flag');
  });

  it.each([
    ['QWERTY', '6', {}],
    ['AZERTY, by its place', '-', {}],
    ['AZERTY, with shift', '6', { shiftKey: true }],
    ['Czech', 'ž', {}],
  ])('rates pain on a keyboard that is %s', (_, key, more) => {
    expect(pressed(key, { code: 'Digit6', ...more })).toEqual({ is: 'digit', digit: 6 });
  });

  it('keeps its character where a keyboard with shift gives one on a digit, and on Latin letters in other places', () => {
    expect(pressed('+', { code: 'Digit1', shiftKey: true })?.is).toBe('add-one');
    expect(pressed('q', { code: 'KeyA' })).toBeUndefined();
    expect(pressed('m', { code: 'Semicolon' })?.is).toBe('mute');
  });

  it.each(['input', 'textarea', 'select'])('does nothing while typing in: %s', (tag) => {
    const field = document.body.appendChild(document.createElement(tag));
    expect([pressed('f', { code: 'KeyF' }, { on: field }), pressed('6', {}, { on: field })]).toEqual([
      undefined,
      undefined,
    ]);
    field.remove();
  });

  it('does nothing while typing in an editable text, while an input method composes, or with another modifier', () => {
    const field = document.body.appendChild(document.createElement('div'));
    field.setAttribute('role', 'textbox');
    expect(pressed('f', { code: 'KeyF' }, { on: field })).toBeUndefined();
    field.remove();
    expect(pressed('f', { code: 'KeyF', isComposing: true })).toBeUndefined();
    expect(pressed('f', { code: 'KeyF', modifierAltGraph: true })).toBeUndefined();
  });

  it('of a single character can be switched off; the others stay', () => {
    const off = { characters: false };
    for (const key of ['f', '6', '+', '.', 'а']) expect(pressed(key, { code: 'KeyF' }, off)).toBeUndefined();
    const others = [' ', 'ArrowRight', 'PageDown', 'Escape'].map((key) => pressed(key, {}, off)?.is);
    expect(others).toEqual(['pause', 'next', 'next', 'end']);
  });
});
