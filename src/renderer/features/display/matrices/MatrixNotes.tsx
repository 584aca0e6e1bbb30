import type { DisplayDetails } from '../../../../shared/contract/displays.ts';
import { AutosaveField } from '../../../parts/AutosaveField.tsx';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';

/** The rule by which cells are filled, and the text that goes with the matrix. */
export function MatrixNotes({ display }: { readonly display: DisplayDetails }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const displayId = display.guid;
  return (
    <div className="matrices-notes">
      <AutosaveField
        label={t('matrices.rule')}
        value={display.decisionRule}
        rows={2}
        isReadOnly={!canChange}
        onSave={(decisionRule) => perform('displays.update', { displayId, decisionRule })}
      />
      <AutosaveField
        label={t('matrices.commentary')}
        hint={t('matrices.commentary.hint')}
        value={display.commentary}
        rows={2}
        isReadOnly={!canChange}
        onSave={(commentary) => perform('displays.update', { displayId, commentary })}
      />
    </div>
  );
}
