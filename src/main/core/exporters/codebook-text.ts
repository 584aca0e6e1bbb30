// The codebook as CSV, Markdown and HTML.

import { translate } from '../../../shared/i18n/translate.ts';
import { cardOf, codebookProvenance, codebookTitle, type CodebookContent } from './codebook-content.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { csvOf } from './csv.ts';

export function codebookCsv({ language, codes }: CodebookContent): string {
  const head = [
    'codebook.path',
    'codebook.code',
    'codebook.definition',
    'codebook.include',
    'codebook.exclude',
    'codebook.typical',
    'codebook.counter',
    'codebook.kind',
    'codebook.codable',
    'codebook.color',
    'codebook.codings',
    'codebook.documents',
    'codebook.guid',
  ] as const;
  return csvOf([
    head.map((key) => translate(language, key)),
    ...codes.map((code) => [
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
    ]),
  ]);
}

export function codebookMarkdown(content: CodebookContent): string {
  const { language, codes, description } = content;
  const lines = [`# ${markdownText(codebookTitle(content))}`, '', markdownText(codebookProvenance(content)), ''];
  if (description) lines.push(markdownText(description), '');
  for (const code of codes) {
    lines.push(`${'#'.repeat(Math.min(6, code.path.length + 1))} ${markdownText(code.name)}`, '');
    for (const [label, text] of cardOf(language, code)) lines.push(`**${label}:** ${markdownText(text)}`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

export function codebookHtml(content: CodebookContent): string {
  const { language, codes, description } = content;
  const cards = codes.map((code) => {
    const level = Math.min(6, code.path.length + 1);
    const entries = cardOf(language, code)
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

/** Text for HTML content and attributes. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

// Everything Markdown could take for markup is escaped: a name is a name.
function markdownText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replace(/^([-+]|\d+[.)])(?=\s)/gm, String.raw`\$1`)
    .replaceAll('\n', '  \n');
}
