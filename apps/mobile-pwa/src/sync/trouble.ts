/**
 * Why an exchange with the server came to nothing, the most telling first:
 * `proxy` something on the way asks for a sign-in of its own, `portal` another page came in the server's place,
 * `too-large` a request was refused for its size, `busy` to come again later, `gateway` something on the way did not
 * reach the server, `cut` half an answer, `network` no answer at all, `server` it failed at what it was given.
 */
export const troubles = [
  'signed-out',
  'proxy',
  'portal',
  'too-large',
  'busy',
  'gateway',
  'cut',
  'network',
  'server',
] as const;

export type Trouble = (typeof troubles)[number];
