import { localStart } from '../../session/history/days.ts';
import type { ImportPreview, ImportRefusal } from '../../session/history/import-preview.ts';
import type { ListedSession } from '../../session/history/listed-session.ts';
import type { Texts } from '../../texts/texts.ts';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const doneIn = ({ exercises }: ListedSession) => exercises.flatMap(({ done }) => (done ? [done] : []));

/** The time of day of a session's start, where the person was: "07:05". */
export const clockOf = (session: Pick<ListedSession, 'startedAt' | 'utcOffset'>, { language }: Texts): string =>
  new Date(localStart(session)).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** A day such as `2026-03-01` in words, with the day of the week: "Sunday, 1 March 2026". */
export const dayInWords = (day: string, { language }: Texts): string =>
  new Date(`${day}T00:00Z`).toLocaleDateString(language, { dateStyle: 'full', timeZone: 'UTC' });

/** A time, ms since 1970, as a short local day: "1 Mar 2026". */
export const shortDay = (at: number, { language }: Texts): string =>
  new Date(at).toLocaleDateString(language, { dateStyle: 'medium' });

/** What was done in a session, in a few words each: exercises, repetitions, held time, pain, how it ended. */
export const factsOfSession = (session: ListedSession, { history }: Texts): readonly string[] => {
  const words = history.sessions;
  const done = doneIn(session);
  const [repetitions, timed, heldMs] = [
    sumOf(done.map((one) => one.repetitions)),
    sumOf(done.map((one) => one.timed)),
    sumOf(done.map((one) => one.heldMs)),
  ];
  const { painBefore, painAfter, why } = session;
  return [
    ...(done.length > 1 ? [words.exercises(done.length)] : []),
    ...(repetitions > 0 || (timed === 0 && done.length > 0) ? [words.repetitions(repetitions)] : []),
    ...(timed > 0 ? [words.timed(timed)] : []),
    ...(heldMs > 0 ? [words.held(heldMs)] : []),
    ...(painBefore === undefined && painAfter === undefined ? [] : [words.pain(painBefore, painAfter)]),
    ...(words.ends[why] ? [words.ends[why]] : []),
  ];
};

/** How the user corrected the count of a session, in a few words each. */
export const correctionsOfSession = (session: ListedSession, { history }: Texts): readonly string[] => {
  const done = doneIn(session);
  const [added, takenBack] = [sumOf(done.map((one) => one.added)), sumOf(done.map((one) => one.takenBack))];
  return [
    ...(added > 0 ? [history.sessions.added(added)] : []),
    ...(takenBack > 0 ? [history.sessions.takenBack(takenBack)] : []),
  ];
};

/** Whether an import adds or replaces the plan. */
export const changesPlan = ({ plan }: { readonly plan?: ImportPreview['plan'] }): boolean =>
  plan === 'adds' || plan === 'replaces';

/** What an import would do, in lines: added, replaced, the same, and what stays. */
export const previewInWords = ({ entries, plan }: ImportPreview, { history }: Texts): readonly string[] => {
  const words = history.bringIn;
  const countOf = (effect: string): number => entries.filter((entry) => entry.effect === effect).length;
  const lines = (['adds', 'replaces', 'same', 'stays'] as const).flatMap((effect) => {
    const count = countOf(effect);
    return count > 0 ? [words[effect](count)] : [];
  });
  const changes = countOf('adds') + countOf('replaces') + (changesPlan({ plan }) ? 1 : 0);
  return [...lines, ...(plan ? [words.plan[plan]] : []), changes > 0 ? words.untouched : words.nothing];
};

const refusalInWords = ({ trouble, session, at, reason }: ImportRefusal, { history }: Texts): string => {
  const { wholeFile, numbered, troubles } = history.bringIn;
  const where = session === undefined ? wholeFile : numbered(session);
  const place = [at, reason].filter(Boolean).join(': ');
  return `${where}: ${troubles[trouble]}${place ? ` (${place})` : ''}`;
};

/** What an import refuses, each with its place and its reason; the count is the first line. */
export const refusalsInWords = ({ refusals, refused }: ImportPreview, texts: Texts): readonly string[] => {
  const more = refused - refusals.length;
  return [
    ...refusals.map((refusal) => refusalInWords(refusal, texts)),
    ...(more > 0 ? [texts.history.bringIn.moreRefused(more)] : []),
  ];
};
