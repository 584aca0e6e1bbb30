// A plain page of HTML that needs no Simpul and nothing from elsewhere: the sheet for informants, the audit bundle.

import type { Language } from '../../../shared/contract/values.ts';
import { htmlText } from '../exporters/codebook-text.ts';

export const escapeHtml = htmlText;

export function htmlPage({
  language,
  title,
  body,
  madeAt,
}: {
  readonly language: Language;
  readonly title: string;
  /** Markup, with everything that people wrote escaped. */
  readonly body: string;
  readonly madeAt: Date;
}): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
body{font:16px/1.55 Georgia,'Times New Roman',serif;max-width:54rem;margin:3rem auto;padding:0 1.5rem;color:#1f2328;background:#fff}
h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2rem 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #d8dee4;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap}
blockquote{margin:.6rem 0;padding-left:.8rem;border-left:3px solid #d8dee4}cite{color:#57606a}hr{border:0;border-bottom:1px solid #8c959f;height:1.8rem;margin:0}
section{break-inside:avoid}footer{margin-top:3rem;color:#57606a}
@media print{body{margin:0;max-width:none}}
</style>
</head>
<body>
${body}
<footer>Simpul · <time>${madeAt.toISOString()}</time></footer>
</body>
</html>
`;
}

/** A table of text; the first row is its head. */
export function htmlTable(rows: readonly (readonly (string | number | null)[])[]): string {
  const [head = [], ...body] = rows;
  const lineOf = (row: readonly (string | number | null)[], tag: 'th' | 'td'): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(String(cell ?? ''))}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${lineOf(head, 'th')}</thead><tbody>${body.map((row) => lineOf(row, 'td')).join('\n')}</tbody></table>`;
}
