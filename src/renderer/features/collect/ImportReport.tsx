import { useState } from 'react';
import type { ImportedFile } from '../../../shared/contract/documents.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './collect.css';

export type ImportReportProps = { readonly files: readonly ImportedFile[]; readonly onClose: () => void };

/** What became of each file, with what was left out or guessed, and for a refused one why and what helps. */
export function ImportReport({ files, onClose }: ImportReportProps) {
  const t = useT();
  const [isShort, setShort] = useState(false);
  const refused = files.filter(({ outcome }) => outcome === 'refused').length;
  // What needs the researcher's attention comes first.
  const shown = [...files].filter(({ outcome }) => !isShort || outcome === 'refused').toSorted(byAttention);
  return (
    <Dialog
      title={t('collect.report.title')}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('content.close')}
        </Button>
      }
    >
      <p className="dialog-text">
        {t('collect.report.summary', { imported: files.length - refused, refused })}
        {refused > 0 && ` ${t('collect.report.unchanged')}`}
      </p>
      {refused > 0 && refused < files.length && (
        <Checkbox isSelected={isShort} onChange={setShort}>
          {t('collect.report.only')}
        </Checkbox>
      )}
      <div className="collect-report-frame">
        <table className="collect-report">
          <thead>
            <tr>
              <th scope="col">{t('collect.report.file')}</th>
              <th scope="col">{t('collect.report.outcome')}</th>
              <th scope="col">{t('collect.report.notes')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((file, index) => (
              // Two files of one folder tree may bear one name: only the place in the list tells them apart.
              <tr key={`${index} ${file.file}`}>
                <th scope="row" className="collect-report-file">
                  {file.file}
                  {file.title !== null && file.title !== file.file && <span>{file.title}</span>}
                </th>
                <td>
                  <Badge tone={file.outcome === 'refused' ? 'danger' : 'success'}>
                    {t(file.outcome === 'refused' ? 'collect.report.refused' : 'collect.report.imported')}
                  </Badge>
                </td>
                <td>
                  <Notes file={file} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function Notes({ file }: { readonly file: ImportedFile }) {
  const t = useT();
  return (
    <>
      {file.error && <p>{file.error.message}</p>}
      {file.outcome === 'imported' && (
        <p className="collect-report-size">{t('content.characters', { count: file.characters })}</p>
      )}
      {file.notes.length > 0 && (
        <ul className="collect-report-notes">
          {file.notes.map((note) => (
            <li key={note.code}>{note.message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function byAttention(a: ImportedFile, b: ImportedFile): number {
  const weight = (file: ImportedFile) => (file.outcome === 'refused' ? 2 : file.notes.length > 0 ? 1 : 0);
  return weight(b) - weight(a);
}
