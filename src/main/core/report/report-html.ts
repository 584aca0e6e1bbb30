import { htmlText } from '../exporters/xml-text.ts';
import type { Block, Report } from './blocks.ts';

/** One page that needs nothing else; names and words of the study are text in it, never markup. */
export function reportHtml({ language, title, blocks }: Report): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>
body{font:16px/1.6 Georgia,'Times New Roman',serif;max-width:46rem;margin:3rem auto;padding:0 1.5rem;color:#1f2328;background:#fff}
h1{font-size:1.7rem}h2{font-size:1.4rem;margin-top:3rem}h3{font-size:1.15rem;margin-top:2rem}h4{font-size:1rem;margin-top:1.5rem}
.note{color:#57606a}.claim{font-weight:600}blockquote{margin:.6rem 0 .6rem 1.5rem;padding-left:1rem;border-left:3px solid #d8dee4}
blockquote footer{color:#57606a;font-size:.9rem}p,blockquote,td{white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border:1px solid #afb8c1;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#f3f1ec}
.wide{overflow-x:auto}figure{margin:1rem 0;break-inside:avoid}figure svg{display:block;max-width:100%;height:auto}figcaption{font-weight:600;font-size:.85rem;padding:.4rem 0}
@media print{body{margin:0;max-width:none}h2{break-before:page}tr,blockquote{break-inside:avoid}}
</style>
</head>
<body>
${blocks.map(htmlOf).join('\n')}
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${htmlText(block.text)}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${htmlText(block.text)}</h${block.level + 1}>`;
    case 'note':
    case 'claim':
      return `<p class="${block.kind}">${htmlText(block.text)}</p>`;
    case 'paragraph':
      return `<p>${htmlText(block.text)}</p>`;
    case 'quotation':
      return `<blockquote>${htmlText(block.text)}<footer>${htmlText(block.source)}</footer></blockquote>`;
    case 'picture':
      // Its marks were written by us: it goes in as it is, without the head of a file.
      return `<figure>${block.svg.replace(/^<\?xml[^>]*\?>\s*/, '')}<figcaption>${htmlText(block.caption)}</figcaption></figure>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${htmlText(cell)}</td>`).join('')}</tr>`);
      const caption = block.caption === '' ? '' : `<caption>${htmlText(block.caption)}</caption>`;
      return `<div class="wide"><table>${caption}<thead><tr>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
    }
  }
}
