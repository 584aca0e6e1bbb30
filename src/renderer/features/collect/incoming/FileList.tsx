import type { PreviewedFile } from '../../../../shared/contract/documents.ts';
import type { UploadedFile } from '../../../services/files.ts';
import { useT } from '../../../services/text.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { ListBox } from '../../../ui/ListBox.tsx';

export type FileListProps = {
  readonly files: readonly UploadedFile[];
  /** In the order of the files, as far as they are there. */
  readonly previews: readonly PreviewedFile[];
  readonly chosen: string;
  readonly onChoose: (token: string) => void;
};

/** The files that wait, with what needs a look. */
export function FileList({ files, previews, chosen, onChoose }: FileListProps) {
  const t = useT();
  const rows = files.map((file, index) => ({ ...file, preview: previews[index] }));
  return (
    <ListBox
      label={t('incoming.files')}
      className="incoming-list"
      items={rows}
      itemId={({ token }) => token}
      itemText={({ name }) => name}
      selectedIds={new Set([chosen])}
      onSelect={([token]) => token !== undefined && onChoose(token)}
      rowHeight={44}
      render={({ name, preview }) => (
        <span className="incoming-row">
          <span className="ellipsis">{name}</span>
          {preview?.error && <Badge tone="danger">{t('collect.report.refused')}</Badge>}
          {preview?.found && preview.notes.length > 0 && <Badge tone="warning">{preview.notes.length}</Badge>}
        </span>
      )}
    />
  );
}
