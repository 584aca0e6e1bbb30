import type { Settings } from '../../../shared/contract/application.ts';

/** A small sheet in the colours of an appearance. */
export function ThemePreview({ theme }: { readonly theme: Settings['theme'] }) {
  // A block with an appearance of its own draws in its tokens, wherever it stands.
  const shown = theme === 'system' ? (['light', 'dark'] as const) : ([theme] as const);
  return (
    <span className="theme-preview" aria-hidden="true">
      {shown.map((one) => (
        <span key={one} data-theme={one} className="theme-preview-sheet">
          <span className="theme-preview-line" />
          <span className="theme-preview-line theme-preview-accent" />
        </span>
      ))}
    </span>
  );
}
