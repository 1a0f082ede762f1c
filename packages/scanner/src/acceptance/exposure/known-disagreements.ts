/** Cases that the scanner answers differently from the platform's documentation, with the reason. None is hidden: the score counts them as wrong. */
export const knownDisagreements: Readonly<Record<string, string>> = {};
