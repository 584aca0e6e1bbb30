// A drawing inside a Word document as shapes of its own language (DrawingML, ISO/IEC 29500-1): sharp at any size, with
// words that can be searched and changed. Word (2010 and later) and LibreOffice draw it; nothing has to be painted here.

import { ImportedXmlComponent, Paragraph } from 'docx';
import type { Drawing, Mark } from '../../../shared/domain/picture/drawing.ts';
import { htmlText, writableText } from './xml-text.ts';

/** English metric units of a pixel (96 in an inch). */
const unit = 9525;
/** Between the margins of A4, in pixels. */
const page = { width: 601, height: 820 } as const;
/** Widths of letters are not known here; the box of a text may be wider than it without harm. */
const letterWidth = 0.75;

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
] as const;

/**
 * A paragraph with the drawing, no larger than a page.
 * @param title what the picture is, for those who do not see it
 * @param number of the picture in its document, from 1
 */
export function pictureParagraph(drawing: Drawing, title: string, number: number): Paragraph {
  const paragraph = new Paragraph({ spacing: { before: 120, after: 120 }, keepNext: true });
  paragraph.addChildElement(ImportedXmlComponent.fromXmlString(runOf(drawing, title, number)));
  return paragraph;
}

function runOf({ width, height, marks }: Drawing, title: string, number: number): string {
  const scale = Math.min(1, page.width / width, page.height / height);
  const [cx, cy] = [emu(width * scale), emu(height * scale)];
  const first = number * 10_000;
  const shapes = marks.map((mark, place) => shapeOf(mark, scale, first + place + 1)).join('');
  const names = namespaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ');
  return [
    `<w:r ${names}><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>`,
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>`,
    `<wp:docPr id="${first}" name="${text(title)}" descr="${text(title)}"/><wp:cNvGraphicFramePr/>`,
    `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">`,
    `<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/>`,
    `<a:chOff x="0" y="0"/><a:chExt cx="${cx}" cy="${cy}"/></a:xfrm></wpg:grpSpPr>${shapes}</wpg:wgp>`,
    `</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
  ].join('');
}

function shapeOf(mark: Mark, scale: number, id: number): string {
  const at = (value: number): number => emu(value * scale);
  switch (mark.kind) {
    case 'rect': {
      const place = frame(at(mark.x), at(mark.y), at(mark.width), at(mark.height));
      const look = `${fillOf(mark.fill)}${lineOf(mark.stroke, at(1))}`;
      return shape(id, `${place}${plain}${look}`, '');
    }
    case 'path': {
      const steps = stepsOf(mark.d);
      const points = steps.flatMap((step) => step.points);
      const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
      const [width, height] = [
        Math.max(1, ...points.map(({ x }) => at(x - left))),
        Math.max(1, ...points.map(({ y }) => at(y - top))),
      ];
      const drawn = steps.map(({ name, points: own }) => {
        const inner = own.map(({ x, y }) => `<a:pt x="${at(x - left)}" y="${at(y - top)}"/>`).join('');
        return inner === '' ? `<a:${name}/>` : `<a:${name}>${inner}</a:${name}>`;
      });
      const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${width}" h="${height}">${drawn.join('')}</a:path></a:pathLst></a:custGeom>`;
      const look = `${fillOf(mark.fill)}${lineOf(mark.stroke, at(mark.width ?? 1))}`;
      return shape(id, `${frame(at(mark.x + left), at(mark.y + top), width, height)}${geometry}${look}`, '');
    }
    case 'text': {
      const width = Math.max(1, [...mark.text].length) * mark.size * letterWidth + 8;
      const height = mark.size * 1.5;
      const left = mark.anchor === 'middle' ? mark.x - width / 2 : mark.anchor === 'end' ? mark.x - width : mark.x;
      const align = mark.anchor === 'middle' ? 'center' : mark.anchor === 'end' ? 'right' : 'left';
      const place = frame(at(left), at(mark.y - height / 2), at(width), at(height));
      // Half points; a pixel is three quarters of a point.
      const size = Math.max(2, Math.round(mark.size * scale * 1.5));
      const words = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="${align}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${mark.bold === true ? '<w:b/>' : ''}<w:color w:val="${colour(mark.fill)}"/><w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${text(mark.text)}</w:t></w:r></w:p>`;
      return shape(id, `${place}${plain}<a:noFill/><a:ln><a:noFill/></a:ln>`, words);
    }
  }
}

const plain = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

function shape(id: number, properties: string, words: string): string {
  const content = words === '' ? '' : `<wps:txbx><w:txbxContent>${words}</w:txbxContent></wps:txbx>`;
  const body = `<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>`;
  return `<wps:wsp><wps:cNvPr id="${id}" name=""/><wps:cNvSpPr/><wps:spPr>${properties}</wps:spPr>${content}${body}</wps:wsp>`;
}

function frame(x: number, y: number, width: number, height: number): string {
  return `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
}

function fillOf(fill: string | undefined): string {
  return fill === undefined ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${colour(fill)}"/></a:solidFill>`;
}

function lineOf(stroke: string | undefined, width: number): string {
  if (stroke === undefined) return '<a:ln><a:noFill/></a:ln>';
  return `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour(stroke)}"/></a:solidFill></a:ln>`;
}

/** `#rrggbb`, as drawings for paper have it. */
function colour(value: string): string {
  return /^#[0-9a-f]{6}$/i.test(value) ? value.slice(1).toUpperCase() : '000000';
}

type Step = {
  readonly name: 'moveTo' | 'lnTo' | 'quadBezTo' | 'close';
  readonly points: readonly { readonly x: number; readonly y: number }[];
};
const names = { M: 'moveTo', L: 'lnTo', Q: 'quadBezTo', Z: 'close' } as const;

/** Path data of M, L, Q and Z in absolute numbers, which is what pictures of networks are made of. */
function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/([MLQZ])([^MLQZ]*)/g)].flatMap(([, letter, rest = '']): Step[] => {
    if (letter !== 'M' && letter !== 'L' && letter !== 'Q' && letter !== 'Z') return [];
    const numbers = rest.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    const points = Array.from({ length: numbers.length / 2 }, (_, at) => ({
      x: numbers[2 * at] ?? 0,
      y: numbers[2 * at + 1] ?? 0,
    }));
    return [{ name: names[letter], points }];
  });
}

function emu(pixels: number): number {
  return Math.round(pixels * unit);
}

function text(words: string): string {
  return htmlText(writableText(words));
}
