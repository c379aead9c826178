import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { setTimeout as rest } from 'node:timers/promises';
import { chromium } from 'playwright';
import { quietSwitches } from '../films/launch.ts';
import { installedBrowser } from '../find-browser.ts';

/*
 * Chromium without Playwright, which has each page's network and service workers report to it and emulates a screen. The second
 * start of a stored app took 1.6 s with it, 1.5 to 1.7 s with it but without the emulated screen, 1.4 to 1.6 s the other way round, and
 * 1.2 s with neither (medians of two to four starts each, two quiet cores). Here a page is given functions and asked for
 * values, and nothing else is watched. The commands go through the browser's own pipe (`--remote-debugging-pipe`).
 */

/** A tab that is asked for values only. */
export interface UnwatchedTab {
  readonly visit: (url: string) => Promise<void>;
  /** Calls a function in the page, with a text, until it returns a value; rejects after 90 s. */
  readonly valueOf: <T>(read: (text: string) => T | undefined, text?: string) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** A Chromium with an empty profile of its own, which is deleted when it closes. */
export interface UnwatchedBrowser {
  /** Opens an empty tab that runs functions before the code of each page; an origin may use the camera. */
  readonly openTab: (before: readonly (() => void)[], origin: string) => Promise<UnwatchedTab>;
  /** Ends Chromium and starts it again with the same profile. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A message of the browser: the answer to a command, or an event. */
interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Sends a command; resolves to its result and rejects with the browser's error. */
type Send = (method: string, params?: object, sessionId?: string) => Promise<unknown>;

const senderThrough = (commands: Duplex, answers: Readable): Send => {
  const waiting = new Map<number, (answer: Answer) => void>();
  let sent = 0;
  let begun = '';
  answers.setEncoding('utf8').on('data', (text: string) => {
    const messages = (begun + text).split('\0');
    begun = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  answers.on('close', () => {
    for (const settle of waiting.values()) settle({ error: { message: 'The browser has ended.' } });
  });
  // To a browser that has ended nothing can be sent; whoever waits for its end goes on.
  commands.on('error', () => undefined);
  return (method, params = {}, sessionId) =>
    new Promise((done, failed) => {
      const id = (sent += 1);
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) failed(new Error(`${method}: ${error.message}`));
        else done(result);
      });
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
};

/** How often a page is asked for a value, ms. */
const askedEveryMs = 250;
/** How long a page may take to have it, ms. */
const limitMs = 90_000;

const openTabWith = async (send: Send, before: readonly (() => void)[], origin: string): Promise<UnwatchedTab> => {
  await send('Browser.grantPermissions', { permissions: ['videoCapture'], origin });
  const { targetId } = (await send('Target.createTarget', { url: 'about:blank' })) as { readonly targetId: string };
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
    readonly sessionId: string;
  };
  const tell: Send = (method, params) => send(method, params, sessionId);
  await tell('Page.enable');
  for (const run of before) await tell('Page.addScriptToEvaluateOnNewDocument', { source: `(${run.toString()})()` });
  return {
    visit: async (url) => void (await tell('Page.navigate', { url })),
    valueOf: async <T>(read: (text: string) => T | undefined, text = ''): Promise<T> => {
      for (let waitedMs = 0; waitedMs < limitMs; waitedMs += askedEveryMs) {
        await rest(askedEveryMs);
        const { result } = (await tell('Runtime.evaluate', {
          expression: `(${read.toString()})(${JSON.stringify(text)})`,
          returnByValue: true,
        })) as { readonly result: { readonly value?: T } };
        if (result.value !== undefined) return result.value;
      }
      throw new Error(`The page has no value after ${limitMs / 1000} s: ${read.toString()}`);
    },
    close: async () => void (await send('Target.closeTarget', { targetId })),
  };
};

/** The window around a page of 1280x720, pixels: Chromium's bars are 87 high. */
const windowSize = [1280, 807] as const;

/** A running Chromium. */
interface Running {
  readonly send: Send;
  /** Ends it; resolves when its profile is written. */
  readonly end: () => Promise<void>;
}

const start = (profile: string, switches: readonly string[]): Running => {
  const browser = spawn(
    installedBrowser() ?? chromium.executablePath(),
    [
      ...quietSwitches,
      ...switches,
      '--headless',
      '--mute-audio',
      '--no-default-browser-check',
      '--disable-dev-shm-usage',
      `--window-size=${windowSize.join(',')}`,
      '--remote-debugging-pipe',
      '--no-startup-window',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((done) => {
    browser.once('close', () => done());
  });
  const send = senderThrough(browser.stdio[3] as Duplex, browser.stdio[4] as Readable);
  return {
    send,
    end: async () => {
      await Promise.race([send('Browser.close'), ended]);
      await ended;
    },
  };
};

/** Starts Chromium with further switches; the caller closes it. */
export const openUnwatched = (switches: readonly string[]): UnwatchedBrowser => {
  const profile = mkdtempSync(join(tmpdir(), 'limber-profile-'));
  let running = start(profile, switches);
  return {
    openTab: (before, origin) => openTabWith(running.send, before, origin),
    restart: async () => {
      await running.end();
      running = start(profile, switches);
    },
    close: async () => {
      await running.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
