/** Cases that the scanner answers differently from the platform's documentation, with the reason. None is hidden: the score counts them as wrong. */
export const knownDisagreements: Readonly<Record<string, string>> = {
  'a permission without source beside the known API: any API of any account may call as well':
    'A permission is attached to the way in that it serves. That it serves others too is the finding of permission-without-source-condition; a second way in for each would say it twice.',
};
