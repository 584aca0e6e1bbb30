import { Eye, EyeOff } from 'lucide-react';
import { toggleSpeaker, useSpeakerFilter } from '../../parts/speaker-filter.ts';
import { useT } from '../../services/text.ts';
import { ToggleButton } from '../../ui/Button.tsx';
import type { SpeakerLooks } from './use-speakers.ts';

export type SpeakerLegendProps = { readonly names: readonly string[]; readonly looks: SpeakerLooks };

/** Who speaks, in the colour of their label. Pressing a name stresses that person's turns; others are dimmed or hidden. */
export function SpeakerLegend({ names, looks }: SpeakerLegendProps) {
  const t = useT();
  const { speakers, isHiding } = useSpeakerFilter();
  if (names.length === 0) return null;
  const isStressing = names.some((name) => speakers.includes(name));
  return (
    <fieldset className="code-speakers" aria-label={t('code.speakers')}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="code-speaker"
          style={{ color: `var(--transcript-${looks.get(name) ?? 'speaker-0'})` }}
          aria-pressed={speakers.includes(name)}
          aria-label={t('code.speaker.only', { speaker: name })}
          title={t('code.speaker.only', { speaker: name })}
          onClick={() => toggleSpeaker(name)}
        >
          {name}
        </button>
      ))}
      {isStressing && (
        <ToggleButton
          label={t('structure.speakers.hide')}
          icon={isHiding ? <EyeOff /> : <Eye />}
          size="small"
          isSelected={isHiding}
          onChange={(hiding) => useSpeakerFilter.setState({ isHiding: hiding })}
        />
      )}
    </fieldset>
  );
}
