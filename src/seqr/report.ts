import type { ReportDocument } from '../protocol/index.ts';
import { soleElement, soleText } from './values.ts';
import type { XmlElement } from './xml.ts';

/**
 * The report of an answer. With code 0 its `content` has to be there exactly once: null, the answer cannot count, if it
 * is not. `contentString` is never read: several published ones are not well-formed (protocol §10).
 */
export function readReport(returned: XmlElement, resultCode: number): { readonly report: ReportDocument | null } | null {
  if (resultCode !== 0) return { report: null };
  const report = soleElement(returned, 'report');
  const content = report === null ? null : soleText(report, 'content');
  if (report === null || content === null) return null;
  return { report: { title: soleText(report, 'title'), mimeType: soleText(report, 'mimeType'), content } };
}
