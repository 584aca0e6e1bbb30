import { useState } from 'react';
import { type CodebookFormat, codebookFormat, type CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { ExportFrame } from '../../parts/ExportFrame.tsx';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { mergeTargets } from './change-plan.ts';
import { DeleteCodesDialog } from './DeleteCodesDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { useCodebook } from './store.ts';
import { childrenOf } from './tree-model.ts';
import type { CodeActions } from './use-code-actions.ts';
import { useNamesOf } from './use-names.ts';

export type CodebookDialogsProps = { readonly codes: readonly CodeSummary[]; readonly actions: CodeActions };

/** The dialog that is asked for, if any. */
export function CodebookDialogs({ codes, actions }: CodebookDialogsProps) {
  const dialog = useCodebook((state) => state.dialog);
  const set = useCodebook((state) => state.set);
  const close = (): void => set({ dialog: null });
  const common = { codes, onClose: close };
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'delete':
      return <DeleteCodesDialog {...common} codeIds={dialog.codeIds} />;
    case 'merge':
      return <MergeDialog {...common} codeIds={dialog.codeIds} />;
    case 'split':
      return <Split {...common} guid={dialog.guid} />;
    case 'move':
      return <MoveDialog {...common} codeIds={dialog.codeIds} actions={actions} />;
    case 'color':
      return <ColorDialog {...common} guid={dialog.guid} actions={actions} />;
    case 'export':
      return <ExportDialog onClose={close} />;
  }
}

type MoveDialogProps = CodebookDialogsProps & { readonly codeIds: readonly Guid[]; readonly onClose: () => void };

/** Moving without dragging (WCAG 2.2 2.5.7), also for several codes at once. */
function MoveDialog({ codes, codeIds, actions, onClose }: MoveDialogProps) {
  const t = useT();
  const namesOf = useNamesOf(codes);
  const [parentId, setParentId] = useState<Guid | null>(null);
  const [place, setPlace] = useState<'root' | 'below'>('below');
  const isReady = place === 'root' || parentId !== null;
  const move = (): void => {
    const parent = place === 'root' ? null : parentId;
    const position = childrenOf(codes, parent).filter((guid) => !codeIds.includes(guid)).length;
    void actions.move({ codeIds: [...codeIds], parentId: parent, position });
    onClose();
  };
  return (
    <Dialog
      title={t('codebook.moveTo.title', { what: namesOf(codeIds) })}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={move}>
            {t('codebook.moveTo.do')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('codebook.moveTo.where')}
        value={place}
        onChange={setPlace}
        options={[
          { id: 'below', label: t('codebook.moveTo.below') },
          { id: 'root', label: t('codebook.moveTo.root') },
        ]}
      />
      {place === 'below' && (
        <CodePicker
          label={t('codebook.moveTo.target')}
          codes={mergeTargets(codes, codeIds)}
          value={parentId}
          onChange={setParentId}
        />
      )}
    </Dialog>
  );
}

function Split({ codes, guid, onClose }: Pick<ColorDialogProps, 'codes' | 'guid' | 'onClose'>) {
  const code = codes.find((each) => each.guid === guid);
  return code ? <SplitDialog code={code} onClose={onClose} /> : null;
}

type ColorDialogProps = CodebookDialogsProps & { readonly guid: Guid; readonly onClose: () => void };

function ColorDialog({ codes, guid, actions, onClose }: ColorDialogProps) {
  const t = useT();
  const code = codes.find((each) => each.guid === guid);
  if (!code) return null;
  const title = t('codebook.recolor.title', { name: code.name });
  return (
    <Dialog title={title} size="small" isOpen onClose={onClose}>
      <ColorPicker
        label={title}
        value={code.color}
        onChange={(color) => {
          onClose();
          void actions.recolor(guid, color);
        }}
      />
    </Dialog>
  );
}

function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const runJob = useRunJob();
  const [format, setFormat] = useState<CodebookFormat>('docx');
  const [isQuoting, setIsQuoting] = useState(false);
  const save = async (): Promise<void> => {
    onClose();
    const quotations = isQuoting ? quotationsOfCode : 0;
    const file = await runJob('codes.export', { format, quotations }, { title: 'codebook.export.title' });
    if (!file) return;
    saveFile(file);
    notify({ kind: 'success', text: t('codebook.export.done', { name: file.name }) });
  };
  return (
    <ExportFrame
      title={t('codebook.export.title')}
      label={t('codebook.export.do')}
      onClose={onClose}
      onExport={() => void save()}
    >
      <RadioGroup
        label={t('codebook.export.format')}
        value={format}
        onChange={setFormat}
        options={codebookFormat.options.map((id) => ({ id, label: t(`codebook.export.${id}`) }))}
      />
      <Checkbox isSelected={isQuoting} onChange={setIsQuoting}>
        {t('codebook.export.quotations')}
      </Checkbox>
    </ExportFrame>
  );
}

/** As the sentence beside the box says. */
const quotationsOfCode = 3;
