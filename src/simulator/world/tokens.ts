import type { CustomerToken } from '../wire/schema.ts';

/** The card a till answers for: the till's own word on each card it was told of (protocol §5). */
export function answeredTokens(told: readonly CustomerToken[], sent: readonly CustomerToken[]): readonly CustomerToken[] {
  return told.map((token) => {
    const answer = sent.find((each) => each.id === token.id && each.value === token.value);
    return answer ? { ...token, status: answer.status } : token;
  });
}
