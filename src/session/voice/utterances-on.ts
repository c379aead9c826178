import type { Coaching } from '../../engine/coach/coaching.ts';
import type { CoachingEvent, Reason } from '../../engine/exercise/events.ts';
import type { HintId } from '../../engine/exercise/hints.ts';
import { judgedPhases, type JudgedPhase, type Phase } from '../../engine/exercise/phase.ts';
import type { HoldClockFace } from '../../engine/coach/sight.ts';
import type { KeypointName } from '../../engine/pose/keypoints.ts';
import type { ExerciseTexts } from '../../texts/exercise-texts.ts';
import type { Texts } from '../../texts/texts.ts';
import { saying, sounding, type VoiceOutput, type Utterance } from './utterances.ts';
import { noRepQuality, weigh, type RepQuality } from './praise.ts';

/*
 * The possible utterances about a workout, whether or not they get their turn: each hint, each cue of the engine, every
 * repetition, the last seconds of a hold, and praise where it is true.
 */

/** A hint that still applies is repeated after this time, ms. */
const hintAgainAfter = 8000;
/**
 * How many last seconds of a hold are counted aloud, and the shortest hold for that, ms: in a shorter one nothing else
 * could be said.
 */
const countedSeconds = 3;
const countedHold = 5000;
/** How many repetitions get a prompt for the hold; then feedback fades (Aoyagi 2019). The number is a design choice. */
const promptedRepetitions = 3;

/** The inputs of the announcer: from a workout, an utterance from outside it, or the time. */
export type AnnouncerInput =
  | { readonly is: 'event'; readonly event: CoachingEvent }
  | { readonly is: 'coaching'; readonly coaching: Coaching }
  | { readonly is: 'hold'; readonly face: HoldClockFace | undefined }
  | { readonly is: 'utterance'; readonly utterance: Utterance }
  | { readonly is: 'time' };

/** The texts that are spoken about an exercise. */
export type SpokenTexts = Pick<ExerciseTexts, 'startPosture' | 'prompts' | 'ends'>;

/** The available texts. */
export interface Script {
  readonly texts: Texts;
  readonly exercise: SpokenTexts;
}

/** The memory of a workout. */
export interface Memory {
  readonly coaching: Coaching | undefined;
  /** The current hint, and when it was last said, ms. */
  readonly hint: { readonly id: HintId; readonly at: number } | undefined;
  /** The second of a hold that was counted last. */
  readonly counted: number | undefined;
  readonly repQuality: RepQuality;
  readonly isPaused: boolean;
}

/** The memory before any input. */
export const unheard: Memory = {
  coaching: undefined,
  hint: undefined,
  counted: undefined,
  repQuality: noRepQuality,
  isPaused: false,
};

type WithOutput = readonly [Memory, readonly VoiceOutput[]];

/** When the current hint is repeated, ms; `undefined` if there is none, or during a pause. */
export const hintDueAt = ({ hint, isPaused }: Memory): number | undefined =>
  hint && !isPaused ? hint.at + hintAgainAfter : undefined;

/** The new memory and the outputs for an input at `at`, ms. */
export const utterancesOn = (script: Script, memory: Memory, input: AnnouncerInput, at: number): WithOutput => {
  switch (input.is) {
    case 'event':
      return onEvent(script, memory, input.event, at);
    case 'coaching':
      return onCoaching(script, memory, input.coaching, at);
    case 'hold':
      return onHold(script, memory, input.face);
    case 'utterance':
      return [memory, [input.utterance]];
    case 'time': {
      const { hint } = memory;
      if (!hint || (hintDueAt(memory) ?? Infinity) > at) return [memory, []];
      return [{ ...memory, hint: { ...hint, at } }, [hinting(script, hint.id)]];
    }
  }
};

const hinting = ({ texts, exercise }: Script, id: HintId): Utterance =>
  saying('hint', id === 'take-start-posture' ? exercise.startPosture : texts.hints[id]);

const onCoaching = (script: Script, before: Memory, coaching: Coaching, at: number): WithOutput => {
  const { hint, countdown } = coaching;
  const isNew = hint !== before.hint?.id;
  const counts = countdown !== undefined && countdown !== before.coaching?.countdown;
  return [
    { ...before, coaching, hint: isNew ? hint && { id: hint, at } : before.hint },
    [
      ...(isNew && hint ? [hinting(script, hint)] : []),
      ...(counts ? [saying('count', script.texts.voice.number(countdown))] : []),
    ],
  ];
};

const onHold = ({ texts }: Script, before: Memory, face: HoldClockFace | undefined): WithOutput => {
  if (!face) return [before.counted === undefined ? before : { ...before, counted: undefined }, []];
  const left = Math.ceil((face.ofMs - face.heldMs) / 1000);
  const isCounted = face.running && face.ofMs >= countedHold && left >= 1 && left <= countedSeconds;
  if (!isCounted || left === before.counted) return [before, []];
  return [{ ...before, counted: left }, [saying('count', texts.voice.number(left))]];
};

const onEvent = (script: Script, before: Memory, event: CoachingEvent, at: number): WithOutput => {
  const [repQuality, praise] = weigh(before.repQuality, event);
  const memory = withPause({ ...before, repQuality }, event, at);
  const { good, better } = script.texts.voice;
  const praised = praise === 'better' ? better : praise && good[(repQuality.repetitions - 1) % good.length];
  return [memory, [...utterancesOnEvent(script, before, event), ...(praised ? [saying('praise', praised)] : [])]];
};

