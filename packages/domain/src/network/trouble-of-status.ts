/** What an answer means that is not in our server's own words: any hop may have said it. */
export type AnswerTrouble = 'too-large' | 'busy' | 'proxy' | 'portal' | 'gateway';

export function troubleOfStatus(status: number): AnswerTrouble {
  if (status === 413) return 'too-large';
  if (status === 429) return 'busy';
  if (status === 401 || status === 407) return 'proxy';
  // 511 is what a portal should answer; most say 200 or send elsewhere, which shows as 0.
  if (status === 511 || status < 500) return 'portal';
  return 'gateway';
}
