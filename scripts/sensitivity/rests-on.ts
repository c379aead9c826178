/** What a constant can rest on, the strongest first. */
export const evidences = ['people', 'rigged bodies', 'paper', 'figure', 'design choice'] as const;

/** What a constant rests on. */
export type Evidence = (typeof evidences)[number];

/** The words by which a comment names what was measured, and on what. */
const words: Readonly<Record<Evidence, RegExp>> = {
  people:
    /\d[^.;]*\b(people|photographs|recordings of people)\b|\bfilms? of (a person|people)\b|\ba person who\b[^.;]*\d|\ba seated woman\b|\(a film\)/i,
  'rigged bodies': /\brigged bod(y|ies)\b/i,
  paper: /\b[A-Z][a-z]+(?: et al\.)?,? (?:19|20)\d\d\b|\bDrillis\b|\bWinter\b|\bmodel page\b/,
  figure: /\bfigures?\b|\bfilms\b|\bMoveNet (?:Lightning |Thunder )?(?:reads|deviates|sees)\b|\bsimulated\b/i,
  'design choice': /\bdesign choice\b/i,
};

/** What a constant rests on by its comment, the strongest first; empty where the comment names none. */
export const restsOn = (comment: string): readonly Evidence[] => evidences.filter((one) => words[one].test(comment));

/** Whether a comment names people, rigged bodies or a paper: everything else rests on the figure alone, at most. */
export const isBeyondFigure = (comment: string): boolean =>
  restsOn(comment).some((one) => one !== 'figure' && one !== 'design choice');