/** During a pause by the user no hint is repeated; during one by the coach there is no hint. */
const withPause = (memory: Memory, event: CoachingEvent, at: number): Memory => {
  if (event.type === 'session-ended') return { ...memory, hint: undefined };
  if (event.type === 'session-paused') return { ...memory, isPaused: event.why !== 'not-seen' };
  if (event.type !== 'session-resumed') return memory;
  return { ...memory, isPaused: false, hint: memory.hint && { ...memory.hint, at } };
};

const utterancesOnEvent = (script: Script, memory: Memory, event: CoachingEvent): readonly VoiceOutput[] => {
  const { texts, exercise } = script;
  const { voice } = texts;
  switch (event.type) {
    case 'armed':
      return [sounding('ready')];
    case 'begun-by-time':
      // The hint gives the reason.
      return event.missing === 'unread' ? [] : [saying('guidance', voice.byTime)];
    case 'phase-changed':
      return utterancesOnPhase(script, memory, event.from, event.to);
    case 'hold-started':
      return [
        sounding('hold-start'),
        ...(memory.repQuality.repetitions < promptedRepetitions ? [saying('prompt', exercise.prompts.holding)] : []),
      ];
    case 'hold-paused':
      return [sounding('adjust')];
    case 'hold-resumed':
      return [sounding('hold-start')];
    case 'hold-completed':
      return [sounding('hold-done'), saying('prompt', exercise.prompts.returning)];
    case 'rep-completed':
      return [sounding('rep'), saying('count', voice.counted(event.number, event.side, isLastNext(memory)))];
    case 'repetition-timed':
      return [sounding('rep'), saying('count', voice.counted(event.number, event.side, isLastNext(memory)))];
    case 'count-corrected':
      return [
        sounding(event.by === 1 ? 'rep' : 'adjust'),
        saying('confirmation', voice.corrected(event.number, event.side)),
      ];
    case 'rep-attempted':
      return attemptRemarks(script, event.reason);
    case 'set-completed':
      return [sounding('done'), saying('guidance', voice.setDone)];
    case 'cue-given':
      return [sounding('adjust'), saying(event.urgency === 'safety' ? 'safety' : 'correction', texts.cues[event.cue])];
    case 'not-seen':
      // During set-up a hint covers this.
      return memory.coaching?.phase === 'looking' ? [] : [saying('cannot-see', unseenWords(texts, event.missing))];
    case 'session-paused':
      return event.why === 'person' ? [saying('guidance', voice.paused)] : [];
    case 'session-resumed':
      // After the user was out of sight, the countdown has announced it.
      return memory.isPaused ? [saying('guidance', voice.goOn)] : [];
    case 'session-ended':
      if (event.why !== 'completed') return [];
      return [sounding('done'), saying('guidance', isTimed(memory) ? voice.timeDone : voice.allDone)];
    case 'attempt-opened':
    case 'hold-ended':
    case 'fault-noticed':
    case 'fault-cleared':
    case 'range-set':
    case 'seen-again':
    case 'not-judged':
    case 'goals-eased':
    case 'routine-ended':
      return [];
  }
};

const attemptRemarks = ({ texts: { voice } }: Script, reason: Reason): readonly VoiceOutput[] => {
  if (reason.kind === 'interrupted') return [];
  if (reason.kind === 'unseen') return [sounding('adjust')];
  return [sounding('adjust'), saying('count', reason.kind === 'dose' ? voice.otherSide : voice.onceMore)];
};

/** In a timed workout each part of the movement is prompted; otherwise only the beginning, since the user leads. */
const utterancesOnPhase = (
  { texts, exercise: { prompts, ends } }: Script,
  memory: Memory,
  from: Phase,
  to: Phase,
): readonly VoiceOutput[] => {
  if (!isJudged(to)) return [];
  if (!isTimed(memory)) return from === 'countdown' ? [saying('prompt', prompts[to])] : [];
  if (to === 'ready') return [];
  return [
    ...(to === 'holding' ? [sounding('hold-start')] : []),
    ...(from === 'holding' ? [sounding('hold-done')] : []),
    saying('prompt', to === 'working' ? [...whereTo(texts, ends, memory), prompts[to]].join('. ') : prompts[to]),
  ];
};

/** The next side or endpoint of a timed workout, if there are several: then only the voice distinguishes them. */
const whereTo = ({ app }: Texts, ends: SpokenTexts['ends'], { coaching }: Memory): readonly string[] => {
  const towards = coaching?.towards;
  const end = towards && ends?.[towards.end];
  return [...(towards?.side ? [app.sides[towards.side]] : []), ...(end ? [end] : [])];
};

const isJudged = (phase: Phase): phase is JudgedPhase => (judgedPhases as readonly Phase[]).includes(phase);

/** Whether only the time is kept, so that the clock leads and not the user. */
export const isTimed = ({ coaching }: Memory): boolean => coaching?.targets === 'timed';

/** Whether the next repetition is the last one; the coaching already includes the repetition being announced. */
const isLastNext = ({ coaching }: Memory): boolean =>
  coaching !== undefined && coaching.ofRepetitions > 1 && coaching.repetitions === coaching.ofRepetitions - 1;

const mostWords = 7;

const unseenWords = ({ voice, keypointsInWords }: Texts, missing: readonly KeypointName[]): string => {
  const words = voice.cannotSee(keypointsInWords(missing));
  return words.split(' ').length > mostWords ? voice.cannotSeeAll : words;
};
