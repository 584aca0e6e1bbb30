/** Pieces of a text, each with the offset at which it begins: what tells it from others with the same words. */
export function withPlaces<Piece extends { readonly text: string }>(
  pieces: readonly Piece[],
): readonly (Piece & { readonly place: number })[] {
  let next = 0;
  return pieces.map((piece) => {
    const place = next;
    // A piece without words takes a place too.
    next += piece.text.length + 1;
    return { ...piece, place };
  });
}
