export type EllipsisProps = { readonly text: string; readonly className?: string };

/** A name on one line, cut where it does not fit; the whole of it shows on pointing and is always read out. */
export function Ellipsis({ text, className = '' }: EllipsisProps) {
  return (
    <span className={`ellipsis ${className}`} title={text}>
      {text}
    </span>
  );
}
