// The empty form of a matrix as a page to print.

import type { MatrixDisplay } from '../../../../shared/contract/displays.ts';

export type BlankWords = { readonly title: string; readonly rule: string; readonly ruleLabel: string };

/** One page of HTML that needs nothing else. Names of the study are text in it, never markup. */
export function blankForm({ rows, columns }: MatrixDisplay, { title, rule, ruleLabel }: BlankWords): string {
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('');
  const body = rows.map(
    ({ label, group }) =>
      `<tr><th scope="row">${group ? `<small>${escaped(group)}</small><br>` : ''}${escaped(label)}</th>${columns
        .map(() => '<td></td>')
        .join('')}</tr>`,
  );
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
@page { size: A4 landscape; margin: 15mm; }
body { font: 11pt serif; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #444; padding: 2mm; vertical-align: top; overflow-wrap: anywhere; text-align: left; }
td { height: 22mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
</style></head><body><h1>${escaped(title)}</h1>
${rule === '' ? '' : `<p><b>${escaped(ruleLabel)}:</b> ${escaped(rule)}</p>\n`}<table><thead><tr><th></th>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
