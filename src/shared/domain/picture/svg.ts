// A drawing as an SVG file that needs nothing else: no fonts, styles, scripts or pictures from outside.

import type { Caption, Drawing, Mark } from './drawing.ts';

/**
 * @param font a family of CSS
 * @returns a whole XML document
 */
export function svgWritten(
  { width, height, background, marks }: Drawing,
  { title, lines }: Caption,
  font: string,
): string {
  const size = `${rounded(width)} ${rounded(height)}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${rounded(width)}" height="${rounded(height)}" viewBox="0 0 ${size}" role="img" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(lines.join('\n'))}</desc>`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...marks.map(markup),
    '</svg>',
    '',
  ].join('\n');
}

function markup(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return element('rect', {
        x: mark.x,
        y: mark.y,
        width: mark.width,
        height: mark.height,
        fill: mark.fill,
        stroke: mark.stroke,
      });
    case 'path':
      return element('path', {
        d: mark.d,
        transform: mark.x === 0 && mark.y === 0 ? undefined : `translate(${rounded(mark.x)} ${rounded(mark.y)})`,
        fill: mark.fill ?? 'none',
        stroke: mark.stroke,
        'stroke-width': mark.width,
        opacity: mark.opacity,
      });
    case 'text':
      return element(
        'text',
        {
          x: mark.x,
          y: mark.y,
          'font-size': mark.size,
          'font-weight': mark.bold === true ? 600 : undefined,
          fill: mark.fill,
          'text-anchor': mark.anchor === 'start' ? undefined : mark.anchor,
          'dominant-baseline': 'central',
          transform:
            mark.rotate === undefined
              ? undefined
              : `rotate(${rounded(mark.rotate)} ${rounded(mark.x)} ${rounded(mark.y)})`,
          stroke: mark.halo,
          'stroke-width': mark.halo === undefined ? undefined : 3,
          'paint-order': mark.halo === undefined ? undefined : 'stroke',
          'stroke-linejoin': mark.halo === undefined ? undefined : 'round',
        },
        escaped(mark.text),
      );
  }
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: string | null = null,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value ?? '')}"`)
    .join('');
  return content === null ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** XML 1.0 has no way to write most control characters: they are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
