/** What voice says, in English. */
export const voice = {};
