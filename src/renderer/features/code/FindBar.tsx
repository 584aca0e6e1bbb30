// Finds in the text of the document, all of it, and steps through the hits.

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNumber, useT } from '../../services/text.ts';
import { IconButton, ToggleButton } from '../../ui/Button.tsx';
import { useCode } from './store.ts';
import type { Finding } from './use-find.ts';

export type FindBarProps = {
  readonly finding: Finding;
  readonly onClose: () => void;
};

export function FindBar({ finding, onClose }: FindBarProps) {
  const t = useT();
  const number = useNumber();
  const field = useRef<HTMLInputElement>(null);
  const { hits, current, step, search } = finding;
  const count = hits.length;
  const find = useCode((state) => state.find);
  useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') step(event.shiftKey);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  const told = count === 0 ? t('code.find.none') : t('code.find.count', { at: current + 1, count: number(count) });
  return (
    <search className="code-find">
      <input
        ref={field}
        className="field-input"
        autoFocus
        value={find.query}
        onKeyDown={onKeyDown}
        onChange={(event) => search({ query: event.target.value })}
        aria-label={t('code.find')}
        placeholder={t('code.find')}
        spellCheck={false}
      />
      <output className="code-find-count">{find.query === '' ? '' : told}</output>
      <IconButton
        label={t('code.find.previous')}
        icon={<ChevronUp />}
        size="small"
        isDisabled={count === 0}
        onPress={() => step(true)}
      />
      <IconButton
        label={t('code.find.next')}
        icon={<ChevronDown />}
        size="small"
        isDisabled={count === 0}
        onPress={() => step(false)}
      />
      <ToggleButton
        label={t('code.find.case')}
        icon={<span aria-hidden="true">Aa</span>}
        size="small"
        isSelected={find.matchCase}
        onChange={(matchCase) => search({ matchCase })}
      />
      <ToggleButton
        label={t('code.find.word')}
        icon={<span aria-hidden="true">[ab]</span>}
        size="small"
        isSelected={find.wholeWord}
        onChange={(wholeWord) => search({ wholeWord })}
      />
      <IconButton label={t('code.find.close')} icon={<X />} size="small" onPress={onClose} />
    </search>
  );
}
