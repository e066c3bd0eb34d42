/** How firmly a tab's money is reserved, as SEQR names it. Beside the schemas, not among them: windows need these words and no zod. */
export const RESERVATION_MODES = ['RESERVATION_DESIRED', 'RESERVATION_REQUIRED', 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'] as const;
