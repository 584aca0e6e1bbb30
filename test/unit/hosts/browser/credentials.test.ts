import { describe, expect, test } from 'vitest';
import { createCredentials, createThrottle } from '../../../../src/main/hosts/browser/credentials.ts';

const cookieOf = (header: string): string => header.split(';')[0] ?? '';

describe('B1: tokens and cookies', () => {
  test('a token has 256 random bits and opens once', () => {
    const credentials = createCredentials(4711);
    const token = credentials.mint();
    expect(Buffer.from(token, 'base64url').byteLength).toBe(32);
    expect(credentials.redeem(token)).toBe(true);
    expect(credentials.redeem(token)).toBe(false);
  });

  test('prefixes, nothing and foreign tokens open nothing, and use nothing up', () => {
    const credentials = createCredentials(4711);
    const token = credentials.mint();
    for (const wrong of ['', token.slice(0, -1), `${token}A`, token.toUpperCase(), createCredentials(4711).mint()]) {
      expect(credentials.redeem(wrong)).toBe(false);
    }
    expect(credentials.redeem(token)).toBe(true);
  });

  test('only the newest few tokens wait to be used', () => {
    const credentials = createCredentials(4711);
    const [first = '', ...rest] = Array.from({ length: 5 }, () => credentials.mint());
    expect(credentials.redeem(first)).toBe(false);
    expect(rest.map((token) => credentials.redeem(token))).toEqual([true, true, true, true]);
  });

  test('the cookie is for this port, this page and no script', () => {
    expect(createCredentials(4711).cookieHeader).toMatch(/^simpul-4711=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('the cookie is recognised among others, and only as a whole and once', () => {
    const credentials = createCredentials(4711);
    const cookie = cookieOf(credentials.cookieHeader);
    expect(credentials.recognises(cookie)).toBe(true);
    expect(credentials.recognises(`theme=dark; ${cookie}; simpul-1=x`)).toBe(true);
    const wrong = [
      undefined,
      '',
      'simpul-4711=',
      cookie.slice(0, -1),
      `${cookie}x`,
      `x${cookie}`,
      `${cookie}; ${cookie}`,
      `simpul-4711=x; ${cookie}`,
    ];
    expect(wrong.map((header) => credentials.recognises(header))).toEqual(wrong.map(() => false));
    expect(createCredentials(4711).recognises(cookie)).toBe(false);
  });
});

describe('B1: guessing is slowed', () => {
  test('from the twentieth failure in a second, and cut off at the hundredth', () => {
    const throttle = createThrottle();
    const answers = Array.from({ length: 120 }, (_, at) => throttle.failed(at));
    expect(answers.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 'now'));
    expect(new Set(answers.slice(19, 99))).toEqual(new Set(['later']));
    expect(new Set(answers.slice(99))).toEqual(new Set(['never']));
  });
  test('a second later it is over', () => {
    const throttle = createThrottle();
    for (let at = 0; at < 50; at++) throttle.failed(0);
    expect(throttle.failed(999)).toBe('later');
    expect(throttle.failed(2000)).toBe('now');
  });
});
