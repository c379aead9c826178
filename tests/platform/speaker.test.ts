import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseVoice, createSpeaker, type SpeakerSetting, type Synthesis } from '../../src/platform/speaker.ts';
import type { Speaker } from '../../src/session/ports.ts';

const voice = (lang: string, part: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  lang,
  name: lang,
  voiceURI: lang,
  localService: true,
  default: false,
  ...part,
});

class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  volume = 1;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Speech that drops utterances within 50 ms of a cancellation, as Chrome does. */
class FakeSynthesis extends EventTarget implements Synthesis {
  voices: SpeechSynthesisVoice[] = [];
  readonly heard: string[] = [];
  readonly utterances: SpeechSynthesisUtterance[] = [];
  #cancelledAt = -Infinity;
  getVoices = () => this.voices;
  resume = () => undefined;
  cancel = () => {
    this.#cancelledAt = Date.now();
    this.heard.push('silence');
  };
  speak = (utterance: SpeechSynthesisUtterance) => {
    if (Date.now() - this.#cancelledAt < 50) return;
    this.utterances.push(utterance);
    this.heard.push(utterance.text);
  };
}

const usual = { rate: 1, volume: 1 };

const open = (setting: Partial<SpeakerSetting> = {}) => {
  const synthesis = new FakeSynthesis();
  const page = new EventTarget();
  const earcons = { wake: vi.fn<() => void>(), play: vi.fn<(name: string, volume: number) => void>() };
  const speaker = createSpeaker('en', {
    synthesis,
    earcons,
    page,
    isTouched: () => true,
    preferred: ['en-GB', 'en'],
    ...setting,
  });
  const asPort: Speaker = speaker;
  return { speaker, asPort, synthesis, page, earcons };
};

it.each(['eng-GBR', 'eng_USA', 'eng', 'en'])('a voice in %s is a voice for English', (lang) => {
  expect(chooseVoice([voice('deu-DEU'), voice(lang)], 'en', [])?.lang).toBe(lang);
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the voice', () => {
  it.each([
    ['none that needs the network', [voice('en-GB', { localService: false })], undefined],
    ['none of another language', [voice('de-DE'), voice('enm-x')], undefined],
    ['the one that the user prefers', [voice('en-US', { default: true }), voice('en-GB')], 'en-GB'],
    ['in Android’s writing too', [voice('en-US'), voice('en_GB')], 'en_GB'],
    ['else the device’s own', [voice('en-AU'), voice('en-US', { default: true })], 'en-US'],
    ['else any', [voice('en-AU'), voice('en-US')], 'en-AU'],
  ])('is %s', (_, voices, chosen) => {
    expect(chooseVoice(voices, 'en', ['en-GB', 'en'])?.lang).toBe(chosen);
  });

  it('may come late', () => {
    const { speaker, synthesis } = open();
    const heard = vi.fn<() => void>();
    const stop = speaker.voiceChanges.listen(heard);
    expect(speaker.hasVoice).toBe(false);
    synthesis.voices = [voice('en-GB')];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(speaker.hasVoice).toBe(true);
    stop();
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('a speaker', () => {
  const withVoice = (setting: Partial<SpeakerSetting> = {}) => {
    const opened = open(setting);
    opened.synthesis.voices = [voice('en-US'), voice('en-GB')];
    return opened;
  };

  it('speaks with a voice of this device, as fast and as loud as asked', () => {
    const { asPort, synthesis } = withVoice();
    asPort.say('Two', { rate: 0.8, volume: 0.4 });
    vi.runAllTimers();
    expect(synthesis.utterances).toMatchObject([
      { text: 'Two', rate: 0.8, volume: 0.4, lang: 'en-GB', voice: { lang: 'en-GB' } },
    ]);
  });

  it('replaces the current words with the newest', () => {
    const { speaker, synthesis } = withVoice();
    speaker.say('Two', usual);
    vi.advanceTimersByTime(200);
    speaker.say('Three', usual);
    speaker.say('Four', usual);
    vi.runAllTimers();
    expect(synthesis.heard).toEqual(['silence', 'Two', 'silence', 'silence', 'Four']);
  });

  it('falls silent within the task, also before it has begun', () => {
    const { speaker, synthesis } = withVoice();
    speaker.say('Two', usual);
    speaker.cancel();
    expect(synthesis.heard.at(-1)).toBe('silence');
    vi.runAllTimers();
    expect(synthesis.heard).not.toContain('Two');
    speaker.say('Three', usual);
    vi.runAllTimers();
    expect(synthesis.heard.at(-1)).toBe('Three');
  });

  it('is silent before the page was touched, and prepares voice and sounds with the first touch', () => {
    let isTouched = false;
    const { speaker, synthesis, page, earcons } = withVoice({ isTouched: () => isTouched });
    speaker.say('Two', usual);
    vi.runAllTimers();
    expect(synthesis.heard).toEqual([]);
    isTouched = true;
    page.dispatchEvent(new Event('pointerup'));
    page.dispatchEvent(new Event('keydown'));
    expect(earcons.wake).toHaveBeenCalledTimes(1);
    expect(synthesis.utterances).toMatchObject([{ text: '', volume: 0 }]);
  });

  it('says nothing without a local voice', () => {
    const { speaker, synthesis } = open();
    synthesis.voices = [voice('en-GB', { localService: false })];
    speaker.say('Two', usual);
    vi.runAllTimers();
    expect(synthesis.utterances).toEqual([]);
  });

  it('stops talking when the page is gone', () => {
    const { synthesis, page } = withVoice();
    page.dispatchEvent(new Event('pagehide'));
    expect(synthesis.heard).toEqual(['silence']);
  });

  it('plays sounds as well', () => {
    const { asPort, earcons } = open();
    asPort.play('rep', 0.5);
    expect(earcons.play).toHaveBeenCalledWith('rep', 0.5);
  });

  it('never throws', () => {
    const fail = (): never => {
      throw new Error('no speech today');
    };
    const broken: Synthesis = {
      cancel: fail,
      getVoices: fail,
      resume: fail,
      speak: fail,
      addEventListener: fail,
      removeEventListener: fail,
    };
    const { speaker, page } = open({ synthesis: broken, earcons: { wake: () => undefined, play: fail } });
    expect(speaker.hasVoice).toBe(false);
    speaker.say('Two', usual);
    speaker.play('rep', 1);
    speaker.cancel();
    speaker.voiceChanges.listen(() => undefined)();
    page.dispatchEvent(new Event('keydown'));
    const { speaker: spoken, synthesis } = withVoice();
    synthesis.speak = fail;
    spoken.say('Two', usual);
    expect(() => vi.runAllTimers()).not.toThrow();
    const none = open({ synthesis: undefined }).speaker;
    none.say('Two', usual);
    expect(none.hasVoice).toBe(false);
  });
});
