import type { ParseResult } from 'vite';

/**
 * The text of the comment that stands directly above a place in a text, or, where that is `far` enough, with empty lines
 * between; `undefined` where none does.
 */
export type CommentBefore = (place: number, reach?: 'near' | 'far') => string | undefined;

/** The words of a comment, without its marks. */
const wordsOf = (value: string): string =>
  value
    .split('\n')
    .map((line) => line.replace(/^\s*\*+/, '').trim())
    .join(' ')
    .trim();

/** Finds the comments of a text by what they stand above; lines of `//` that follow each other are one. */
export const commentsIn = (text: string, comments: ParseResult['comments']): CommentBefore => {
  const above = (place: number, reach: 'near' | 'far'): readonly string[] => {
    const comment = comments.findLast(({ end }) => end <= place && /^\s*$/.test(text.slice(end, place)));
    if (!comment || isAfterCode(text, comment.start)) return [];
    if (reach === 'near' && /\n\s*\n/.test(text.slice(comment.end, place))) return [];
    return [...(comment.type === 'Line' ? above(comment.start, 'near') : []), wordsOf(comment.value)];
  };
  return (place, reach = 'near') => {
    const words = above(place, reach);
    return words.length > 0 ? words.join(' ') : undefined;
  };
};

/** Whether code stands before a comment on its line: then it is about that code. */
const isAfterCode = (text: string, start: number): boolean =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() !== '';
