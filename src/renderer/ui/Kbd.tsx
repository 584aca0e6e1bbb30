import './small.css';
import { keysOf } from '../commands/shortcut.ts';

/** A shortcut as the keys to press. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  return (
    <kbd className="kbd-keys">
      {keysOf(shortcut).map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
