// A project of any size, the same for the same seed, with every invariant of a real one: quotes, checksums, hashes
// and the structure of each text. Written row by row past the commands, which would take an hour, and kept in the
// system's folder for temporary files until the schema or the generator changes.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSchema } from '../../src/main/core/projects.ts';
import { insertCase } from '../../src/main/db/cases.ts';
import { insertCode } from '../../src/main/db/codes.ts';
import { insertCoder } from '../../src/main/db/coders.ts';
import { insertCoding } from '../../src/main/db/codings.ts';
import { sql, type WritableDb } from '../../src/main/db/database.ts';
import { insertDocument } from '../../src/main/db/documents.ts';
import { closeProjectFile, createProjectFile } from '../../src/main/db/open.ts';
import { insertText } from '../../src/main/db/texts.ts';
import { splitsCharacter } from '../../src/shared/domain/text.ts';
import { guidOf, randomOf, root } from './project.ts';

export type ProjectSize = {
  readonly seed: number;
  readonly documents: number;
  /** Of each document. */
  readonly characters: number;
  readonly codes: number;
  readonly codings: number;
  readonly cases: number;
  readonly coders: number;
};

/** The size for which the budgets are stated. */
export const fullSize: ProjectSize = {
  seed: 1,
  documents: 1000,
  characters: 60_000,
  codes: 500,
  codings: 200_000,
  cases: 240,
  coders: 3,
};

/** Small enough to be counted by hand-written loops. */
export const smallSize: ProjectSize = {
  seed: 2,
  documents: 12,
  characters: 3_000,
  codes: 14,
  codings: 400,
  cases: 5,
  coders: 3,
};

/**
 * A generated project, closed.
 * @returns the path of the one that is kept: copy it before changing it
 */
export async function generatedProject(size: ProjectSize): Promise<string> {
  const path = join(tmpdir(), `simpul-generated-${keyOf(size)}.simpul`);
  if (existsSync(path)) return path;
  // Made elsewhere and then moved, so that nobody finds it half done.
  const folder = mkdtempSync(join(tmpdir(), 'simpul-generated-'));
  const unfinished = join(folder, 'study.simpul');
  const file = await createProjectFile(unfinished, readSchema(join(root, 'migrations')));
  file.connection.execute('BEGIN IMMEDIATE');
  fill(file.connection, size);
  file.connection.execute('COMMIT');
  closeProjectFile(file);
  renameSync(unfinished, path);
  rmSync(folder, { recursive: true });
  return path;
}

const now = '2026-01-01T00:00:00.000Z';

function fill(db: WritableDb, size: ProjectSize): void {
  const random = randomOf(size.seed);
  let guids = 0;
  const guid = () => guidOf(++guids);
  db.run(sql`
    INSERT INTO project (id, guid, name, description, language, fictional, created_at)
    VALUES (1, ${guid()}, 'Generated study', '', 'id', 1, ${now})`);
  const coders = sequence(size.coders, (k) =>
    insertCoder(db, { guid: guid(), name: `Coder ${k + 1}`, initials: `C${k + 1}`, color: '#336699', created_at: now }),
  );
  const cases = sequence(size.cases, (k) => insertCase(db, { guid: guid(), name: `Case ${k + 1}`, description: '' }));
  const codes = fillCodes(db, size.codes, guid);
  const pickCode = skewed(random, codes);
  const sentences = sequence(4000, () => sentence(random));
  for (let d = 0; d < size.documents; d += 1) {
    const documentId = insertDocument(db, {
      guid: guid(),
      title: `Interview ${d + 1}`,
      kind: 'interview',
      description: '',
      language: 'id',
      date: null,
      place: '',
      // One in ten belongs to no case.
      case_id: d % 10 === 9 ? null : random.pick(cases),
      original_id: null,
      original_name: '',
      created_by: coders[0] ?? null,
      created_at: now,
    });
    const text = transcript(random, sentences, size.characters);
    insertText(db, documentId, text);
    const last = Math.floor((size.codings * (d + 1)) / size.documents);
    let former = { start: 0, end: text.length };
    for (let k = Math.floor((size.codings * d) / size.documents); k < last; k += 1) {
      const range = passage(random, text, k % 5 === 4 ? former : null);
      former = range;
      insertCoding(db, {
        guid: guid(),
        document_id: documentId,
        start_offset: range.start,
        end_offset: range.end,
        code_id: pickCode(),
        coder_id: random.below(50) === 0 ? null : random.pick(coders),
        quote: text.slice(range.start, range.end),
        weight: null,
        created_at: now,
      });
    }
  }
}

