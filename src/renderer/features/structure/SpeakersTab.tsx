import { useMemo, useState } from 'react';
import type { KnownSpeaker, Speaker } from '../../../shared/contract/speakers.ts';
import { wordCount } from '../../../shared/domain/analysis/words.ts';
import { likelyRole, speakersOf, turnsOfSpeaker } from '../../../shared/domain/turns.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { showAllSpeakers, useSpeakerFilter } from '../../parts/speaker-filter.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { type Renaming, RenameSpeakerDialog } from './RenameSpeakerDialog.tsx';
import { SpeakerRow } from './SpeakerRow.tsx';

type Scope = 'document' | 'project';
const noSpeakers: readonly Speaker[] = [];
const nobodyKnown: readonly KnownSpeaker[] = [];

/** Who speaks here, or in all documents: role, colour, case, counts, and what can be done with all they say. */
export function SpeakersTab({ open }: { readonly open: OpenTranscript }) {
  const t = useT();
  const [scope, setScope] = useState<Scope>('document');
  const [renaming, setRenaming] = useState<Renaming | null>(null);
  const here = useSpeakersHere(open);
  const { data: everywhere = noSpeakers } = useAnswer('speakers.list', {}, { enabled: scope === 'project' });
  const speakers = scope === 'document' ? here : everywhere;
  const { speakers: stressed } = useSpeakerFilter();
  return (
    <div className="structure-tab">
      <div className="structure-toolbar">
        <Select<Scope>
          label={t('structure.speakers.scope')}
          isLabelHidden
          size="small"
          options={[
            { id: 'document', label: t('structure.scope.document') },
            { id: 'project', label: t('structure.scope.project') },
          ]}
          value={scope}
          onChange={setScope}
        />
        {stressed.length > 0 && (
          <Button size="small" variant="quiet" onPress={showAllSpeakers}>
            {t('code.speakers.all')}
          </Button>
        )}
      </div>
      {speakers.length === 0 ? (
        <EmptyState title={t('structure.speakers.empty')} text={t('structure.speakers.empty.text')} />
      ) : (
        <ul className="structure-list" aria-label={t('code.speakers')}>
          {speakers.map((speaker) => (
            <SpeakerRow
              key={speaker.name}
              open={open}
              speaker={speaker}
              others={speakers.filter(({ name }) => name !== speaker.name).map(({ name }) => name)}
              isHere={here.some(({ name }) => name === speaker.name)}
              onRename={(to) => setRenaming({ from: speaker.name, to: to ?? speaker.name })}
            />
          ))}
        </ul>
      )}
      {renaming && (
        <RenameSpeakerDialog open={open} renaming={renaming} initialScope={scope} onClose={() => setRenaming(null)} />
      )}
    </div>
  );
}

/** Counted in the text on the screen, so that nothing is asked for while somebody types. */
function useSpeakersHere({ documentId, text, turns }: OpenTranscript): readonly Speaker[] {
  const { data: known = nobodyKnown } = useAnswer('speakers.known', {});
  const counted = useMemo(
    () =>
      speakersOf(turns).map((name) => ({
        name,
        role: likelyRole(name, turns, text),
        documents: [documentId],
        turns: turns.filter(({ speaker }) => speaker === name).length,
        words: turnsOfSpeaker(turns, name).reduce((sum, { start, end }) => sum + wordCount(text.slice(start, end)), 0),
      })),
    [documentId, text, turns],
  );
  return useMemo(() => {
    const byName = new Map(known.map((one) => [one.name, one]));
    return counted.map((one) => {
      const said = byName.get(one.name);
      return {
        ...one,
        role: said?.role ?? one.role,
        isRoleSet: said !== undefined,
        color: said?.color ?? null,
        case: said?.case ?? null,
      };
    });
  }, [counted, known]);
}
