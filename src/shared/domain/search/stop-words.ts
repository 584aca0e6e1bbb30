// Words that say little by themselves. Small lists, to be read and judged: pronouns, prepositions, conjunctions,
// auxiliaries and the fillers of spoken Indonesian.

export type StopWordList = 'id' | 'en' | 'both' | 'none';

const indonesian = `
  ada adalah agar akan aku anda antara apa apabila apakah atas atau bagi bagaimana bahwa baik banyak beberapa begini
  begitu belum bila bisa boleh bukan dalam dan dapat dari daripada dengan di dia dong dua guna hal hanya harus hingga
  ia ialah ini itu iya jadi jangan jika juga kalau kalian kami karena kata ke kemudian kepada ketika kita kok lagi lah
  lain lalu lebih maka masih masing mau melalui mereka merupakan mungkin nah namun nanti nya oh oleh orang pada para
  pernah pun saat saja sama sampai sangat satu saya sebab sebagai sebelum sebuah secara sedang sehingga sejak seperti
  sering serta sesudah setelah setiap si sih suatu sudah supaya tapi telah tentang tentu terhadap tersebut tetapi tidak
  tiap toh untuk walaupun waktu ya yaitu yakni yang`;

const english = `
  a about after again all also am an and any are as at be because been before being both but by can could did do does
  doing down for from further had has have having he her here hers him his how i if in into is it its just me more most
  my no nor not now of off on once only or other our out over own same she should so some such than that the their them
  then there these they this those through to too under until up very was we were what when where which while who whom
  why will with would yes you your`;

const lists: Readonly<Record<StopWordList, ReadonlySet<string>>> = {
  id: wordsOf(indonesian),
  en: wordsOf(english),
  both: wordsOf(indonesian + english),
  none: new Set(),
};

/** What a study leaves out: lists of the program, and words of its own in small letters. */
export type StopWords = { readonly lists: StopWordList; readonly own: readonly string[] };

/** Tells of a word in small letters whether it is left out. */
export function stopWordTest({ lists: chosen, own }: StopWords): (word: string) => boolean {
  const words = new Set(own);
  return (word) => words.has(word) || isStopWord(word, chosen);
}

/** @param word in small letters */
export function isStopWord(word: string, list: StopWordList): boolean {
  return lists[list].has(word);
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
