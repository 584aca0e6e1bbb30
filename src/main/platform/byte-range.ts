// One range of bytes of a file, as media elements ask for it. RFC 9110, section 14.

export type ByteRange = { readonly start: number; /** Last byte, inclusive. */ readonly end: number };

/** What to answer: the whole, one part, or that there is no such part. */
export type RangeAnswer =
  | { readonly status: 200; readonly range: ByteRange | null }
  | { readonly status: 206; readonly range: ByteRange }
  | { readonly status: 416 };

/**
 * @param header of the request; several ranges or anything that is none counts as no header (RFC 9110, 14.2)
 * @param conditional whether an `If-Range` came with it: no answer of ours has a validator, so it cannot hold
 */
export function rangeAnswer(header: string | null | undefined, size: number, conditional = false): RangeAnswer {
  const whole: RangeAnswer = { status: 200, range: size === 0 ? null : { start: 0, end: size - 1 } };
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header ?? '');
  if (!match || conditional || (match[1] === '' && match[2] === '')) return whole;
  const [from, to] = [match[1] ?? '', match[2] ?? ''];
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? { status: 416 } : { status: 206, range: { start: size - length, end: size - 1 } };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return whole;
  return start >= size ? { status: 416 } : { status: 206, range: { start, end } };
}

/** Headers of the answer, besides those every answer carries. */
export function rangeHeaders(answer: RangeAnswer, size: number, mediaType: string): Readonly<Record<string, string>> {
  if (answer.status === 416) return { 'Content-Range': `bytes */${size}`, 'Content-Length': '0' };
  const length = answer.range ? answer.range.end - answer.range.start + 1 : 0;
  return {
    'Accept-Ranges': 'bytes',
    'Content-Type': mediaType,
    'Content-Length': String(length),
    ...(answer.status === 206 ? { 'Content-Range': `bytes ${answer.range.start}-${answer.range.end}/${size}` } : {}),
  };
}
