import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { createSpeaker } from '../../src/platform/speaker.ts';
import { readSettings, usualSettings, type Settings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { CaptionLine } from '../../src/ui/elements/coach/caption-line.ts';
import { CueLine } from '../../src/ui/elements/coach/cue-line.ts';
import { SettingsScreen } from '../../src/ui/screens/settings-screen.ts';
import { tokens } from '../../src/ui/styles/tokens.ts';

/** The colours and sizes that the app passes down. */
const theme = new CSSStyleSheet();
theme.replaceSync(
  `${tokens.cssText.replace(':host', ':root')} :root { font-family: var(--font); } body { margin: 0; }`,
);

const mount = async (settings: Partial<Settings> = {}, hasVoice = true) => {
  document.adoptedStyleSheets = [theme];
  const screen = new SettingsScreen();
  screen.settings = { ...usualSettings, ...settings };
  screen.hasVoice = hasVoice;
  screen.texts = en;
  const changes: Settings[] = [];
  screen.addEventListener('settings-changed', (event) => {
    if (event instanceof CustomEvent) changes.push(readSettings(event.detail));
  });
  document.body.append(screen);
  await screen.updateComplete;
  return { screen, changes };
};

const controlsOf = ({ renderRoot }: SettingsScreen) => [
  ...renderRoot.querySelectorAll<HTMLElement>('input, button, a'),
];

afterEach(async () => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
  await page.viewport(1280, 720);
});

describe('the settings', () => {
  it('show what was chosen, under names that can be read out', async () => {
    await mount({ voice: false, rate: 0.8, chattiness: 'counts', strictness: 1.5, judging: 'timed' });
    const { heard, chattiness, strictness, judging } = en.settings;
    await expect.element(page.getByRole('checkbox', { name: heard.voice })).not.toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: heard.sounds })).toBeChecked();
    await expect.element(page.getByRole('slider', { name: heard.rate })).toHaveValue('0.8');
    await expect.element(page.getByRole('slider', { name: heard.volume })).toHaveValue('1');
    for (const { name } of [chattiness.choices.counts, strictness.choices.gentle, judging.choices.timed])
      await expect.element(page.getByRole('radio', { name, exact: true })).toBeChecked();
    await expect.element(page.getByRole('group', { name: strictness.title })).toBeVisible();
  });

  it('report each choice together with all the others', async () => {
    const { changes } = await mount({ safetyAcceptedAt: 5 });
    const { heard, chattiness, strictness } = en.settings;
    await page.getByRole('checkbox', { name: heard.sounds }).click();
    await page.getByRole('radio', { name: chattiness.choices.none.name }).click();
    await page.getByRole('radio', { name: strictness.choices.strict.name }).click();
    const before = { ...usualSettings, safetyAcceptedAt: 5, sounds: false };
    expect(changes).toEqual([
      before,
      { ...before, chattiness: 'none' },
      { ...before, chattiness: 'none', strictness: 0.8 },
    ]);
  });

  it('are chosen with the keyboard alone', async () => {
    const { screen, changes } = await mount();
    screen.renderRoot.querySelector<HTMLInputElement>('[name=rate]')?.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(changes.map(({ rate }) => rate)).toEqual([0.9, 0.8]);
    expect(screen.renderRoot.querySelector('.value')?.textContent).toBe('80 %');
    screen.renderRoot.querySelector<HTMLInputElement>('[name=judging]')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(changes.at(-1)?.judging).toBe('timed');
  });

  it('show what is known of graphics card and processor, and change which one is used', async () => {
    const { screen, changes } = await mount({ backend: 'webgl' });
    const { backend } = en.settings;
    expect(page.getByRole('group', { name: backend.title }).elements()).toEqual([]);
    screen.backends = { wasm: { medianMs: 20, isSimd: true }, webgl: { fault: 'wrong' } };
    await screen.updateComplete;
    const choice = (name: string) => page.getByRole('radio', { name, exact: true });
    await expect.element(choice(backend.names.webgl)).toBeChecked();
    await expect.element(choice(backend.names.webgl)).toHaveAccessibleDescription(backend.faults.wrong);
    await expect.element(choice(backend.names.wasm)).toHaveAccessibleDescription(backend.rate(50));
    await expect.element(choice(backend.names.auto)).toHaveAccessibleDescription(backend.fastest.wasm);
    await choice(backend.names.wasm).click();
    expect(changes.map((settings) => settings.backend)).toEqual(['wasm']);
  });

  it('play a sample of the voice, and lead home', async () => {
    const { screen } = await mount();
    let tried = 0;
    screen.addEventListener('voice-tried', () => (tried += 1));
    await page.getByRole('button', { name: en.settings.heard.try }).click();
    expect(tried).toBe(1);
    expect(page.getByRole('link', { name: en.settings.back }).element().getAttribute('href')).toBe('#/');
  });

  it('show where this device has no voice', async () => {
    await mount({}, false);
    const { heard } = en.settings;
    await expect.element(page.getByText(heard.noVoice)).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: heard.voice })).toBeDisabled();
    await expect.element(page.getByRole('slider', { name: heard.rate })).toBeDisabled();
    await expect.element(page.getByRole('slider', { name: heard.volume })).toBeEnabled();
    await expect.element(page.getByRole('button', { name: heard.try })).toBeEnabled();
  });

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ])('fit %i pixels, %s, with room for a finger', async (width, scheme) => {
    await page.viewport(width, 844);
    const { screen } = await mount();
    screen.style.colorScheme = scheme;
    screen.style.color = 'var(--ink)';
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const control of controlsOf(screen)) {
      const target = control.closest('label') ?? control;
      const { height, left, right } = target.getBoundingClientRect();
      expect(height).toBeGreaterThanOrEqual(target.matches('.back') ? 44 : 64);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  });
});

