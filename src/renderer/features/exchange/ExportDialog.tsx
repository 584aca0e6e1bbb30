import { useState } from 'react';
import { codedTextFormat, segmentFormat } from '../../../shared/contract/exports.ts';
import type { ExchangeNoteAnswer } from '../../../shared/contract/interchange.ts';
import { ExportFrame } from '../../parts/ExportFrame.tsx';
import type { QuotationFilter } from '../../parts/quotations-about.ts';
import { type ProducedFile, saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useNumber, useT } from '../../services/text.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { choiceOf, choiceOfList, isWhole, nothingTyped, scopeOf } from './export-choice.ts';
import { ExportFilter } from './ExportFilter.tsx';
import { useExchange } from './store.ts';

const parts = ['qdpx', 'qdc', 'segments', 'documents', 'matrix'] as const;
type Part = (typeof parts)[number];

export type ExportDialogProps = {
  readonly onClose: () => void;
  /** Passages of a list: then these go out, and nothing else is asked for. */
  readonly list?: { readonly filter: QuotationFilter; readonly count: number };
};

/** What goes out, how, and of what. What is not in the file is said once it is there. */
export function ExportDialog({ onClose, list }: ExportDialogProps) {
  const t = useT();
  const number = useNumber();
  const runJob = useRunJob();
  const [part, setPart] = useState<Part>(list ? 'segments' : 'qdpx');
  const [format, setFormat] = useState<(typeof segmentFormat.options)[number]>('xlsx');
  const [groupBy, setGroupBy] = useState<'code' | 'document'>('code');
  const [rows, setRows] = useState<'cases' | 'documents'>('cases');
  const [measure, setMeasure] = useState<'codings' | 'binary' | 'words'>('codings');
  const [typed, setTyped] = useState(nothingTyped);
  const textFormat = codedTextFormat.options.find((each) => each === format) ?? 'docx';
  const title = { title: 'exchange.exporting' } as const;

  const made = async (): Promise<Made | null> => {
    const choice = list ? choiceOfList(list.filter) : choiceOf(typed);
    switch (part) {
      case 'segments':
        return runJob('exports.segments', { format, groupBy, ...choice }, title);
      case 'documents':
        return runJob('exports.documents', { format: textFormat, ...choice }, title);
      case 'matrix': {
        const packed = await runJob('exports.matrix', { rows, measure, ...scopeOf(typed) }, title);
        const [file] = packed?.files ?? [];
        return file ? { file, notes: packed?.notes ?? [] } : null;
      }
      case 'qdpx':
      case 'qdc':
        return runJob('interchange.export', { format: part }, title);
    }
  };
  const save = async (): Promise<void> => {
    onClose();
    const done = await made();
    if (!done) return;
    const { file, notes } = done;
    saveFile(file);
    if (notes.length > 0) useExchange.getState().set({ dialog: { kind: 'exported', name: file.name, notes } });
    else notify({ kind: 'success', text: t('exchange.exported', { name: file.name }) });
  };
  const isText = part === 'documents' || format === 'docx' || format === 'html';

  return (
    <ExportFrame
      title={t(list ? 'exports.segments' : 'exchange.export.title')}
      label={t('exchange.export.do')}
      size={list ? 'small' : 'medium'}
      isDisabled={!isWhole(typed)}
      onClose={onClose}
      onExport={() => void save()}
    >
      {list ? (
        <p className="dialog-text">{t('exports.filter.these', { count: number(list.count) })}</p>
      ) : (
        <RadioGroup
          label={t('exchange.export.what')}
          value={part}
          onChange={setPart}
          options={parts.map((id) => ({
            id,
            label: t(id === 'qdpx' || id === 'qdc' ? `exchange.export.${id}` : `exports.${id}`),
            description: t(id === 'qdpx' || id === 'qdc' ? `exchange.export.${id}.about` : `exports.what.${id}.about`),
          }))}
        />
      )}
      {part === 'segments' && (
        <Select
          label={t('exports.format')}
          value={format}
          onChange={setFormat}
          options={segmentFormat.options.map((id) => ({ id, label: t(`exports.format.${id}`) }))}
        />
      )}
      {part === 'documents' && (
        <Select
          label={t('exports.format')}
          value={textFormat}
          onChange={setFormat}
          options={codedTextFormat.options.map((id) => ({ id, label: t(`exports.format.${id}`) }))}
        />
      )}
      {part === 'segments' && isText && (
        <Select
          label={t('exports.group')}
          value={groupBy}
          onChange={setGroupBy}
          options={(['code', 'document'] as const).map((id) => ({ id, label: t(`exports.group.${id}`) }))}
        />
      )}
      {part === 'matrix' && (
        <>
          <Select
            label={t('exports.rows')}
            value={rows}
            onChange={setRows}
            options={(['cases', 'documents'] as const).map((id) => ({ id, label: t(`exports.rows.${id}`) }))}
          />
          <Select
            label={t('exports.measure')}
            value={measure}
            onChange={setMeasure}
            options={(['codings', 'binary', 'words'] as const).map((id) => ({ id, label: t(`exports.measure.${id}`) }))}
          />
        </>
      )}
      {!list && part !== 'qdpx' && part !== 'qdc' && (
        <ExportFilter
          typed={typed}
          onChange={(change) => setTyped({ ...typed, ...change })}
          withDetails={part !== 'matrix'}
        />
      )}
    </ExportFrame>
  );
}

type Made = { readonly file: ProducedFile; readonly notes: readonly ExchangeNoteAnswer[] };
