// Two folders of invented field material, as a researcher has it: text, Markdown and Word files, and a picture that
// strayed among them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/shared/contract/values.ts';
import { docx, paragraph } from '../support/docx-builder.ts';

export type FieldWork = {
  /** Three documents and one file that is none. */
  readonly interviews: string;
  /** One observation note in a folder of its own. */
  readonly observations: string;
  readonly titles: { readonly text: string; readonly markdown: string; readonly word: string; readonly note: string };
  readonly strayed: string;
};

export function makeFieldWork(home: string, language: Language): FieldWork {
  const { titles, interview, markdown, word, note } = material[language];
  const interviews = join(home, 'interviews');
  const observations = join(home, 'observations');
  const strayed = 'IMG_0241.png';
  mkdirSync(interviews);
  mkdirSync(observations);
  writeFileSync(join(interviews, `${titles.text}.txt`), interview.join('\n'));
  writeFileSync(join(interviews, `${titles.markdown}.md`), markdown.join('\n\n'));
  writeFileSync(join(interviews, `${titles.word}.docx`), docx({ body: word.map((line) => paragraph(line)).join('') }));
  writeFileSync(join(interviews, strayed), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(join(observations, `${titles.note}.txt`), note.join('\n'));
  return { interviews, observations, titles, strayed };
}

/** Words in the interview that the journey codes; the second lies within the first. */
export const passages = {
  id: {
    rhythm: 'Rapat koordinasi kami adakan tiap Senin, dan hasilnya langsung dicatat bersama',
    within: 'hasilnya langsung dicatat bersama',
    complaints: 'Kalau ada aduan warga, tim bergerak tanpa menunggu surat',
    change: 'Pergantian pimpinan membuat prioritas berubah',
    budget: 'anggaran baru turun pada triwulan kedua',
    residents: 'Warga sekarang mengadu lewat satu nomor',
  },
  en: {
    rhythm: 'We hold a coordination meeting every Monday, and its results are written down together at once',
    within: 'its results are written down together at once',
    complaints: 'When a resident complains, the team moves without waiting for a letter',
    change: 'The change of leadership shifted the priorities',
    budget: 'the budget only came in the second quarter',
    residents: 'Residents now complain through one number',
  },
} as const;

export const speakers = { id: ['Pewawancara', 'Ratna'], en: ['Interviewer', 'Ratna'] } as const;

const material = {
  id: {
    titles: {
      text: 'Wawancara Ratna',
      markdown: 'Wawancara Yusuf',
      word: 'Wawancara Lestari',
      note: 'Observasi loket',
    },
    interview: [
      'Pewawancara: Terima kasih atas waktunya, Bu. Bagaimana koordinasi antarbidang berjalan tahun ini?',
      `Ratna: ${passages.id.rhythm}. ${passages.id.complaints}.`,
      'Pewawancara: Apa yang paling menghambat?',
      `Ratna: ${passages.id.change}, dan ${passages.id.budget}. Selebihnya kami cari jalan sendiri.`,
      'Pewawancara: Bagaimana tanggapan warga?',
      `Ratna: ${passages.id.residents}, jadi kami tahu siapa yang belum dilayani.`,
    ],
    markdown: [
      '# Wawancara dengan Yusuf',
      'Pewawancara: Sejak kapan Bapak di dinas ini?',
      'Yusuf: Sejak 2019. Dulu semua menunggu **disposisi**, sekarang kami boleh memutuskan sendiri.',
    ],
    word: [
      'Pewawancara: Apa peran desa dalam layanan ini?',
      'Lestari: Desa yang paling dekat dengan warga, tetapi datanya tidak pernah kembali kepada kami.',
    ],
    note: [
      'Observasi di loket, Selasa pagi.',
      'Dua petugas melayani empat belas orang; layar antrean mati sejak pukul sembilan.',
    ],
  },
  en: {
    titles: {
      text: 'Interview Ratna',
      markdown: 'Interview Yusuf',
      word: 'Interview Lestari',
      note: 'Observation counter',
    },
    interview: [
      'Interviewer: Thank you for your time. How has coordination between the divisions gone this year?',
      `Ratna: ${passages.en.rhythm}. ${passages.en.complaints}.`,
      'Interviewer: What holds you back most?',
      `Ratna: ${passages.en.change}, and ${passages.en.budget}. For the rest we find our own way.`,
      'Interviewer: How do residents respond?',
      `Ratna: ${passages.en.residents}, so we know who has not been served.`,
    ],
    markdown: [
      '# Interview with Yusuf',
      'Interviewer: How long have you been with the office?',
      'Yusuf: Since 2019. Everything used to wait for a **disposition**, now we may decide for ourselves.',
    ],
    word: [
      'Interviewer: What part does the village play in this service?',
      'Lestari: The village is closest to the residents, but its data never comes back to us.',
    ],
    note: [
      'Observation at the counter, Tuesday morning.',
      'Two officers served fourteen people; the queue screen had been off since nine.',
    ],
  },
} as const satisfies Readonly<Record<Language, unknown>>;