describe('this browser, without a voice', () => {
  it('speaks nothing, and throws nothing', () => {
    const speaker = createSpeaker('en');
    expect(speaker.hasVoice).toBe(false);
    speaker.say('Hello', { rate: 1, volume: 1 });
    speaker.play('rep', 1);
    speaker.cancel();
  });
});

describe('the caption line', () => {
  const line = async (words: string, isSpoken = false): Promise<CaptionLine> => {
    const element = new CaptionLine();
    element.words = words;
    element.isSpoken = isSpoken;
    const stage = document.createElement('div');
    stage.style.cssText = 'container-type: size; block-size: 700px; inline-size: 900px';
    stage.append(element);
    document.body.append(stage);
    await element.updateComplete;
    return element;
  };
  const wordsOf = (element: CaptionLine) => element.renderRoot.querySelector('span');

  it('is large enough for two metres: a twenty-fifth of the height', async () => {
    expect(Number.parseFloat(getComputedStyle(await line('Two')).fontSize)).toBeGreaterThanOrEqual(0.04 * 700);
  });

  it.each([true, false])('a cue is read out where no voice says it (%s)', async (isSpoken) => {
    const cue = document.body.appendChild(new CueLine());
    Object.assign(cue, { words: 'Sit tall', isSpoken });
    await cue.updateComplete;
    expect(cue.renderRoot.querySelector('p')?.getAttribute('aria-live')).toBe(isSpoken ? 'off' : 'polite');
  });

  it('is read out where no voice says it', async () => {
    const element = await line('Two');
    const status = element.renderRoot.querySelector('p');
    expect(status?.getAttribute('aria-live')).toBe('polite');
    element.isSpoken = true;
    element.words = 'Three';
    await element.updateComplete;
    expect(element.renderRoot.querySelector('p')).toBe(status);
    expect(status?.getAttribute('aria-live')).toBe('off');
    expect(status?.textContent?.trim()).toBe('Three');
  });

  it('disappears after five seconds, and new words have their own time', async () => {
    const element = await line('Two');
    const [fading] = wordsOf(element)?.getAnimations() ?? [];
    if (!fading) throw new Error('The words do not go.');
    fading.currentTime = 4900;
    expect(getComputedStyle(wordsOf(element) ?? element).opacity).toBe('1');
    fading.currentTime = 5700;
    expect(getComputedStyle(wordsOf(element) ?? element).visibility).toBe('hidden');
    element.isSpoken = true;
    await element.updateComplete;
    expect(getComputedStyle(wordsOf(element) ?? element).visibility).toBe('hidden');
    element.words = 'Three';
    await element.updateComplete;
    expect(getComputedStyle(wordsOf(element) ?? element).visibility).toBe('visible');
  });
});
