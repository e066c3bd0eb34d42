import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Icon } from '../../ui/index.ts';
import './search-box.css';

export interface SearchBoxProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Enter: the first of what was found. */
  readonly onEnter: () => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function SearchBox({ query, onChange, onEnter, input }: SearchBoxProps) {
  const { t } = useTranslate();
  return (
    <div className="search-box" role="search">
      <Icon of={Search} />
      <input
        ref={input}
        className="search-box__input"
        type="search"
        aria-label={t('sale.search')}
        placeholder={t('sale.search')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={query}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
          if (event.key === 'Escape') {
            event.preventDefault();
            onChange('');
            event.currentTarget.blur();
          }
        }}
      />
      {query !== '' && (
        <Button
          kind="quiet"
          icon={X}
          label={t('sale.clearSearch')}
          onPress={() => {
            onChange('');
          }}
        >
          {null}
        </Button>
      )}
    </div>
  );
}
