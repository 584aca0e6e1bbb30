/** Shorter names are cut at their end alone. */
const longFrom = 28;
/** Characters of the end that stay. */
const endLength = 12;

/** A name on one line: where it is too long for its place its end is still read, because many names begin alike. */
export function LongName({ name }: { readonly name: string }) {
  if (name.length < longFrom) return <span className="ellipsis">{name}</span>;
  const characters = [...name];
  return (
    <span className="long-name">
      <span className="visually-hidden">{name}</span>
      <span className="ellipsis" aria-hidden="true">
        {characters.slice(0, -endLength).join('')}
      </span>
      <span className="long-name-end" aria-hidden="true">
        {characters.slice(-endLength).join('')}
      </span>
    </span>
  );
}
