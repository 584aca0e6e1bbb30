import { deflateSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sequentialScale } from '../../../src/renderer/features/display/charts/color-scale.ts';
import { captioned, type Drawing } from '../../../src/renderer/features/display/charts/drawing.ts';
import { estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { pixelRatioOf, withResolution } from '../../../src/renderer/features/display/charts/png.ts';
import { svgOf } from '../../../src/renderer/features/display/charts/svg-writer.ts';
import { wrapped } from '../../../src/renderer/features/display/charts/wrap.ts';
import {
  dendrogramDrawing,
  dendrogramPlan,
} from '../../../src/renderer/features/display/dendrogram/dendrogram-drawing.ts';
import { frequencyDrawing } from '../../../src/renderer/features/display/frequency/frequency-drawing.ts';
import { heatmapDrawing } from '../../../src/renderer/features/display/heatmap/heatmap-drawing.ts';
import { heatmapLayout } from '../../../src/renderer/features/display/heatmap/heatmap-layout.ts';
import { countOf, matrixOf, orderOf } from '../../../src/renderer/features/display/matrix.ts';
import { forceLayout } from '../../../src/renderer/features/display/network/force-layout.ts';
import { networkDrawing } from '../../../src/renderer/features/display/network/network-drawing.ts';
import { networkOf } from '../../../src/renderer/features/display/network/network-model.ts';
import { generatedResult, guidOf } from './result.ts';

const caption = { title: 'Judul <dengan> "tanda" & \u0007bel', lines: ['tingkat: paragraf · N = 240', 'revisi 7'] };
const result = generatedResult(30);
const matrix = matrixOf(result, 1);
const order = orderOf(matrix, 'cluster', result.clustering);
const network = networkOf(matrix, 0.1, false);

const drawings: Readonly<Record<string, Drawing>> = {
  heatmap: heatmapDrawing({
    matrix,
    order,
    layout: heatmapLayout(
      order.map((place) => matrix.codes[place]?.name ?? ''),
      estimatedWidth,
    ),
    scale: sequentialScale('light', matrix.greatest.count),
    valueOf: (row, column) => countOf(matrix, row, column),
    format: (value) => String(value),
    legend: 'Jaccard',
    tree: result.clustering,
  }),
  network: networkDrawing(network, forceLayout(network), estimatedWidth),
  dendrogram: dendrogramDrawing(
    dendrogramPlan(matrix.codes, result.clustering, 700, estimatedWidth, (value) => value.toFixed(2), '1 − S'),
    matrix.codes,
  ),
  frequency: frequencyDrawing(
    matrix.codes.map(({ path, color, units }, index) => ({
      code: guidOf(index + 1),
      path: [...path],
      color,
      codings: units,
      codingsShare: null,
      documents: 1,
      documentsShare: null,
      cases: 1,
      casesShare: null,
      words: 1,
      wordsShare: null,
    })),
    'codings',
    'koding',
    String,
    estimatedWidth,
  ),
};

function whole(drawing: Drawing): Drawing {
  return captioned(drawing, caption, (text, width) => wrapped(text, width, 11.5, estimatedWidth));
}

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> };

/** @throws where the text is no well-formed XML */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(xml).close();
  return elements;
}

describe('charts as SVG files', () => {
  it.each(Object.keys(drawings))('%s is well-formed and needs nothing from outside', (name) => {
    const drawing = whole(drawings[name] as Drawing);
    const svg = svgOf(drawing, caption);
    const elements = elementsOf(svg);
    expect(elements[0]).toMatchObject({
      name: 'svg',
      attributes: { width: String(Math.round(drawing.width * 100) / 100) },
    });
    expect(new Set(elements.map((element) => element.name))).not.toContain('image');
    expect(
      elements.filter((element) => ['script', 'style', 'use', 'a', 'foreignObject'].includes(element.name)),
    ).toEqual([]);
    // The one address is the name of the format itself.
    expect(svg.match(/[a-z]+:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|url\(|href/);
  });

  it.each(Object.keys(drawings))('%s stays on its page', (name) => {
    const drawing = whole(drawings[name] as Drawing);
    for (const mark of drawing.marks) {
      if (mark.kind === 'path') continue;
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.y).toBeGreaterThanOrEqual(0);
      expect(mark.x + (mark.kind === 'rect' ? mark.width : 0)).toBeLessThanOrEqual(drawing.width + 0.01);
      expect(mark.y + (mark.kind === 'rect' ? mark.height : 0)).toBeLessThanOrEqual(drawing.height + 0.01);
    }
  });

  it('says its title and how its numbers came about, with signs of XML as text', () => {
    const svg = svgOf(whole(drawings['heatmap'] as Drawing), caption);
    expect(svg).toContain('<title>Judul &lt;dengan&gt; &quot;tanda&quot; &amp; bel</title>');
    expect(svg).toContain('>tingkat: paragraf · N = 240</text>');
    expect(svg).toContain('>revisi 7</text>');
  });

  it('draws every cell of a heatmap', () => {
    const cells = drawings['heatmap']?.marks.filter(({ kind }) => kind === 'rect') ?? [];
    const chips = 30;
    const legend = 44;
    expect(cells).toHaveLength(30 * 30 + chips + legend);
  });
});

describe('charts as PNG files', () => {
  it('are made for 300 dots per inch, or less where the canvas would grow too large', () => {
    expect(pixelRatioOf({ width: 800, height: 600 })).toBe(300 / 96);
    const large = { width: 12_000, height: 9_000 };
    const ratio = pixelRatioOf(large);
    expect(large.width * ratio).toBeLessThanOrEqual(16_000);
    expect(large.width * large.height * ratio * ratio).toBeLessThanOrEqual(250_000_001);
  });

  it('carry their resolution right after the header, with a checksum that holds', () => {
    const png = withResolution(tinyPng(), 300);
    const view = new DataView(png.buffer);
    expect(String.fromCharCode(...png.subarray(37, 41))).toBe('pHYs');
    expect(view.getUint32(41)).toBe(11_811);
    expect(view.getUint32(45)).toBe(11_811);
    expect(png[49]).toBe(1);
    // CRC-32 of this very chunk, computed with zlib: python3 -c "import zlib,struct; print(zlib.crc32(b'pHYs'+struct.pack('>IIB',11811,11811,1)))"
    expect(view.getUint32(50)).toBe(2024095606);
    expect(String.fromCharCode(...png.subarray(58, 62))).toBe('IDAT');
  });
});

/** One white pixel; its own checksums do not matter here. */
function tinyPng(): Uint8Array {
  const pixels = deflateSync(Uint8Array.of(0, 255, 255, 255));
  const header = [
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0,
  ];
  const data = [0, 0, 0, pixels.length, 0x49, 0x44, 0x41, 0x54, ...pixels];
  return Uint8Array.from([...header, 0, 0, 0, 0, ...data, 0, 0, 0, 0]);
}
