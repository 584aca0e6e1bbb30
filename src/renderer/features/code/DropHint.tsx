import { useT } from '../../services/text.ts';
import { useCode } from './store.ts';

/** Beside the pointer while codes are held over the text: what they would be given to, and how to mean another. */
export function DropHint() {
  const t = useT();
  const target = useCode(({ dropTarget }) => dropTarget);
  if (!target) return null;
  return (
    <div className="code-drop-hint" style={{ left: target.x + 16, top: target.y + 20 }} aria-hidden="true">
      <strong>{t(`coding.drop.${target.kind}`)}</strong>
      {target.kind !== 'selection' && <span>{t('coding.drop.keys')}</span>}
    </div>
  );
}
