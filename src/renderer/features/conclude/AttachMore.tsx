import type { EvidenceTarget, Proposition } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';

type Kind = 'proposition' | 'display' | 'cell' | 'memo';

/** Rests a proposition on another one, on a matrix or network as a whole, on a cell, or on a memo. */
export function AttachMore({
  proposition: { guid: propositionId, evidence },
  propositions,
}: {
  readonly proposition: Proposition;
  readonly propositions: readonly Proposition[];
}) {
  const t = useT();
  const perform = usePerform();
  const displays = useAnswer('displays.list', {}).data ?? [];
  const networks = useAnswer('networks.list', {}).data ?? [];
  const cells = useAnswer('displays.written', {}).data ?? [];
  const memos = useAnswer('memos.list', {}).data ?? [];
  const attached = new Set<Guid>([propositionId, ...evidence.map(({ target }) => target)]);
  const offered: readonly { readonly kind: Kind; readonly options: readonly { id: Guid; label: string }[] }[] = [
    { kind: 'proposition', options: propositions.map(({ guid, statement }) => ({ id: guid, label: statement })) },
    { kind: 'display', options: [...displays, ...networks].map(({ guid, name }) => ({ id: guid, label: name })) },
    {
      kind: 'cell',
      options: cells.map(({ guid, display, row, column, text, rating }) => ({
        id: guid,
        label: `${display}: ${row} × ${column} – ${text === '' ? rating : text}`,
      })),
    },
    {
      kind: 'memo',
      options: memos.flatMap(({ guid, title }) => (title.trim() === '' ? [] : [{ id: guid, label: title }])),
    },
  ];
  return offered.map(({ kind, options }) => {
    const open = options.filter(({ id }) => !attached.has(id));
    if (open.length === 0) return null;
    return (
      <ComboBox
        key={kind}
        label={t(`claims.evidence.${kind}`)}
        options={open}
        value={null}
        onChange={(guid) => {
          if (guid === null) return;
          const target: EvidenceTarget = { kind, guid };
          void perform('propositions.attach', { propositionId, target });
        }}
      />
    );
  });
}
