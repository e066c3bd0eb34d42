import { RefreshCw } from 'lucide-react';
import type { PrinterInfo } from '../../../src/contract/index.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import type { Translate } from '../../../src/text/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Button, Progress, RadioGroup, Select } from '../../ui/index.ts';
import type { Option } from '../../ui/index.ts';
import { usePreferences } from './use-preferences.ts';
import { usePrinters } from './use-printers.ts';

/** The value of "no printer"; no system names one so. */
const NONE = '';

/** Where receipts come out, how wide, and in which language. */
export function PrinterSection() {
  const { t } = useTranslate();
  const { preferences, change } = usePreferences();
  const { printers, lookAgain } = usePrinters();
  const { printer, receiptLanguage } = preferences;
  return (
    <>
      {printers === null ? (
        <Progress>{t('settings.receipts.looking')}</Progress>
      ) : (
        <div className="settings-row">
          <Select
            label={t('settings.receipts.printer')}
            options={printerOptions(printers, printer.deviceName, t)}
            value={printer.deviceName ?? NONE}
            onChange={(name) => change({ printer: { deviceName: name === NONE ? null : name } })}
            {...(printer.deviceName === null ? { hint: t('settings.receipts.noPrinterWhat') } : {})}
          />
          <Button icon={RefreshCw} onPress={lookAgain}>
            {t('settings.receipts.lookAgain')}
          </Button>
        </div>
      )}
      <RadioGroup
        row
        label={t('settings.receipts.paper')}
        options={(['80mm', '58mm', 'A4'] as const).map((value) => ({ value, label: t(`settings.receipts.papers.${value}`) }))}
        value={printer.paper}
        onChange={(paper) => change({ printer: { paper } })}
      />
      <RadioGroup
        row
        label={t('settings.receipts.language')}
        options={LANGUAGES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
        value={receiptLanguage}
        onChange={(language) => change({ receiptLanguage: language })}
      />
      <p className="soft">{t('settings.receipts.test')}</p>
    </>
  );
}

/** The chosen printer stays in the list even while the system does not see it. */
function printerOptions(printers: readonly PrinterInfo[], chosen: string | null, t: Translate): readonly Option<string>[] {
  const found = printers.map(({ deviceName, displayName, isDefault }) => ({
    value: deviceName,
    label: isDefault ? t('settings.receipts.isDefault', { name: displayName }) : displayName,
  }));
  const gone = chosen !== null && !printers.some((printer) => printer.deviceName === chosen);
  return [
    { value: NONE, label: t('settings.receipts.noPrinter') },
    ...found,
    ...(gone ? [{ value: chosen, label: t('settings.receipts.missing', { name: chosen }) }] : []),
  ];
}
