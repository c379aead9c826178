import type { CoachingEvent } from '../engine/exercise/events.ts';
import type { Texts } from '../texts/texts.ts';

/** What an embedding page hears: a coaching event, a cue with its words in the current language. */
export type LimberEventDetail = CoachingEvent & { readonly words?: string };

/** The DOM event of a coaching event; it bubbles and leaves every shadow root. */
export const limberEvent = (event: CoachingEvent, texts: Texts): CustomEvent<LimberEventDetail> =>
  new CustomEvent('limber-event', {
    detail: event.type === 'cue-given' ? { ...event, words: texts.cues[event.cue] } : event,
    bubbles: true,
    composed: true,
  });