/** Themes with up to nineteen codes below each. */
function fillCodes(db: WritableDb, count: number, guid: () => ReturnType<typeof guidOf>): readonly number[] {
  let theme: number | null = null;
  return sequence(count, (k) => {
    const isTheme = k % 20 === 0;
    const id: number = insertCode(db, {
      guid: guid(),
      parent_id: isTheme ? null : theme,
      position: isTheme ? k / 20 : (k % 20) - 1,
      name: isTheme ? `Theme ${k / 20 + 1}` : `Code ${k}`,
      color: '#884422',
      description: '',
      include_rule: '',
      exclude_rule: '',
      typical_example: '',
      counter_example: '',
      kind: null,
      codable: 1,
      created_by: null,
      created_at: now,
    });
    if (isTheme) theme = id;
    return id;
  });
}

type Random = ReturnType<typeof randomOf>;

/** Few codes are used often and many seldom, as in real studies: the k-th with weight 1 / (k + 10). */
function skewed(random: Random, items: readonly number[]): () => number {
  let sum = 0;
  const sums = items.map((_, k) => (sum += 1 / (k + 10)));
  return () => {
    const wanted = (random.below(1_000_000) / 1_000_000) * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low] ?? 0;
  };
}

/** A coded passage: log-normal around 140 characters; where a former one is given, begun inside it. */
function passage(random: Random, text: string, former: { readonly start: number; readonly end: number } | null) {
  const length = Math.min(text.length >> 1, 2 + Math.round(Math.exp(Math.log(120) + 0.6 * normal(random))));
  const wanted = former ? former.start + random.below(former.end - former.start) : random.below(text.length);
  const start = whole(text, Math.min(wanted, text.length - length));
  return { start, end: whole(text, start + length) };
}

function whole(text: string, offset: number): number {
  return splitsCharacter(text, offset) ? offset - 1 : offset;
}

/** Nearly normal: the sum of twelve uniform numbers. */
function normal(random: Random): number {
  let sum = -6;
  for (let k = 0; k < 12; k += 1) sum += random.below(1_000_000) / 1_000_000;
  return sum;
}

/** Speaker turns of 120 to 480 characters; now and then a soft break or an empty line. */
function transcript(random: Random, sentences: readonly string[], length: number): string {
  let text = '';
  for (let turn = 0; text.length < length; turn += 1) {
    const wanted = 120 + random.below(360);
    let line = turn % 2 === 0 ? 'Pewawancara:' : 'Informan:';
    while (line.length < wanted) line += `${random.below(40) === 0 ? '\u2028' : ' '}${random.pick(sentences)}`;
    text += `${line}\n${random.below(25) === 0 ? '\n' : ''}`;
  }
  const end = splitsCharacter(text, length) ? length - 1 : length;
  return text.slice(0, end);
}

function sentence(random: Random): string {
  const count = 5 + random.below(14);
  const chosen = sequence(count, () => random.pick(vocabulary));
  const first = chosen[0] ?? '';
  return `${first[0]?.toUpperCase() ?? ''}${first.slice(1)} ${chosen.slice(1).join(' ')}${random.pick(['.', '.', '.', '?', '…'])}`;
}

const vocabulary = `pemerintah daerah kabupaten layanan publik warga masyarakat desa kecamatan aplikasi data informasi
  pegawai pelatihan anggaran rencana kebijakan peraturan bupati kepala dinas bidang seksi rapat koordinasi tim kerja
  jaringan internet sinyal server pusat pengaduan laporan surat berkas cepat lambat mudah sulit terbuka transparan
  program-program teman-teman S.IP. M.Si. Drs. Rp1.000.000 2024 dll. yang dan di ke dari untuk dengan pada adalah
  sudah belum akan harus bisa tidak kami kita mereka saya itu ini jadi karena supaya agar sehingga namun tetapi juga
  menjadi memberikan melakukan menggunakan meningkatkan menyampaikan membangun mendukung 😀 ibu bapak perangkat`
  .trim()
  .split(/\s+/);

function sequence<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Changes with the schema, with what is derived from texts, and with this module. */
function keyOf(size: ProjectSize): string {
  const migrations = readdirSync(join(root, 'migrations'));
  const sources = [
    ...migrations.map((file) => join('migrations', file)),
    'test/support/generated-project.ts',
    'src/main/db/checksums.ts',
    'src/main/db/packed-units.ts',
    'src/main/db/stored-text.ts',
    'src/main/db/texts.ts',
    'src/shared/domain/analysis/sentences.ts',
    'src/shared/domain/analysis/units.ts',
    'src/shared/domain/analysis/words.ts',
  ];
  const hash = createHash('sha256').update(JSON.stringify(size));
  for (const source of sources) hash.update(readFileSync(join(root, source)));
  return hash.digest('hex').slice(0, 16);
}
