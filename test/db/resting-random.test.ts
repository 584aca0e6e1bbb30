// acceptance of issue 6: deleting, editing or re-coding anything upstream marks exactly the cells,
// networks, verdicts and propositions that rest on it; undo clears the marks and redo sets them again. Held against a
// slow model over random projects (SIMPUL_CASES says how many; 200 for the acceptance).

import { expect, test } from 'vitest';
import { CallError } from '../../src/shared/contract/client.ts';
import type { DisplayDefinition } from '../../src/shared/contract/displays.ts';
import type { Comparison } from '../../src/shared/contract/triangulation.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { coded, type CodedModel, edited, modelOf } from '../support/coded-model.ts';
import { openTestProject, randomOf } from '../support/project.ts';
import {
  cellContent,
  type CellPlace,
  evidenceContent,
  rowContent,
  type World,
  worldOf,
} from '../support/resting-model.ts';

const cases = Number(process.env['SIMPUL_CASES'] ?? 3);
const first = Number(process.env['SIMPUL_SEED'] ?? 6100);
const steps = 14;
const words = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];

type Judged = {
  /** What was there when each was judged: cells by their place, evidence and verdicts by their guid. */
  readonly cells: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<Guid, string>;
  readonly passages: ReadonlyMap<Guid, { readonly document: Guid; readonly model: CodedModel }>;
};
type Marks = {
  readonly cells: readonly string[];
  readonly links: readonly string[];
  readonly own: readonly string[];
  readonly claims: readonly string[];
};

