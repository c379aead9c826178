import type { CoachingEvent } from '../engine/exercise/events.ts';
import type { Texts } from '../texts/texts.ts';

/** The detail of a `limber-event`: a coaching event; a cue also has its words in the current language. */
export type LimberEventDetail = CoachingEvent & { readonly words?: string };

/** Wraps a coaching event in a DOM event that bubbles and leaves every shadow root. */
export const limberEvent = (event: CoachingEvent, texts: Texts): CustomEvent<LimberEventDetail> =>
  new CustomEvent('limber-event', {
    detail: event.type === 'cue-given' ? { ...event, words: texts.cues[event.cue] } : event,
    bubbles: true,
    composed: true,
  });
