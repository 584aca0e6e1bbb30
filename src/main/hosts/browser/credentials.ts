// A one-time token lets a browser in and is exchanged for a cookie (B1). Both live in memory only, so nothing
// of an earlier run opens this one (CVE-2026-40934 was old cookies staying valid).

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Credentials = {
  /** A new one-time token of 256 random bits. The oldest unused one ends when there are more than a few. */
  readonly mint: () => string;
  /** Uses a token up. @returns whether it was valid */
  readonly redeem: (token: string) => boolean;
  /** The header that sets the session's cookie. */
  readonly cookieHeader: string;
  /** Whether a `Cookie` header holds this session's cookie. */
  readonly recognises: (cookies: string | undefined) => boolean;
};

const mostUnused = 4;

/** @param port part of the cookie's name: cookies do not tell ports of one host apart */
export function createCredentials(port: number): Credentials {
  const name = `simpul-${port}`;
  const secret = randomBytes(32).toString('base64url');
  let unused: readonly string[] = [];
  return {
    mint: () => {
      const token = randomBytes(32).toString('base64url');
      unused = [...unused, token].slice(-mostUnused);
      return token;
    },
    redeem: (token) => {
      const left = unused.filter((one) => !sameSecret(one, token));
      const valid = left.length < unused.length;
      unused = left;
      return valid;
    },
    cookieHeader: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    recognises: (cookies) => {
      const values = (cookies ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      // Two cookies of one name: one of them was planted by somebody else.
      return values.length === 1 && sameSecret(secret, values[0] ?? '');
    },
  };
}

export type Throttle = {
  /** Counts one failed attempt. @returns when to answer it: now, after a pause, or not at all */
  readonly failed: (now: number) => 'now' | 'later' | 'never';
};

/** Guessing is slowed from the twentieth failure within a second and cut off at a hundred (B1). */
export function createThrottle(): Throttle {
  let recent: number[] = [];
  return {
    failed: (now) => {
      recent = [...recent.filter((moment) => now - moment < 1000), now];
      if (recent.length < 20) return 'now';
      return recent.length < 100 ? 'later' : 'never';
    },
  };
}

/** In time that tells nothing of where two texts differ, nor of how long the secret one is. */
function sameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
