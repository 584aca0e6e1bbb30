import { ListPlus, Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import type { GuideQuestion } from '../../../shared/contract/guide.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ImportQuestionsDialog } from './ImportQuestionsDialog.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';
import { QuestionRow } from './QuestionRow.tsx';
import { SuggestionsDialog } from './SuggestionsDialog.tsx';
import { useGuide } from './use-outline.ts';

type Opened =
  | { readonly kind: 'new' | 'import' | 'suggest' }
  | { readonly kind: 'edit' | 'delete'; readonly question: GuideQuestion };

/** The questions of the interview guide, and where this transcript asks them. */
export function GuideTab({ open }: { readonly open: OpenTranscript }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { questions, sections } = useGuide(open.documentId);
  const [dialog, setDialog] = useState<Opened | null>(null);
  const close = (): void => setDialog(null);
  const buttons = (
    <>
      <Button size="small" icon={<Plus />} isDisabled={!canChange} onPress={() => setDialog({ kind: 'new' })}>
        {t('structure.guide.add')}
      </Button>
      <Button size="small" icon={<ListPlus />} isDisabled={!canChange} onPress={() => setDialog({ kind: 'import' })}>
        {t('structure.guide.import')}
      </Button>
    </>
  );
  return (
    <div className="structure-tab">
      {questions.length === 0 ? (
        <EmptyState title={t('structure.guide.empty')} text={t('structure.guide.empty.text')} actions={buttons} />
      ) : (
        <>
          <div className="structure-toolbar">
            {buttons}
            <IconButton
              label={t('structure.guide.suggest')}
              icon={<Sparkles />}
              size="small"
              isDisabled={!canChange}
              onPress={() => setDialog({ kind: 'suggest' })}
            />
          </div>
          <ol className="structure-list" aria-label={t('structure.tab.guide')}>
            {questions.map((question, index) => (
              <QuestionRow
                key={question.guid}
                open={open}
                question={question}
                sections={sections.filter((section) => section.question === question.guid)}
                isLast={index === questions.length - 1}
                onEdit={() => setDialog({ kind: 'edit', question })}
                onDelete={() => setDialog({ kind: 'delete', question })}
              />
            ))}
          </ol>
        </>
      )}
      {dialog?.kind === 'new' && <QuestionDialog question={null} onClose={close} />}
      {dialog?.kind === 'edit' && <QuestionDialog question={dialog.question} onClose={close} />}
      {dialog?.kind === 'import' && <ImportQuestionsDialog onClose={close} />}
      {dialog?.kind === 'suggest' && <SuggestionsDialog open={open} questions={questions} onClose={close} />}
      {dialog?.kind === 'delete' && (
        <ConfirmDialog
          title={t('structure.guide.delete.title')}
          text={t('structure.guide.delete.text', { question: dialog.question.label, n: dialog.question.sections })}
          confirmLabel={t('structure.guide.delete.do')}
          isOpen
          isDanger
          onClose={close}
          onConfirm={() => void perform('guide.delete', { questionIds: [dialog.question.guid] })}
        />
      )}
    </div>
  );
}
