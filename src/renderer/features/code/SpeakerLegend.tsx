import { useT } from '../../services/text.ts';
import { useCode } from './store.ts';
import { speakerMark } from './use-marks.ts';

/** Who speaks, in the colour of their label. Pressing a name stresses that person's turns. */
export function SpeakerLegend({ names }: { readonly names: readonly string[] }) {
  const t = useT();
  const { speakers, set } = useCode();
  if (names.length === 0) return null;
  const toggle = (name: string): void =>
    set({ speakers: speakers.includes(name) ? speakers.filter((other) => other !== name) : [...speakers, name] });
  return (
    <fieldset className="code-speakers" aria-label={t('code.speakers')}>
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          className="code-speaker"
          style={{ color: `var(--transcript-${speakerMark(index)})` }}
          aria-pressed={speakers.includes(name)}
          aria-label={t('code.speaker.only', { speaker: name })}
          title={t('code.speaker.only', { speaker: name })}
          onClick={() => toggle(name)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
