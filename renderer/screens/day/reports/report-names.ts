import type { ReportId } from '../../../../src/protocol/index.ts';

/** What SEQR numbers its reports with (protocol §10). */
export const REPORT_NAMES = {
  'Reconciliation/Shop.xml': '001',
  'Reconciliation/STD_RECON_002.xml': '002',
  'Reconciliation/STD_RECON_003.xml': '003',
  'Reconciliation/STD_RECON_004.xml': '004',
  'Reconciliation/STD_RECON_006.xml': '006',
  'Reconciliation/STD_RECON_007.xml': '007',
} as const satisfies Readonly<Record<ReportId, string>>;
