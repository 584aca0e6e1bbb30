// Random commands against a real project, as a hurried researcher would give them.

import type { Client } from '../../src/shared/contract/client.ts';
import { CallError } from '../../src/shared/contract/client.ts';
import { splitsCharacter } from '../../src/shared/domain/text.ts';
import type { randomOf } from './project.ts';

type Random = ReturnType<typeof randomOf>;

/** Pieces that make edges ambiguous and offsets hard: emoji, joiners, combining marks, right-to-left, breaks. */
const pieces = [
  'a',
  'aa',
  'ab ',
  'kode ',
  'Pewawancara: ',
  '\n',
  '\n\n',
  '\u2028',
  '😀',
  '👩🏽‍💻',
  'e\u0301',
  'ꦲꦏ꧀ꦱꦫ ',
  'שלום ',
  'مرحبا',
  '𝒜𝒷',
  ' ',
] as const;

export function randomText(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += random.pick(pieces);
  return text;
}

/** A splice inside the text whose edges fall between characters; often at the edge of a coding. */
export function randomSplice(random: Random, text: string, edges: readonly number[]) {
  const near = edges.length > 0 && random.below(2) === 0 ? random.pick(edges) : random.below(text.length + 1);
  const at = whole(text, Math.min(near, text.length));
  const remove = random.below(3) === 0 ? 0 : whole(text, Math.min(text.length, at + random.below(12))) - at;
  const insert = remove > 0 && random.below(3) === 0 ? '' : randomText(random, random.below(6));
  return { at, remove: Math.max(0, remove), insert };
}

export function randomRange(random: Random, text: string): { readonly start: number; readonly end: number } | null {
  const start = whole(text, random.below(text.length + 1));
  const end = whole(text, Math.min(text.length, start + 1 + random.below(20)));
  return end > start ? { start, end } : null;
}

function whole(text: string, offset: number): number {
  return splitsCharacter(text, offset) ? offset + 1 : offset;
}

/** One random command. Expected refusals (a heading, a cycle …) are part of the game and change nothing. */
export async function randomCommand(client: Client, random: Random): Promise<void> {
  const documents = await client.documents.list({});
  const codes = await client.codes.list({});
  const codings = await client.codings.list({});
  const document = documents.length > 0 ? random.pick(documents) : null;
  const code = codes.length > 0 ? random.pick(codes) : null;
  const coding = codings.length > 0 ? random.pick(codings) : null;
  try {
    await step();
  } catch (error) {
    if (!(error instanceof CallError) || error.code === 'internal') throw error;
  }

  async function step(): Promise<unknown> {
    const choice = random.below(26);
    if (!document || choice === 0) {
      return client.documents.create({ title: `T${random.below(99)}`, text: randomText(random, 40) });
    }
    if (!code || choice === 1) {
      return client.codes.create({ name: `K${random.below(9)}`, ...(code ? { parentId: code.guid } : {}) });
    }
    const { text, revision } = await client.documents.text({ documentId: document.guid });
    if (!coding || choice <= 6) {
      const range = randomRange(random, text);
      return (
        range &&
        client.codings.create({
          documentId: document.guid,
          codeId: code.guid,
          ...range,
          memo: random.pick(['', 'catatan']),
        })
      );
    }
    if (choice <= 11) {
      const own = codings.filter((row) => row.document === document.guid).flatMap((row) => [row.start, row.end]);
      return client.documents.editText({
        documentId: document.guid,
        revision,
        splices: [randomSplice(random, text, own)],
      });
    }
    switch (choice) {
      case 12:
        return client.codings.delete({ codingIds: [coding.guid] });
      case 13:
        return client.codings.update({ codingIds: [coding.guid], codeId: code.guid, weight: random.below(101) });
      case 14:
        return client.codes.merge({ sourceIds: [random.pick(codes).guid], targetId: code.guid });
      case 15:
        return client.codes.delete({
          codeIds: [code.guid],
          codings: random.pick(['delete', 'move-to-parent'] as const),
          children: random.pick(['delete', 'lift'] as const),
        });
      case 16:
        return client.codes.move({
          codeIds: [code.guid],
          parentId: random.pick([null, random.pick(codes).guid]),
          position: 0,
        });
      case 17:
        return client.codes.update({ codeId: code.guid, name: `N${random.below(9)}`, codable: random.below(8) > 0 });
      case 18:
        return client.documents.delete({ documentIds: [document.guid] });
      case 19:
        return client.documents.update({ documentId: document.guid, title: `U${random.below(9)}`, date: '2026-02-03' });
      case 20:
        return client.cases.create({ name: `C${random.below(9)}`, documentIds: [document.guid] });
      case 21: {
        const range = randomRange(random, text);
        const target = range
          ? { kind: 'passage' as const, guid: document.guid, ...range }
          : { kind: 'code' as const, guid: code.guid };
        return client.memos.create({
          title: 'M',
          body: 'isi',
          targets: [target, { kind: 'coding', guid: coding.guid }],
        });
      }
      case 22: {
        const { guid } = await client.variables.create({ name: 'V', type: 'Integer', scope: 'document' });
        return client.variables.setValue({ variableId: guid, targetId: document.guid, value: '7' });
      }
      case 23: {
        const at = coding.start + random.below(Math.max(1, coding.end - coding.start));
        return client.codings.split({ codingId: coding.guid, at });
      }
      case 24: {
        const alike = codings.filter((other) => other.document === coding.document && other.code === coding.code);
        const codingIds = [coding.guid, ...alike.map(({ guid }) => guid)];
        return client.codings.join({ codingIds, acrossWords: random.below(2) === 0 });
      }
      default:
        return client.codings.accept({ codingIds: [coding.guid] });
    }
  }
}
