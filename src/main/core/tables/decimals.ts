// Numbers as people write them: a decimal comma or point, with or without marks between thousands.

export type Decimal = 'comma' | 'point';

const number = /^[+-]?\d{1,15}(?:[.,]\d{1,15})*$/;

/**
 * Which mark parts the decimals in these cells, by those that leave no doubt: a cell with both marks, or one whose last group is not
 * of three digits.
 * @returns null where nothing says it, or some say one and some the other
 */
export function decimalOf(cells: Iterable<string>): Decimal | null {
  const found = new Set<Decimal>();
  for (const cell of cells) {
    const decimal = number.test(cell) ? decimalIn(cell) : null;
    if (decimal !== null) found.add(decimal);
    if (found.size === 2) return null;
  }
  const [only = null] = found;
  return only;
}

/** The number a cell says, with a decimal point and nothing between thousands; a cell that is none as it is. */
export function plainNumber(cell: string, decimal: Decimal | null): string {
  if (decimal === null) return cell;
  const [point, group] = decimal === 'comma' ? [',', '.'] : ['.', ','];
  const trimmed = cell.trim();
  const [whole = '', fraction, ...more] = trimmed.split(point);
  const groups = whole.replace(/^[+-]/, '').split(group);
  const isGrouped = groups.every((digits, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digits));
  if (more.length > 0 || !(groups.length > 1 ? isGrouped : /^\d+$/.test(groups[0] ?? ''))) return cell;
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return cell;
  return whole.replaceAll(group, '') + (fraction === undefined ? '' : `.${fraction}`);
}

function decimalIn(cell: string): Decimal | null {
  const commas = cell.split(',').length - 1;
  const points = cell.split('.').length - 1;
  if (commas > 0 && points > 0) return cell.lastIndexOf(',') > cell.lastIndexOf('.') ? 'comma' : 'point';
  if (commas + points !== 1 || /[.,]\d{3}$/.test(cell)) return null;
  return commas === 1 ? 'comma' : 'point';
}
