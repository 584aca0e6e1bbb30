// Light stemming of Indonesian, for searches that leave affixes aside. Rule TX3 of SPEC.md.
//
// The rules are those of F. Z. Tala, A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia
// (University of Amsterdam, 2003): particle, possessive, prefix, suffix, second prefix, each taken off only from a
// word with more than two vowels, no list of roots needed. Added is a second reading of meN- and peN- before a vowel,
// because Tala's rules leave `menulis` and `tulis`, `mengirim` and `kirim`, `menilai` and `nilai` apart: either a
// consonant was lost (men-ulis from tulis, mem-, meny-, meng- from p, s, k) or none was (me-nilai, meng-ambil).

/** Words, and roots behind a prefix, that begin or end as with an affix and have none. */
const whole = new Set(
  `menteri mereka memang merek meter media medali kepala ketika kemudian kecil kelas kertas perlu peran pemilu pesan
   terus dengan dinas bukan makan ikan jangan bulan jalan nilai sungai pantai pegawai sampai mungkin teknologi strategi
   informasi organisasi provinsi pakai capai mulai pandai urai damai ramai rangkai selesai gadai makna`.split(/\s+/),
);

const vowel = /[aeiou]/;
const longest = 60;

/**
 * TX3: the stems of a word in small letters: two where meN- or peN- stands before a vowel, else one. A word with other
 * letters than a to z is its own stem.
 */
export function stemsOf(word: string): readonly string[] {
  if (word.length > longest || whole.has(word) || !/^[a-z]+$/.test(word)) return [word];
  const readings = [stemWith(word, 'kept'), stemWith(word, 'lost')];
  return readings[0] === readings[1] ? readings.slice(1) : readings;
}

/** TX3: whether two words have a reading in common. */
export function sameStem(first: readonly string[], second: readonly string[]): boolean {
  return first.some((stem) => second.includes(stem));
}

/** Kinds of prefixes: which suffixes may follow depends on the one that was taken off. */
const prefixKind = { none: 0, active: 1, second: 2, noun: 3, ber: 4 } as const;
type Prefix = (typeof prefixKind)[keyof typeof prefixKind];
type Stemming = { readonly word: string; readonly prefix: Prefix };

/** What became of the first consonant of a root behind meN- or peN-. */
type Consonant = 'kept' | 'lost';

function stemWith(word: string, consonant: Consonant): string {
  const bare = withoutEnding(withoutEnding(word, /(?:kah|lah|pun)$/), /(?:nya|ku|mu)$/);
  const first = isLong(bare) ? withoutFirstPrefix(bare, consonant) : null;
  // Behind a prefix the suffix goes first: which one may follow depends on it.
  if (first) return withoutSecondPrefix(withoutSuffix(first)).word;
  return withoutSuffix(withoutSecondPrefix({ word: bare, prefix: prefixKind.none })).word;
}

function isLong(word: string): boolean {
  let vowels = 0;
  for (const letter of word) if (vowel.test(letter)) vowels += 1;
  return vowels > 2;
}

function withoutEnding(word: string, ending: RegExp): string {
  return isLong(word) ? word.replace(ending, '') : word;
}

function withoutFirstPrefix(word: string, consonant: Consonant): Stemming | null {
  const [, prefix = '', nasal = '', rest = ''] =
    /^(di|ter|ke|me|pe(?=ng|n|m))((?<=[mp]e)(?:ng|ny|n|m)|)(.+)$/.exec(word) ?? [];
  if (prefix === '') return null;
  const kind = prefix === 'pe' || prefix === 'ke' ? prefixKind.noun : prefixKind.active;
  if (nasal === '') return { word: rest, prefix: kind };
  if (!vowel.test(rest.charAt(0))) return { word: nasal === 'ny' ? `y${rest}` : rest, prefix: kind };
  const first = consonant === 'lost' ? lostBefore[nasal] : nasal === 'ng' ? '' : nasal;
  return { word: `${first ?? ''}${rest}`, prefix: kind };
}

const lostBefore: Readonly<Record<string, string>> = { n: 't', m: 'p', ny: 's', ng: 'k' };

function withoutSecondPrefix(stemming: Stemming): Stemming {
  const { word } = stemming;
  if (!isLong(word) || whole.has(word)) return stemming;
  if (word.startsWith('belajar')) return { word: word.slice(3), prefix: prefixKind.ber };
  if (word.startsWith('pelajar')) return { word: word.slice(3), prefix: stemming.prefix };
  const [, prefix = '', rest = ''] = /^(ber|be(?=[^aeiou]er)|per|pe)(.+)$/.exec(word) ?? [];
  if (prefix === '') return stemming;
  return { word: rest, prefix: prefix.startsWith('be') ? prefixKind.ber : prefixKind.second };
}

function withoutSuffix(stemming: Stemming): Stemming {
  const { word, prefix } = stemming;
  if (!isLong(word) || whole.has(word)) return stemming;
  const cut = (length: number): Stemming => ({ word: word.slice(0, -length), prefix });
  if (word.endsWith('kan') && prefix !== prefixKind.noun && prefix !== prefixKind.second) return cut(3);
  if (word.endsWith('an') && prefix !== prefixKind.active) return cut(2);
  if (word.endsWith('i') && !word.endsWith('si') && prefix <= prefixKind.second) return cut(1);
  return stemming;
}
