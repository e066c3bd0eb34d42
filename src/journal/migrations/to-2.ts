import type { Migration } from './migration.ts';

/** Two tables get the names of the field: refunds and pay-outs are disbursements, small named things lie in slots. */
export const TO_2: Migration = {
  to: 2,
  run(db) {
    db.exec(`
      DROP TRIGGER outgoing_is_never_deleted;
      DROP INDEX outgoing_unsettled;
      DROP INDEX outgoing_receipt;
      ALTER TABLE outgoing RENAME TO disbursement;
      CREATE INDEX disbursement_unsettled ON disbursement(unsettled) WHERE unsettled = 1;
      CREATE INDEX disbursement_receipt ON disbursement(receipt_number) WHERE receipt_number IS NOT NULL;
      CREATE TRIGGER disbursement_is_never_deleted BEFORE DELETE ON disbursement BEGIN SELECT RAISE(ABORT, 'a refund is never deleted'); END;
      ALTER TABLE kept RENAME TO slot;
    `);
  },
};
