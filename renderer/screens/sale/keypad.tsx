import { Delete } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { formatAmount, formatQuantity, money, vatPercentText } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, classNames } from '../../ui/index.ts';
import { pressEntryKey, useEntry } from './entry-store.ts';
import { entryMinor } from './keypad-entry.ts';
import type { EntryKey } from './keypad-entry.ts';
import { ringUpEntry } from './sale-intents.ts';
import './keypad.css';

export interface KeypadProps {
  readonly onPercent: () => void;
  readonly disabled: boolean;
  /** Stands under the line, beside the keys. */
  readonly children: ReactNode;
}

/** In the order of the grid; `null` leaves the place to a function key. */
const ROWS: readonly (readonly EntryKey[])[] = [
  ['7', '8', '9'],
  ['4', '5', '6'],
  ['1', '2', '3'],
  ['0', '00'],
];

/** A2: digits fill from the right, `+` for the next row; `×` for a quantity, `%` off the selected row. */
export const Keypad = memo(function Keypad({ onPercent, disabled, children }: KeypadProps) {
  const { t } = useTranslate();
  const functionKey = 'keypad__key keypad__key--function';
  const digits = (row: number) =>
    (ROWS[row] ?? []).map((key) => (
      <Button
        key={key}
        className="keypad__key"
        disabled={disabled}
        onPress={() => {
          pressEntryKey(key);
        }}
      >
        {key}
      </Button>
    ));
  return (
    <div className="keypad" role="group" aria-label={t('sale.keypad.label')}>
      <div className="keypad__keys">
        {digits(0)}
        <Button
          className={functionKey}
          label={t('sale.keypad.times')}
          disabled={disabled}
          onPress={() => {
            pressEntryKey('times');
          }}
        >
          ×
        </Button>
        {digits(1)}
        <Button className={functionKey} label={t('sale.keypad.percent')} disabled={disabled} onPress={onPercent}>
          %
        </Button>
        {digits(2)}
        <Button
          className={classNames(functionKey, 'keypad__key--plus')}
          label={t('sale.keypad.add')}
          disabled={disabled}
          onPress={ringUpEntry}
        >
          +
        </Button>
        {digits(3)}
        <Button
          className={functionKey}
          icon={Delete}
          label={t('sale.keypad.backspace')}
          disabled={disabled}
          onPress={() => {
            pressEntryKey('backspace');
          }}
        >
          {null}
        </Button>
      </div>
      <div className="keypad__line">
        <EntryLine />
        {children}
      </div>
    </div>
  );
});

function EntryLine() {
  const { t, language } = useTranslate();
  const entry = useEntry((state) => state.entry);
  const { currency, defaultVatRate } = useSnapshot((snapshot) => snapshot.shop);
  const minor = entryMinor(entry);
  const figure = entry.text.includes('.')
    ? entry.text.replace('.', language === 'sv' ? ',' : '.')
    : formatAmount(money(minor ?? 0, currency), language);
  const empty = entry.text === '';
  const hint = !empty
    ? t('sale.keypad.hint', { rate: vatPercentText(defaultVatRate) })
    : t(entry.quantityMilli === null ? 'sale.keypad.hintEmpty' : 'sale.keypad.hintQuantity');
  return (
    <div>
      <p className={classNames('keypad__figure', empty && 'keypad__figure--empty')} role="status" aria-label={t('sale.keypad.line')}>
        {entry.quantityMilli !== null && <span className="keypad__quantity">{`${formatQuantity(entry.quantityMilli, language)} ×`}</span>}
        <span data-testid="entry">{figure}</span>
      </p>
      <p className="keypad__hint">{hint}</p>
    </div>
  );
}
