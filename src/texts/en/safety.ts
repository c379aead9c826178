/** What safety says, in English. */
export const safety = {};
