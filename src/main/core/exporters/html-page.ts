// The page that exports are written into: no script, nothing from elsewhere, readable on paper.

import type { Language } from '../../../shared/contract/values.ts';
import { htmlText } from './xml-text.ts';

export type Page = {
  readonly language: Language;
  readonly title: string;
  /** Lines below the title. */
  readonly lines: readonly string[];
  readonly style: string;
  /** HTML. */
  readonly body: string;
};

export function htmlPage({ language, title, lines, style, body }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>
*{box-sizing:border-box}
body{font:16px/1.55 Georgia,'Times New Roman',serif;max-width:62rem;margin:3rem auto;padding:0 1.5rem;color:#1f2328;background:#fff}
h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2.4rem 0 .6rem;break-after:avoid}
.note{color:#57606a;margin:0 0 .2rem}.swatch{display:inline-block;width:.75em;height:.75em;border-radius:2px;margin-right:.5em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
@media print{body{margin:0;max-width:none;padding:0;font-size:11pt}}
${style}
</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
${lines.map((line) => `<p class="note">${htmlText(line)}</p>`).join('\n')}
${body}
</body>
</html>
`;
}