test.each(Array.from({ length: cases }, (_, place) => first + place))(
  'exactly what rests on it is marked, undo clears, redo marks again (seed %i)',
  { timeout: 600_000 },
  async (seed) => {
    const project = await openTestProject();
    const { client } = project;
    const random = randomOf(seed);
    let judged: Judged = { cells: new Map(), evidence: new Map(), passages: new Map() };
    const text = () => Array.from({ length: 24 }, () => random.pick(words)).join(' ');

    const variable = (await client.variables.create({ name: 'Peran', type: 'Text', scope: 'case' })).guid;
    const codes: Guid[] = [];
    for (let at = 0; at < 6; at += 1) {
      const parentId = at > 2 ? random.pick(codes) : null;
      codes.push((await client.codes.create({ name: `K${at}`, ...(parentId && { parentId }) })).guid);
    }
    const documents: Guid[] = [];
    for (const kind of ['interview', 'observation', 'document', 'interview'] as const) {
      documents.push((await client.documents.create({ title: `D${documents.length}`, text: text(), kind })).guid);
    }
    for (const [at, document] of documents.slice(0, 3).entries()) {
      const { guid } = await client.cases.create({ name: `C${at}`, documentIds: [document] });
      await client.variables.setValue({ variableId: variable, targetId: guid, value: at === 0 ? 'kepala' : 'staf' });
    }
    for (let at = 0; at < 16; at += 1) await addCoding();
    const memo = (await client.memos.create({ title: 'M', body: 'isi', targets: [{ kind: 'project' }] })).guid;
    const displays: Guid[] = [];
    for (const definition of definitionsOf(codes, variable)) {
      const { guid } = await client.displays.create({
        kind: 'conceptual',
        name: `Matriks ${displays.length}`,
        definition,
      });
      displays.push(guid);
    }
    for (let at = 0; at < 5; at += 1) await writeCell();
    const propositions: Guid[] = [];
    for (let at = 0; at < 5; at += 1) {
      const dimension = random.pick([null, random.pick(codes)]);
      const content = { statement: `P${at}`, ...(dimension && { dimensionId: dimension }) };
      propositions.push((await client.propositions.create(content)).guid);
    }
    const network = (await client.networks.create({ kind: 'code-map', name: 'Peta' })).guid;
    const nodes = (await client.networks.show({ networkId: network })).nodes.map(({ guid }) => guid);
    for (let at = 0; at < 3; at += 1) {
      const [from, to] = [nodes[at], nodes[at + 1]];
      if (from && to) await client.networks.addLink({ fromId: from, toId: to, kind: 'influences' });
    }
    for (let at = 0; at < 12; at += 1) await tryTo(attachEvidence);
    for (let at = 0; at < 4; at += 1) await tryTo(attachToLink);
    for (let at = 0; at < 4; at += 1) await tryTo(judgeRow);
    await agree('at the beginning');

    for (let step = 0; step < steps; step += 1) {
      const [before, known] = [judged, await marks()];
      const revision = await present();
      const name = await change();
      if ((await present()) === revision) {
        judged = before;
        continue;
      }
      const after = judged;
      const there = await agree(`step ${step} (${name}) of seed ${seed}`);
      await client.history.undo({});
      judged = before;
      expect(await marks(), `undo of ${name}, seed ${seed}`).toEqual(known);
      await client.history.redo({});
      judged = after;
      expect(await marks(), `redo of ${name}, seed ${seed}`).toEqual(there);
    }
    expect((await client.project.check({})).problems).toEqual([]);
    expect(project.workshop.faults).toEqual([]);
    await project.end();

    async function present(): Promise<number> {
      return (await client.project.info({})).project.revision;
    }

    /** What the program marks. */
    async function marks(): Promise<Marks> {
      const world = await worldOf(client);
      const cells = [...world.matrices].flatMap(([display, { rows, columns, cells: own }]) =>
        own
          .filter(({ isStale }) => isStale)
          .map((cell) => keyOf({ display, row: rows[cell.row]?.key ?? '', column: columns[cell.column]?.key ?? '' })),
      );
      const checked = (await client.displays.check({})).reduce((sum, { stale }) => sum + stale, 0);
      const lost = [...world.matrices.values()].reduce((sum, matrix) => sum + matrix.lost.length, 0);
      expect(checked).toBeGreaterThanOrEqual(cells.length);
      expect(checked).toBeLessThanOrEqual(cells.length + lost);
      return {
        cells: cells.toSorted(),
        links: world.networks
          .flatMap(({ links }) => links.filter(({ isMarked }) => isMarked).map(({ guid }) => guid))
          .toSorted(),
        own: world.propositions.flatMap(({ mark }) => mark?.own ?? []).toSorted(),
        claims: world.propositions
          .filter(({ mark }) => mark !== null)
          .map(({ guid }) => guid)
          .toSorted(),
      };
    }

    /** What has to be marked. */
    function wanted(world: World): Marks {
      const cells = [...world.matrices].flatMap(([display, { rows, columns, cells: own }]) =>
        own.flatMap((cell) => {
          const place = { display, row: rows[cell.row]?.key ?? '', column: columns[cell.column]?.key ?? '' };
          const isWritten = cell.text !== '' || cell.rating !== '';
          return isWritten && judged.cells.get(keyOf(place)) !== cellContent(world, place, cell.guid)
            ? [keyOf(place)]
            : [];
        }),
      );
      const differs = (guid: Guid, kind: string, target: Guid): boolean =>
        judged.evidence.get(guid) !== evidenceContent(world, kind, target, judged.passages);
      const own = new Map(
        world.propositions.map((each) => [
          each.guid,
          [
            ...each.evidence.filter(({ guid, kind, target }) => differs(guid, kind, target)).map(({ guid }) => guid),
            ...each.verdicts
              .filter(
                ({ guid, comparison }) =>
                  judged.evidence.get(guid) !== rowContent(world, each, comparison, judged.passages),
              )
              .map(({ guid }) => guid),
          ],
        ]),
      );
      // Upwards until nothing new is reached: propositions and the networks between them.
      const reached = new Set<Guid>([...own].filter(([, found]) => found.length > 0).map(([guid]) => guid));
      const restsOn = [
        ...world.propositions.map(({ guid, evidence }) => ({
          guid,
          targets: evidence.map(({ target }) => target),
          isOwn: false,
        })),
        ...world.networks.map(({ guid, links }) => {
          const evidence = links.flatMap((link) => link.evidence);
          return {
            guid,
            targets: evidence.map(({ target }) => target),
            isOwn: evidence.some((each) => differs(each.guid, each.kind, each.target)),
          };
        }),
      ];
      for (let size = -1; size !== reached.size;) {
        size = reached.size;
        for (const { guid, targets, isOwn } of restsOn) {
          if (isOwn || targets.some((target) => reached.has(target))) reached.add(guid);
        }
      }
      return {
        cells: cells.toSorted(),
        links: world.networks
          .flatMap(({ links }) => links)
          .filter(({ evidence }) =>
            evidence.some(
              ({ guid, kind, target }) =>
                differs(guid, kind, target) || (kind === 'proposition' && reached.has(target)),
            ),
          )
          .map(({ guid }) => guid)
          .toSorted(),
        own: [...own.values()].flat().toSorted(),
        claims: world.propositions
          .map(({ guid }) => guid)
          .filter((guid) => reached.has(guid))
          .toSorted(),
      };
    }

    async function agree(when: string): Promise<Marks> {
      const found = await marks();
      expect(found, when).toEqual(wanted(await worldOf(client)));
      return found;
    }

    async function tryTo(act: () => Promise<unknown>): Promise<void> {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof CallError) || error.code === 'internal') throw error;
      }
    }

    async function change(): Promise<string> {
      const acts: readonly (() => Promise<unknown>)[] = [
        editText,
        editText,
        editText,
        deleteCoding,
        resizeCoding,
        recode,
        addCoding,
        mergeCodes,
        deleteCode,
        moveCode,
        moveCode,
        setValue,
        setValue,
        assignCase,
        deleteCase,
        deleteDocument,
        updateDocument,
        deleteVariable,
        condense,
        writeCell,
        writeCell,
        attachToCell,
        detachFromCell,
        updateDefinition,
        updateProposition,
        reject,
        updateMemo,
        deleteMemo,
        deleteProposition,
        attachEvidence,
        attachToLink,
        confirmEvidence,
        confirmLink,
        judgeRow,
        changeLink,
        moveNode,
        renameCode,
        removeDisplay,
      ];
      const act = random.pick(acts);
      await tryTo(act);
      return act.name;
    }

    async function anyOf<T>(list: Promise<readonly T[]>): Promise<T> {
      const all = await list;
      if (all.length === 0) throw new CallError({ code: 'not-found', message: 'nothing left' } as never);
      return random.pick(all);
    }
    function aCoding() {
      return anyOf(client.codings.list({}));
    }
    function aCode() {
      return anyOf(client.codes.list({}));
    }
    function aDocument() {
      return anyOf(client.documents.list({}));
    }
    function aProposition() {
      return anyOf(client.propositions.list({}));
    }

    async function addCoding(): Promise<void> {
      const { guid: documentId } = await aDocument();
      const { text: body } = await client.documents.text({ documentId });
      const start = random.below(body.length - 12);
      await client.codings.create({
        documentId,
        codeId: (await aCode()).guid,
        start,
        end: start + 3 + random.below(9),
      });
    }
    async function editText(): Promise<void> {
      const { guid: documentId } = await aDocument();
      const { text: body, revision } = await client.documents.text({ documentId });
      const own = (await client.codings.list({})).filter(({ document }) => document === documentId);
      const near = own.length > 0 && random.below(3) > 0 ? random.pick(own).start : random.below(body.length);
      const at = Math.min(body.length - 1, near + random.below(3));
      const splice = {
        at,
        remove: Math.min(random.below(6), body.length - at - 1),
        insert: random.pick(['', 'xy', 'z ']),
      };
      await client.documents.editText({ documentId, revision, splices: [splice] });
      const passages = [...judged.passages].map(([guid, passage]): [Guid, typeof passage] =>
        passage.document === documentId
          ? [guid, { ...passage, model: edited(passage.model, [splice]) }]
          : [guid, passage],
      );
      judged = { ...judged, passages: new Map(passages) };
    }
    async function deleteCoding() {
      await client.codings.delete({ codingIds: [(await aCoding()).guid] });
    }
    async function resizeCoding() {
      const { guid, document, start } = await aCoding();
      const { text: body } = await client.documents.text({ documentId: document });
      await client.codings.update({
        codingIds: [guid],
        start,
        end: Math.min(body.length, start + 1 + random.below(14)),
      });
    }
    async function recode() {
      await client.codings.update({ codingIds: [(await aCoding()).guid], codeId: (await aCode()).guid });
    }
    async function mergeCodes() {
      await client.codes.merge({ sourceIds: [(await aCode()).guid], targetId: (await aCode()).guid });
    }
    async function deleteCode() {
      const [codings, children] = [
        random.pick(['delete', 'move-to-parent'] as const),
        random.pick(['delete', 'lift'] as const),
      ];
      await client.codes.delete({ codeIds: [(await aCode()).guid], codings, children });
    }
    async function moveCode() {
      const parentId = random.pick([null, (await aCode()).guid]);
      await client.codes.move({ codeIds: [(await aCode()).guid], parentId, position: 0 });
    }
    async function renameCode() {
      await client.codes.update({ codeId: (await aCode()).guid, name: `N${random.below(99)}`, description: 'baru' });
    }
    async function setValue() {
      const { guid } = await anyOf(client.cases.list({}));
      await client.variables.setValue({
        variableId: variable,
        targetId: guid,
        value: random.pick(['kepala', 'staf', 'warga', null]),
      });
    }
    async function assignCase() {
      const caseId = random.pick([null, (await anyOf(client.cases.list({}))).guid]);
      await client.cases.assign({ documentIds: [(await aDocument()).guid], caseId });
    }
    async function deleteCase() {
      await client.cases.delete({ caseIds: [(await anyOf(client.cases.list({}))).guid] });
    }
    async function deleteDocument() {
      if (random.below(2) === 0) await client.documents.delete({ documentIds: [(await aDocument()).guid] });
    }
    async function updateDocument() {
      const kind = random.pick(['interview', 'observation', 'document'] as const);
      await client.documents.update({ documentId: (await aDocument()).guid, kind, title: `T${random.below(99)}` });
    }
    async function deleteVariable() {
      if (random.below(3) === 0) await client.variables.delete({ variableIds: [variable] });
    }
    async function condense() {
      await client.condensation.write({
        codingId: (await aCoding()).guid,
        paraphrase: `pendek ${random.below(99)}`,
        reduction: 'inti',
      });
    }

    async function aCell(): Promise<CellPlace> {
      const display = (await anyOf(client.displays.list({}))).guid;
      const { rows, columns } = await client.displays.matrix({ displayId: display });
      const [row, column] = [await anyOf(Promise.resolve(rows)), await anyOf(Promise.resolve(columns))];
      return { display, row: row.key, column: column.key };
    }
    async function writeCell() {
      const { display: displayId, row, column } = await aCell();
      await client.displays.setCell({
        displayId,
        row,
        column,
        text: random.pick(['ya', 'tidak', 'kadang']),
        rating: random.pick(['', '+']),
      });
      await note({ display: displayId, row, column });
    }
    async function note(place: CellPlace) {
      const world = await worldOf(client);
      const content = cellContent(world, place, cellAt(world, place));
      judged = { ...judged, cells: new Map(judged.cells).set(keyOf(place), content) };
    }
    /** Who puts evidence behind a cell knows of it: it is as fresh or as stale as it was. */
    async function attachToCell() {
      const place = await aCell();
      const world = await worldOf(client);
      const cell = cellAt(world, place);
      const wasFresh = cell === null || judged.cells.get(keyOf(place)) === cellContent(world, place, cell);
      const { display: displayId, row, column } = place;
      await client.displays.attach({ displayId, row, column, codingIds: [(await aCoding()).guid] });
      if (wasFresh) await note(place);
    }
    async function detachFromCell() {
      const world = await worldOf(client);
      const places = [...world.matrices].flatMap(([display, { rows, columns, cells: own }]) =>
        own
          .filter(({ attached }) => attached > 0)
          .map((cell) => ({ display, row: rows[cell.row]?.key ?? '', column: columns[cell.column]?.key ?? '' })),
      );
      const place = await anyOf(Promise.resolve(places));
      const cell = cellAt(world, place);
      const wasFresh = judged.cells.get(keyOf(place)) === cellContent(world, place, cell);
      const { display: displayId, row, column } = place;
      const codingIds = (world.attached.get(cell ?? '') ?? []).map(({ coding }) => coding);
      await client.displays.detach({ displayId, row, column, codingIds: [random.pick(codingIds)] });
      if (wasFresh) await note(place);
    }
    async function updateDefinition() {
      const { guid, definition } = await anyOf(client.displays.list({}));
      const ids = (await client.cases.list({})).slice(0, 2).map((each) => each.guid);
      const filter = random.pick([{}, { caseIds: ids }]);
      await client.displays.update({
        displayId: guid,
        definition: { ...definition, filter },
        name: `M${random.below(9)}`,
      });
    }
    async function removeDisplay() {
      if (random.below(4) === 0)
        await client.displays.remove({ displayId: (await anyOf(client.displays.list({}))).guid });
    }
    async function updateProposition() {
      await client.propositions.update({
        propositionId: (await aProposition()).guid,
        statement: `P${random.below(99)}`,
        argument: 'alasan',
      });
    }
    async function reject() {
      await client.propositions.update({
        propositionId: (await aProposition()).guid,
        status: random.pick(['rejected', 'tentative'] as const),
      });
    }
    async function updateMemo() {
      await client.memos.update({ memoId: memo, body: `isi ${random.below(9)}` });
    }
    async function deleteMemo() {
      if (random.below(3) === 0) await client.memos.delete({ memoIds: [memo] });
    }
    async function deleteProposition() {
      await client.propositions.delete({ propositionIds: [(await aProposition()).guid] });
    }

    async function attachEvidence() {
      const { guid: propositionId } = await aProposition();
      const side = random.pick(['supports', 'opposes'] as const);
      const choice = random.below(7);
      if (choice === 0) {
        const { guid: documentId } = await aDocument();
        const { text: body } = await client.documents.text({ documentId });
        const range = { start: 4, end: Math.min(body.length, 12) };
        const { guid } = await client.propositions.attach({
          propositionId,
          side,
          target: { kind: 'passage', documentId, ...range },
        });
        const made = (await client.propositions.list({}))
          .flatMap(({ evidence }) => evidence)
          .find((each) => each.guid === guid);
        if (!made) throw new Error('the evidence is not told');
        const passage = { document: documentId, model: coded(modelOf(body), made.target, codes[0] as Guid, range) };
        judged = { ...judged, passages: new Map(judged.passages).set(made.target, passage) };
        return judgeEvidence(guid);
      }
      const target = await targetOf(choice);
      const known = (await client.propositions.list({}))
        .find(({ guid }) => guid === propositionId)
        ?.evidence.find((each) => each.target === target.guid);
      const { guid } = await client.propositions.attach({ propositionId, side, target });
      // What was there already stays as it was judged.
      if (!known) await judgeEvidence(guid);
    }
    async function targetOf(choice: number) {
      switch (choice) {
        case 1:
          return {
            kind: 'display',
            guid: random.pick([network, (await anyOf(client.displays.list({}))).guid]),
          } as const;
        case 2:
          return { kind: 'cell', guid: await aWrittenCell() } as const;
        case 3:
          return { kind: 'proposition', guid: (await aProposition()).guid } as const;
        case 4:
          return { kind: 'memo', guid: memo } as const;
        default:
          return { kind: 'coding', guid: (await aCoding()).guid } as const;
      }
    }
    async function aWrittenCell(): Promise<Guid> {
      const { matrices } = await worldOf(client);
      return anyOf(
        Promise.resolve([...matrices.values()].flatMap(({ cells: own }) => own.flatMap(({ guid }) => guid ?? []))),
      );
    }
    async function judgeEvidence(guid: Guid) {
      const world = await worldOf(client);
      const all = [
        ...world.propositions.flatMap(({ evidence }) => evidence),
        ...world.networks.flatMap(({ links }) => links.flatMap(({ evidence }) => evidence)),
      ];
      const found = all.find((each) => each.guid === guid);
      const content = found && evidenceContent(world, found.kind, found.target, judged.passages);
      if (content === null || content === undefined) throw new Error('what was judged is not there');
      judged = { ...judged, evidence: new Map(judged.evidence).set(guid, content) };
    }
    async function confirmEvidence() {
      const { guid } = await anyOf(client.propositions.list({}).then((all) => all.flatMap(({ evidence }) => evidence)));
      await client.propositions.confirm({ evidenceIds: [guid] });
      await judgeEvidence(guid);
    }
    async function attachToLink() {
      const { links } = await client.networks.show({ networkId: network });
      const { guid: linkId, evidence: known } = await anyOf(Promise.resolve(links));
      const choice = random.below(3);
      const target =
        choice === 0
          ? { kind: 'proposition' as const, guid: (await aProposition()).guid }
          : choice === 1
            ? { kind: 'cell' as const, guid: await aWrittenCell() }
            : { kind: 'coding' as const, guid: (await aCoding()).guid };
      if (known.some((each) => each.target === target.guid)) return;
      await client.networks.attach({ linkId, evidence: [target] });
      const made = (await client.networks.show({ networkId: network })).links
        .find(({ guid }) => guid === linkId)
        ?.evidence.at(-1);
      if (made) await judgeEvidence(made.guid);
    }
    async function confirmLink() {
      const { links } = await client.networks.show({ networkId: network });
      const { guid } = await anyOf(Promise.resolve(links.flatMap(({ evidence }) => evidence)));
      await client.networks.confirm({ evidenceIds: [guid] });
      await judgeEvidence(guid);
    }
    async function changeLink() {
      const { links } = await client.networks.show({ networkId: network });
      await client.networks.updateLink({
        linkId: (await anyOf(Promise.resolve(links))).guid,
        kind: random.pick(['increases', 'decreases'] as const),
      });
    }
    async function moveNode() {
      const { nodes: own } = await client.networks.show({ networkId: network });
      const { guid: nodeId } = await anyOf(Promise.resolve(own));
      await client.networks.moveNodes({
        networkId: network,
        places: [{ nodeId, x: random.below(999), y: random.below(999) }],
      });
    }
    async function judgeRow() {
      const { guid: subjectId } = await aProposition();
      const comparison = random.pick<Comparison>([
        { kind: 'source' },
        { kind: 'technique' },
        { kind: 'group', variableId: variable },
      ]);
      const verdict = random.pick(['agreement', 'dissonance'] as const);
      const { guid } = await client.triangulation.judge({ subjectId, comparison, verdict });
      const world = await worldOf(client);
      const subject = world.propositions.find((each) => each.guid === subjectId);
      const own = subject?.verdicts.find((each) => each.guid === guid);
      const content = subject && own ? rowContent(world, subject, own.comparison, judged.passages) : null;
      if (content === null) throw new Error('the row is not there');
      judged = { ...judged, evidence: new Map(judged.evidence).set(guid, content) };
    }
  },
);

