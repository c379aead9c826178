/** What routine says, in English. */
export const routine = {};
