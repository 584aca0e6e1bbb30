// Lines of a page of a PDF, from the pieces of text that the file places on it.

export type PdfLine = {
  readonly text: string;
  /** Points from the left and the bottom of the page. */
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Size of the letters in points. */
  readonly size: number;
};

/** A piece of text as PDF.js gives it. */
type Piece = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
};

/** Lines in the order of the file. */
export function linesOfPage(items: readonly object[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { text: string; left: number; right: number; base: number; size: number } | undefined;
  const end = (): void => {
    if (open !== undefined && open.text.trim() !== '') lines.push({ ...open, text: tidy(open.text) });
    open = undefined;
  };
  for (const item of items) {
    if (!isPiece(item)) continue;
    const { str, width, hasEOL } = item;
    const [, , , , left = 0, base = 0] = item.transform;
    const size = sizeOf(item.transform);
    if (open !== undefined && str !== '' && isElsewhere(open, base, left)) end();
    if (str !== '') {
      if (open === undefined) open = { text: str, left, right: left + width, base, size };
      else {
        const gap = left - open.right;
        if (gap > open.size * 0.15 && !/\s$/.test(open.text) && !/^\s/.test(str)) open.text += gapOf(gap, open.size);
        open.text += str;
        open.right = Math.max(open.right, left + width);
        if (str.trim() !== '') open.size = Math.max(open.size, size);
      }
    }
    if (hasEOL) end();
  }
  end();
  return lines;
}

function isPiece(item: object): item is Piece {
  return 'str' in item && 'transform' in item;
}

/** A piece that lies higher or lower than the line, or before where it has come to, begins another one. */
function isElsewhere(
  line: { readonly base: number; readonly size: number; readonly left: number },
  base: number,
  left: number,
): boolean {
  return Math.abs(base - line.base) > line.size * 0.6 || left < line.left - line.size;
}

/** A wide gap stands between the cells of a table. */
function gapOf(gap: number, size: number): string {
  return gap > size * 2.5 ? '\t' : ' ';
}

function sizeOf(transform: readonly number[]): number {
  const [, , skewed = 0, upright = 0] = transform;
  return Math.hypot(skewed, upright) || 1;
}

function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
