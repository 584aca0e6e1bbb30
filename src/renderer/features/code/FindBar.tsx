// Finds in the text of the document, all of it, steps through the hits and replaces them.

import { ChevronDown, ChevronUp, Files, Replace, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { runCommand, useShortcut } from '../../commands/registry.ts';
import { SearchToggles } from '../../parts/SearchToggles.tsx';
import { useSearching } from '../../parts/searching.ts';
import { useCanChange } from '../../services/session.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button, IconButton, ToggleButton } from '../../ui/Button.tsx';
import type { Finding } from './use-find.ts';

export type FindBarProps = {
  readonly finding: Finding;
  readonly onClose: () => void;
};

export function FindBar({ finding, onClose }: FindBarProps) {
  const t = useT();
  const number = useNumber();
  const field = useRef<HTMLInputElement>(null);
  const canChange = useCanChange();
  const searching = useSearching();
  const allKey = useShortcut('texts.replace');
  const { hits, current, fault, step, search } = finding;
  const count = hits.length;
  const replaces = canChange && searching.replaces;
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
      <div className="code-find-row">
        <input
          ref={field}
          className="field-input"
          autoFocus
          value={searching.query}
          onKeyDown={onKeyDown}
          onChange={(event) => search({ query: event.target.value })}
          aria-label={t('code.find')}
          aria-invalid={fault !== null}
          placeholder={t('code.find')}
          spellCheck={false}
        />
        <output className="code-find-count">{searching.query === '' || fault !== null ? '' : told}</output>
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
        <SearchToggles onChange={search} />
        {canChange && (
          <ToggleButton
            label={t('texts.replace.show')}
            icon={<Replace />}
            size="small"
            isSelected={searching.replaces}
            onChange={(isWanted) => searching.set({ replaces: isWanted })}
          />
        )}
        <IconButton
          label={t('texts.find.all')}
          icon={<Files />}
          shortcut={allKey}
          size="small"
          onPress={() => runCommand('texts.replace')}
        />
        <IconButton label={t('code.find.close')} icon={<X />} size="small" onPress={onClose} />
      </div>
      {replaces && <ReplaceRow finding={finding} onClose={onClose} />}
      {fault !== null && (
        <p className="code-find-fault" role="alert">
          {fault}
        </p>
      )}
    </search>
  );
}

function ReplaceRow({ finding, onClose }: FindBarProps) {
  const t = useT();
  const { replacement, regex, set } = useSearching();
  const isEmpty = finding.hits.length === 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void finding.replace('one');
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="code-find-row">
      <input
        className="field-input"
        value={replacement}
        onKeyDown={onKeyDown}
        onChange={(event) => set({ replacement: event.target.value })}
        aria-label={t('texts.replace.with')}
        placeholder={t('texts.replace.with')}
        title={regex ? t('texts.replace.groups') : undefined}
        spellCheck={false}
      />
      <Button size="small" isDisabled={isEmpty} onPress={() => void finding.replace('one')}>
        {t('texts.replace.one')}
      </Button>
      <Button size="small" isDisabled={isEmpty} onPress={() => void finding.replace('all')}>
        {t('texts.replace.every')}
      </Button>
    </div>
  );
}
