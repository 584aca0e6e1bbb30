// Parts of a recording as RFC 9110 (section 14) has them, and what counts as a recording.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeAnswer, rangeHeaders } from '../../../../src/main/platform/byte-range.ts';
import { mediaPath, soundKindOf } from '../../../../src/main/platform/media-files.ts';
import { smallWav } from '../../../support/small-wav.ts';

describe('rangeAnswer', () => {
  test.each([
    ['bytes=0-499', { status: 206, range: { start: 0, end: 499 } }],
    ['bytes=500-999', { status: 206, range: { start: 500, end: 999 } }],
    ['bytes=500-', { status: 206, range: { start: 500, end: 999 } }],
    ['bytes=-500', { status: 206, range: { start: 500, end: 999 } }],
    ['bytes=-5000', { status: 206, range: { start: 0, end: 999 } }],
    ['bytes=0-0', { status: 206, range: { start: 0, end: 0 } }],
    ['bytes=999-5000', { status: 206, range: { start: 999, end: 999 } }],
    ['BYTES=1-2', { status: 206, range: { start: 1, end: 2 } }],
    ['bytes=1000-', { status: 416 }],
    ['bytes=1000-1001', { status: 416 }],
    ['bytes=-0', { status: 416 }],
  ])('%s of 1000 bytes', (header, answer) => {
    expect(rangeAnswer(header, 1000)).toEqual(answer);
  });

  test.each([
    undefined,
    null,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-1',
    'bytes=a-b',
    'bytes=0-1,5-6',
    'bytes= 0-1',
    'items=0-1',
    'bytes=0-1; x',
    `bytes=0-${'9'.repeat(40)}`,
    'bytes=0x1-0x2',
    'bytes=1e3-',
  ])('%s is no range: the whole is answered', (header) => {
    expect(rangeAnswer(header, 1000)).toEqual({ status: 200, range: { start: 0, end: 999 } });
  });

  test('with If-Range the whole is answered, since no answer has a validator', () => {
    expect(rangeAnswer('bytes=1-2', 1000, true).status).toBe(200);
  });

  test('an answer lies inside the file and its headers agree with it', () => {
    const end = fc.option(fc.nat({ max: 3000 }), { nil: '' as const });
    fc.assert(
      fc.property(fc.nat({ max: 2000 }), end, end, (size, from, to) => {
        const answer = rangeAnswer(`bytes=${from}-${to}`, size);
        const headers = rangeHeaders(answer, size, 'audio/wav');
        if (answer.status === 416) {
          expect(headers['Content-Range']).toBe(`bytes */${size}`);
          return;
        }
        const range = answer.range;
        const length = range ? range.end - range.start + 1 : 0;
        if (range) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThan(size);
          expect(length).toBeGreaterThan(0);
        }
        expect(headers['Content-Length']).toBe(String(length));
        if (answer.status === 200) expect(length).toBe(size);
      }),
    );
  });
});

describe('soundKindOf', () => {
  const head = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
  test.each([
    ['WAV', smallWav(0.1), 'audio/wav'],
    ['MP3 with a tag', head('ID3\u0004\u0000'), 'audio/mpeg'],
    ['MP3 frames', head('\u00ff\u00fb\u0090\u0000'), 'audio/mpeg'],
    ['M4A and MP4', head('\u0000\u0000\u0000\u0020ftypM4A '), 'audio/mp4'],
    ['Ogg', head('OggS\u0000\u0002'), 'audio/ogg'],
    ['WebM', head('\u001a\u0045\u00df\u00a3\u0001'), 'audio/webm'],
  ])('%s', (_name, bytes, mediaType) => {
    expect(soundKindOf(bytes)?.mediaType).toBe(mediaType);
  });

  test.each([
    ['a page', head('<!doctype html>')],
    ['a program', head('MZ\u0090\u0000')],
    ['another RIFF', head('RIFF\u0000\u0000\u0000\u0000AVI ')],
    ['AAC without a container', head('\u00ff\u00f1\u0050\u0080')],
    ['nothing', new Uint8Array(16)],
    ['too little', head('I')],
  ])('none: %s', (_name, bytes) => {
    expect(soundKindOf(bytes)).toBeNull();
  });
});

test('a place is made of a hash and a listed kind only', () => {
  const hash = 'a1'.repeat(32);
  expect(mediaPath('/s/Study.simpul', hash, 'audio/wav')).toBe(`/s/Study.media/${hash}.wav`);
  for (const bad of ['../../etc/passwd', `${hash}/..`, hash.toUpperCase(), hash.slice(1), `${hash}\n`, '']) {
    expect(mediaPath('/s/Study.simpul', bad, 'audio/wav')).toBeNull();
  }
  for (const bad of ['text/html', '__proto__', 'constructor', '']) {
    expect(mediaPath('/s/Study.simpul', hash, bad)).toBeNull();
  }
});
