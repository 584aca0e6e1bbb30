// How this user has the transcript, from what is remembered, and the words of what stands beside it.

import { useMemo } from 'react';
import type { TranscriptWords } from '../../editor/assembly.ts';
import { numberKinds, type NumberKind, type TranscriptLook } from '../../editor/look.ts';
import { fontFamilyOf, useReading } from '../../parts/reading.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { useCode } from './store.ts';

export type LookSwitch = 'margin' | 'overview' | 'patterns' | 'bare' | 'focus';

export type LookChoice = {
  readonly look: TranscriptLook;
  readonly words: TranscriptWords;
  readonly hasMargin: boolean;
  /** Only the text, without anything of the window. */
  readonly isFocused: boolean;
  readonly setNumbers: (kind: NumberKind) => void;
  readonly setMarginWidth: (width: number) => void;
  readonly resizeText: (by: number) => void;
  readonly toggle: (what: LookSwitch) => void;
};

/** @param nameOf name of a code, for what is heard in the margin */
export function useLook(nameOf: (code: string) => string): LookChoice {
  const { reading, change } = useReading();
  const [numbers, setNumbers] = useRemembered<string>('look/numbers', 'paragraph');
  const [hasMargin, setMargin] = useRemembered<boolean>('look/margin', true);
  const [marginWidth, setMarginWidth] = useRemembered<number>('look/marginWidth', 208);
  const [hasOverview, setOverview] = useRemembered<boolean>('look/overview', true);
  const [hasPatterns, setPatterns] = useRemembered<boolean>('look/patterns', false);
  const { isBare, isFocused, set } = useCode();
  const words = useWords(nameOf);
  const look = useMemo(
    (): TranscriptLook => ({
      font: fontFamilyOf(reading.font),
      size: reading.size,
      measure: reading.measure,
      lineHeight: reading.line,
      paragraphSpace: reading.space,
      numbers: isFocused ? 'none' : (numberKinds.find((kind) => kind === numbers) ?? 'paragraph'),
      marginWidth: hasMargin && !isFocused ? marginWidth : null,
      hasOverview: hasOverview && !isFocused,
      hasPatterns,
      isBare,
    }),
    [reading, numbers, hasMargin, marginWidth, hasOverview, hasPatterns, isBare, isFocused],
  );
  const flip = (former: boolean): boolean => !former;
  return {
    look,
    words,
    hasMargin,
    isFocused,
    setNumbers,
    setMarginWidth,
    resizeText: (by) => change({ size: reading.size + by }),
    toggle: (what) => {
      if (what === 'margin') setMargin(flip);
      else if (what === 'overview') setOverview(flip);
      else if (what === 'patterns') setPatterns(flip);
      else if (what === 'bare') set({ isBare: !isBare });
      else set({ isFocused: !isFocused });
    },
  };
}

function useWords(nameOf: (code: string) => string): TranscriptWords {
  const t = useT();
  return useMemo(
    () => ({
      margin: t('seeing.margin'),
      marginValue: (coding, at, count) => {
        if (!coding) return t('seeing.margin.none', { count });
        const value = t('seeing.margin.value', { code: nameOf(coding.code), at, count });
        return coding.state === 'changed' ? `${value} ${t('seeing.changed')}` : value;
      },
      nameTitle: (name, isChanged) => (isChanged ? `${name} – ${t('seeing.changed')}` : name),
      moreTitle: (names) => names.join('\n'),
      divider: t('seeing.divider'),
      overview: t('seeing.overview'),
      overviewValue: (paragraph, count) => t('seeing.overview.value', { paragraph, count }),
    }),
    [t, nameOf],
  );
}
