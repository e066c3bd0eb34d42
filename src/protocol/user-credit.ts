/** Published for creditUser (protocol §2). */
const USER_ID_LENGTH = 36;
const MAX_DESCRIPTION_LENGTH = 160;

/**
 * Why a user id looks unlike one; null: it looks like one. A doubt is told and nothing more: the published sample itself is
 * longer than the published limit, and SEQR knows its users.
 */
export function userIdDoubt(userId: string): 'signs' | 'long' | null {
  if (!/^[0-9A-Za-z]*$/.test(userId)) return 'signs';
  return userId.length > USER_ID_LENGTH ? 'long' : null;
}

/** Letters, digits, dot and comma, up to 160, to the letter: no spaces. Empty is allowed: SEQR has its own then. */
export function payOutDescriptionProblem(description: string): 'signs' | 'long' | null {
  if (!/^[0-9A-Za-z.,]*$/.test(description)) return 'signs';
  return description.length > MAX_DESCRIPTION_LENGTH ? 'long' : null;
}
