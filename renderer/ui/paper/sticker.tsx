import type { Language } from '../../../src/language/language.ts';
import { terminalCode } from '../../../src/protocol/index.ts';
import { translator } from '../../../src/text/index.ts';
import { QrCode } from '../qr-code.tsx';
import { Barcode } from './barcode.tsx';
import './sticker.css';

export interface StickerProps {
  readonly seqrId: string;
  /** The register's designation, so that nobody puts it up at the wrong till. */
  readonly register: string;
  readonly shop: string;
  readonly language: Language;
}

/**
 * What stands at the till for customers to scan (PF-20, protocol §4): the terminal's QR code, 40 mm wide, and under it
 * the bare id as Code 128 and as text. Black on white in every theme, in real millimetres.
 */
export function Sticker({ seqrId, register, shop, language }: StickerProps) {
  const t = translator(language);
  return (
    <section className="sticker" aria-label={t('setup.steps.sticker')}>
      <p className="sticker__shop">{shop}</p>
      <div className="sticker__code">
        <QrCode text={terminalCode(seqrId)} label={t('setup.sticker.qrLabel', { seqrId })} />
      </div>
      <p className="sticker__scan">{t('setup.sticker.scan')}</p>
      <Barcode text={seqrId} label={t('setup.sticker.barcodeLabel', { text: seqrId })} />
      <p className="sticker__register">{register}</p>
    </section>
  );
}
