/** What settings says, in English. */
export const settings = {};
