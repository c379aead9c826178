import type { ReactiveController } from 'lit';
import { commandOf, type Command } from '../keys.ts';

/** How long a 1 waits for a 0, so that a pain rating of ten can be typed, ms. */
const tenWaits = 1000;

/** What a key may do in a session, except to rate pain. */
export type SessionCommand = Exclude<Command['is'], 'digit'>;

/** What each command does; `isPage`: its key is one with which a presenter's remote turns pages. */
export type SessionCommands = Readonly<Record<SessionCommand, (isPage: boolean) => void>>;

/** Listens to the keyboard while its host is connected: runs commands, and reads digits as a pain rating of 0-10. */
export class SessionKeys implements ReactiveController {
  readonly #commands: SessionCommands;
  readonly #ratePain: (value: number) => void;
  readonly #hasCharacters: () => boolean;
  #one: ReturnType<typeof setTimeout> | undefined;

  /** `hasCharacters`: whether single characters are commands. */
  constructor(commands: SessionCommands, ratePain: (value: number) => void, hasCharacters: () => boolean) {
    this.#commands = commands;
    this.#ratePain = ratePain;
    this.#hasCharacters = hasCharacters;
  }

  hostConnected(): void {
    addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#key);
    clearTimeout(this.#one);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const command = commandOf(event, this.#hasCharacters());
    if (!command) return;
    if (command.is === 'digit') return this.#digit(command.digit);
    if (command.is === 'pause') event.preventDefault();
    this.#commands[command.is](command.isPage);
  };

  /** Reads a digit as a pain rating; ten is a 1 and then a 0. */
  #digit(digit: number): void {
    const isTen = this.#one !== undefined && digit === 0;
    clearTimeout(this.#one);
    this.#one = undefined;
    if (isTen || digit !== 1) return this.#ratePain(isTen ? 10 : digit);
    this.#one = setTimeout(() => {
      this.#one = undefined;
      this.#ratePain(1);
    }, tenWaits);
  }
}
