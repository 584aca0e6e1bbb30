import { pathSeparator } from '../../shared/domain/codes.ts';
import { ColorSwatch } from '../ui/ColorPicker.tsx';
import './code-label.css';

export type CodeLabelProps = { readonly color: string; readonly path: readonly string[] };

/** A code by its path, the last name in full weight. The name says which it is, the colour only helps (WCAG 1.4.1). */
export function CodeLabel({ color, path }: CodeLabelProps) {
  const above = path.slice(0, -1).join(pathSeparator);
  return (
    <span className="code-label" title={path.join(pathSeparator)}>
      <ColorSwatch color={color} />
      <span className="ellipsis">
        {above !== '' && <span className="code-label-above">{above} / </span>}
        <span className="code-label-name">{path.at(-1)}</span>
      </span>
    </span>
  );
}
