// Typed values of cases and documents, in the one text form the project stores.

export type ValueType = 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date' | 'DateTime';

const yes = new Set(['true', '1', 'ya', 'yes', 'benar']);
const no = new Set(['false', '0', 'tidak', 'no', 'salah']);

/**
 * The canonical text of a value: `true`/`false`; digits; a decimal point; ISO 8601 dates.
 * An Indonesian decimal comma is read; a number with both signs is not guessed at.
 * @returns null where the text is no value of the type
 */
export function canonicalValue(type: ValueType, raw: string): string | null {
  const text = raw.trim();
  switch (type) {
    case 'Text':
      return text;
    case 'Boolean':
      return yes.has(text.toLowerCase()) ? 'true' : no.has(text.toLowerCase()) ? 'false' : null;
    case 'Integer':
      return /^[+-]?\d{1,15}$/.test(text) ? String(Number(text)) : null;
    case 'Float':
      return canonicalDecimal(text);
    case 'Date':
      return isDay(text) ? text : null;
    case 'DateTime':
      return canonicalMoment(text);
  }
}

// Kept as text, digit by digit, so that exchange returns what was given: a decimal, never an exponent.
function canonicalDecimal(text: string): string | null {
  const match = /^([+-]?)0*(\d{1,30})(?:[.,](\d{1,30}))?$/.exec(text);
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = `${match[2] ?? '0'}${fraction === '' ? '' : `.${fraction}`}`;
  return match[1] === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function canonicalMoment(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(text)) return null;
  return Number.isNaN(new Date(text).getTime()) ? null : text;
}
