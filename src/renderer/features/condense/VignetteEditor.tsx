import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { CondensedSegment, Vignette } from '../../../shared/contract/condensation.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PassageButton } from './PassageButton.tsx';

type Part = Vignette['parts'][number];
type NewPart = NonNullable<InputOf<'condensation.updateVignette'>['parts']>[number];

/** Segments to choose from: as many as a list can be searched in. */
const mostSegments = 2000;
const longestLabel = 120;
const none: readonly CondensedSegment[] = [];

/** One vignette: its parts in their order, words of the researcher between words of the field. */
export function VignetteEditor({ vignette }: { readonly vignette: Vignette }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: cases = [] } = useAnswer('cases.list', {});
  const { data: found } = useAnswer('condensation.list', { limit: mostSegments });
  const segments = found?.segments ?? none;
  const choices = useMemo(
    () =>
      segments.map(({ coding, codeName, quote }) => ({
        id: coding,
        label: `${codeName}: ${quote}`.slice(0, longestLabel).toWellFormed(),
      })),
    [segments],
  );
  const { guid: vignetteId, parts } = vignette;
  const isReadOnly = !canChange;
  const put = (next: readonly NewPart[]) => perform('condensation.updateVignette', { vignetteId, parts: [...next] });
  const own = parts.map(asInput);
  const move = (from: number, to: number): void => {
    const next = own.toSpliced(from, 1);
    const part = own[from];
    if (part) void put(next.toSpliced(to, 0, part));
  };
  return (
    <Panel
      title={t('vignettes.one')}
      actions={
        <IconButton
          label={t('vignettes.delete')}
          icon={<Trash2 />}
          size="small"
          isDisabled={isReadOnly}
          onPress={() => void perform('condensation.deleteVignettes', { vignetteIds: [vignetteId] })}
        />
      }
    >
      <div className="condense-vignette">
        <AutosaveField
          label={t('vignettes.name')}
          value={vignette.title}
          isNeeded
          isReadOnly={isReadOnly}
          onSave={(title) => perform('condensation.updateVignette', { vignetteId, title })}
        />
        <ComboBox
          label={t('vignettes.case')}
          options={cases.map(({ guid, name }) => ({ id: guid, label: name }))}
          value={vignette.case}
          isDisabled={isReadOnly}
          onChange={(caseId) => void perform('condensation.updateVignette', { vignetteId, caseId })}
        />
        <ol className="condense-parts" aria-label={t('vignettes.parts')}>
          {parts.map((part, at) => (
            <li key={`${at} ${part.coding ?? part.kind}`}>
              <div>
                {part.kind === 'words' ? (
                  <AutosaveField
                    label={t('vignettes.words')}
                    isLabelHidden
                    value={part.text}
                    rows={3}
                    autoFocus={part.text === ''}
                    isReadOnly={isReadOnly}
                    onSave={(text) => put(own.with(at, { kind: 'words', text }))}
                  />
                ) : (
                  <Segment part={part} place={segments.find(({ coding }) => coding === part.coding)} />
                )}
              </div>
              <IconButton
                label={t('vignettes.up', { n: at + 1 })}
                icon={<ArrowUp />}
                size="small"
                isDisabled={isReadOnly || at === 0}
                onPress={() => move(at, at - 1)}
              />
              <IconButton
                label={t('vignettes.down', { n: at + 1 })}
                icon={<ArrowDown />}
                size="small"
                isDisabled={isReadOnly || at === parts.length - 1}
                onPress={() => move(at, at + 1)}
              />
              <IconButton
                label={t('vignettes.remove', { n: at + 1 })}
                icon={<Trash2 />}
                size="small"
                isDisabled={isReadOnly}
                onPress={() => void put(own.toSpliced(at, 1))}
              />
            </li>
          ))}
        </ol>
        {canChange && (
          <div className="condense-actions">
            <Button size="small" icon={<Plus />} onPress={() => void put([...own, { kind: 'words', text: '' }])}>
              {t('vignettes.add.words')}
            </Button>
            <ComboBox
              label={t('vignettes.add.segment')}
              options={choices}
              value={null}
              onChange={(codingId) => codingId !== null && void put([...own, { kind: 'segment', codingId }])}
            />
          </div>
        )}
        <AutosaveField
          label={t('vignettes.note')}
          value={vignette.note}
          rows={2}
          isReadOnly={isReadOnly}
          onSave={(note) => perform('condensation.updateVignette', { vignetteId, note })}
        />
      </div>
    </Panel>
  );
}

type SegmentProps = {
  readonly part: Part;
  /** Where it stands now; nothing where it is not among the segments that were read. */
  readonly place: Parameters<typeof PassageButton>[0]['place'] | undefined;
};

/** Words of the field. They stay when their coding goes, and say so. */
function Segment({ part, place }: SegmentProps) {
  const t = useT();
  if (place) return <PassageButton place={{ ...place, quote: part.text }} />;
  return (
    <blockquote className="condense-vignette-quote">
      {part.text} {part.coding === null && <Badge tone="warning">{t('vignettes.gone')}</Badge>}
    </blockquote>
  );
}

function asInput({ kind, coding, text }: Part): NewPart {
  return kind === 'words' ? { kind, text } : { kind, codingId: coding, text };
}
