import type { Advice } from '../../session/summary/next-time.ts';
import type { Texts } from '../../texts/texts.ts';

/** Advice in words: what to do, and why, or how well the rest went. */
export interface AdviceWords {
  readonly what: string;
  readonly why: string;
}

/** Puts advice, the one thing to try next time, into words. */
export const adviceInWords = (advice: Advice, { app, cues }: Texts): AdviceWords => {
  const words = app.summary.advice;
  switch (advice.is) {
    case 'pain':
      return words[advice.calls];
    case 'less-far':
      return { what: words.lessFar.what, why: words.lessFar.why(advice.times) };
    case 'be-seen':
      return words.beSeen;
    case 'cue':
      return { what: cues[advice.cue], why: words.cue(advice.times) };
    case 'attempt':
      return { what: words.attempt[advice.kind], why: words.wouldCount(advice.times) };
    case 'begin':
      return words.begin;
    case 'same-again':
      return advice.isWhole ? words.again : words.asMany;
  }
};
