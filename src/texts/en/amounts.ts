import type { Side } from '../../engine/pose/keypoints.ts';

/** The sides, as a person calls them. */
export const sideNames: Readonly<Record<Side, string>> = { left: 'Left', right: 'Right' };

/** A count with what is counted: "1 time", "2 times". */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A length of time as one says it: "45 seconds", "2 min 5 s". */
export const time = (ms: number): string => {
  const all = Math.round(ms / 1000);
  if (all < 60) return plural(all, 'second', 'seconds');
  return all % 60 === 0 ? `${all / 60} min` : `${Math.floor(all / 60)} min ${all % 60} s`;
};

/** Seconds with a tenth: "5.2 s". */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number up to 99 as one says it; a larger one in digits. */
export const numberInWords = (number: number): string => {
  const [ten, one] = [tens[Math.floor(number / 10)], small[number % 10]];
  if (small[number]) return small[number];
  if (!ten || !one) return `${number}`;
  return number % 10 === 0 ? ten : `${ten}-${one}`;
};

/** Words with a capital letter at the beginning. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
