// The codebook as CSV, XLSX, Markdown and HTML.

import { translate } from '../../../shared/i18n/translate.ts';
import { cardOf, codebookProvenance, codebookTitle, quotationText, type CodebookContent } from './codebook-content.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { csvOf } from './csv.ts';
import { rowsWithHeads, type Sheet } from './sheet.ts';
import { xlsxOf, type WrittenSheets } from './xlsx.ts';
import { htmlText } from './xml-text.ts';

export function codebookCsv(content: CodebookContent): string {
  return csvOf(rowsWithHeads(codebookSheet(content)));
}

export function codebookXlsx(content: CodebookContent): WrittenSheets {
  return xlsxOf([codebookSheet(content)]);
}

function codebookSheet({ language, codes, quotations, mostQuotations }: CodebookContent): Sheet {
  const head = [
    ['codebook.path', 34],
    ['codebook.code', 24],
    ['codebook.definition', 50],
    ['codebook.include', 40],
    ['codebook.exclude', 40],
    ['codebook.typical', 40],
    ['codebook.counter', 40],
    ['codebook.kind', 16],
    ['codebook.codable', 10],
    ['codebook.color', 10],
    ['codebook.codings', 10],
    ['codebook.documents', 11],
    ['codebook.guid', 38],
  ] as const;
  return {
    name: translate(language, 'codebook.title'),
    columns: [
      ...head.map(([key, width]) => ({ label: translate(language, key), width })),
      ...Array.from({ length: mostQuotations }, (_, place) => ({
        label: `${translate(language, 'codebook.quotation')} ${place + 1}`,
        width: 60,
      })),
    ],
    rows: codes.map((code) => [
      code.path.join(pathSeparator),
      code.name,
      code.description,
      code.include,
      code.exclude,
      code.typicalExample,
      code.counterExample,
      code.kind ? translate(language, `code-kind.${code.kind}`) : '',
      translate(language, code.codable ? 'codebook.yes' : 'codebook.no'),
      code.color,
      code.codings,
      code.documents,
      code.guid,
      ...Array.from({ length: mostQuotations }, (_, place) => {
        const quotation = quotations.get(code.guid)?.[place];
        return quotation ? quotationText(quotation) : null;
      }),
    ]),
  };
}

export function codebookMarkdown(content: CodebookContent): string {
  const { codes, description } = content;
  const lines = [`# ${markdownText(codebookTitle(content))}`, '', markdownText(codebookProvenance(content)), ''];
  if (description) lines.push(markdownText(description), '');
  for (const code of codes) {
    lines.push(`${'#'.repeat(Math.min(6, code.path.length + 1))} ${markdownText(code.name)}`, '');
    for (const [label, text] of cardOf(content, code)) lines.push(`**${label}:** ${markdownText(text)}`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

export function codebookHtml(content: CodebookContent): string {
  const { language, codes, description } = content;
  const cards = codes.map((code) => {
    const level = Math.min(6, code.path.length + 1);
    const entries = cardOf(content, code)
      .map(([label, text]) => `<dt>${htmlText(label)}</dt><dd>${htmlText(text)}</dd>`)
      .join('');
    const swatch = `<span class="swatch" style="background:${code.color}"></span>`;
    return `<section class="level-${code.path.length}"><h${level}>${swatch}${htmlText(code.name)}</h${level}><dl>${entries}</dl></section>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(codebookTitle(content))}</title>
<style>
body{font:16px/1.55 Georgia,'Times New Roman',serif;max-width:46rem;margin:3rem auto;padding:0 1.5rem;color:#1f2328;background:#fff}
h1{font-size:1.7rem;margin:0 0 .3rem}h2,h3,h4,h5,h6{font-size:1.1rem;margin:2rem 0 .4rem}
.note{color:#57606a;margin:0 0 2rem}.swatch{display:inline-block;width:.75em;height:.75em;border-radius:2px;margin-right:.5em}
section{border-top:1px solid #d8dee4;break-inside:avoid}.level-2{margin-left:1.5rem}.level-3,.level-4,.level-5{margin-left:3rem}
dl{display:grid;grid-template-columns:9.5rem 1fr;gap:.25rem 1rem;margin:.4rem 0 1.4rem}
dt{font:600 .82rem/1.9 system-ui,sans-serif;color:#57606a}dd{margin:0;white-space:pre-wrap}
@media print{body{margin:0;max-width:none}}
</style>
</head>
<body>
<h1>${htmlText(codebookTitle(content))}</h1>
<p class="note">${htmlText(codebookProvenance(content))}</p>
${description ? `<p>${htmlText(description)}</p>` : ''}
${cards.join('\n')}
</body>
</html>
`;
}

// Everything Markdown could take for markup is escaped: a name is a name.
function markdownText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replace(/^([-+]|\d+[.)])(?=\s)/gm, String.raw`\$1`)
    .replaceAll('\n', '  \n');
}