function keyOf({ display, row, column }: CellPlace): string {
  return JSON.stringify([display, row, column]);
}

function cellAt(world: World, { display, row, column }: CellPlace): Guid | null {
  const matrix = world.matrices.get(display);
  const found = matrix?.cells.find(
    (cell) => matrix.rows[cell.row]?.key === row && matrix.columns[cell.column]?.key === column,
  );
  return found?.guid ?? null;
}

function definitionsOf(codes: readonly Guid[], variableId: Guid): readonly DisplayDefinition[] {
  const [one, two, three] = codes;
  if (!one || !two || !three) throw new Error('too few codes');
  const branches = { by: 'codes', ids: [one, two, three], below: true } as const;
  const item = (id: string, codeId?: Guid) => ({ id, label: id, ...(codeId && { codeId }) });
  return [
    { rows: branches, columns: { by: 'cases', ids: null, orderBy: null }, filter: {}, meet: 'both' },
    { rows: { by: 'values', variableId }, columns: branches, filter: {}, meet: 'both' },
    {
      rows: { by: 'items', items: [item('kuat', one), item('lemah', two), item('bebas')] },
      columns: { by: 'kinds' },
      filter: {},
      meet: 'both',
    },
    {
      rows: { by: 'items', items: [item('peluang', two)] },
      columns: { by: 'items', items: [item('kekuatan', one), item('lain', three)] },
      filter: {},
      meet: 'either',
    },
  ].map((definition) => definition as DisplayDefinition);
}
