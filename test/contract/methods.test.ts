// The contract against its handlers: every method has one, is called here at least once on the sample study, and
// answers exactly what it declares, in a form that survives every transport; what a command changes, it announces.

import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { methods, type InputOf, type MethodName, type OutputOf } from '../../src/shared/contract/contract.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { topics, type Topic } from '../../src/shared/contract/define.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import type { App } from '../../src/main/core/app-types.ts';
import { createApp } from '../../src/main/core/app.ts';
import { handlers } from '../../src/main/core/handlers.ts';
import type { ProjectlessName } from '../../src/main/core/handler.ts';
import type { TrackedTable } from '../../src/main/db/history.ts';
import { guidOf, makeWorkshop, openTestProject, type TestProject } from '../support/project.ts';
import { smallWav } from '../support/small-wav.ts';

const names = [...methods.keys()];

/** Actions concern the application; these the project that is open. */
const actionsOnProject = [
  'audio.append',
  'audio.begin',
  'audio.clear',
  'audio.discard',
  'coders.setCurrent',
  'codes.setFavourites',
  'history.undo',
  'history.redo',
];
const projectlessQueries: Readonly<Record<ProjectlessName, true>> = {
  'projects.session': true,
  'projects.recent': true,
  'projects.templates': true,
  'settings.get': true,
};

describe('declarations', () => {
  test('every method has exactly one handler', () => {
    expect(Object.keys(handlers).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s: kind, topics, need of a project and both schemas', (name) => {
    const method = methods.get(name);
    expect(method?.summary).toMatch(/^[A-Z].*\.$/);
    expect(method?.topics.filter((topic) => !topics.includes(topic))).toEqual([]);
    expect(new Set(method?.topics).size).toBe(method?.topics.length);
    const needsNone = name in projectlessQueries || (method?.kind === 'action' && !actionsOnProject.includes(name));
    expect(method?.needsProject).toBe(!needsNone);
    for (const io of ['input', 'output'] as const) {
      const schema = z.toJSONSchema(method?.[io] ?? z.never(), { io, unrepresentable: 'any' });
      expect(Object.keys(schema).length).toBeGreaterThan(1);
    }
  });

  test('unknown properties are refused by every method', async () => {
    const workshop = makeWorkshop();
    const app = createApp(workshop.ports);
    for (const method of names) {
      const answer = await app.dispatch({ method, input: { thisIsNoProperty: true } });
      expect({ method, answer }).toMatchObject({ method, answer: { ok: false, error: { code: 'invalid-input' } } });
    }
    await app.close();
    workshop.cleanUp();
  });
});

describe('on the sample study', () => {
  let project: TestProject;
  /** Has no project open. */
  let idle: App;
  let endIdle: () => Promise<void>;
  const heard: AppEvent[] = [];
  beforeAll(async () => {
    const workshop = makeWorkshop();
    idle = createApp(workshop.ports);
    endIdle = async () => {
      await idle.close();
      workshop.cleanUp();
    };
    project = await openTestProject({ template: 'sample' });
    project.app.onEvent((event) => heard.push(event));
  });
  beforeEach(async () => {
    await project.client.projects.open({ path: project.path });
    heard.length = 0;
  });
  afterAll(async () => {
    await project.end();
    await endIdle();
  });

  test('none is forgotten here', () => {
    expect(Object.keys(calls).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s answers what it declares', async (name) => {
    const method = methods.get(name);
    const input = await calls[name as MethodName](project);
    const { sequence: before = 0 } = (await project.client.history.list({ limit: 1 }))[0] ?? {};
    if (method?.needsProject !== false) {
      expect(await idle.dispatch({ method: name, input })).toMatchObject({ error: { code: 'no-project-open' } });
    }
    heard.length = 0;
    const answer = await project.app.dispatch({ method: name, input });
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    expect(method?.output.parse(answer.value)).toStrictEqual(answer.value);
    expect(JSON.parse(JSON.stringify(answer.value))).toStrictEqual(answer.value);
    const events = heard.filter((event) => event.type === 'changed');
    if (method?.kind === 'query') expect(heard).toEqual([]);
    if (method?.kind === 'command') {
      expect(events).toHaveLength(1);
      const [entry] = await project.client.history.list({ limit: 1 });
      expect(entry).toMatchObject({ sequence: before + 1, method: name, kind: 'do' });
      expect(entry?.label).not.toMatch(/^history\.|\{/);
      const changed = Object.keys(entry?.changes ?? {}).map((table) => topicOf[table as TrackedTable]);
      const announced = events.flatMap((event) => event.topics);
      expect(changed.filter((topic) => !announced.includes(topic))).toEqual([]);
      expect(announced).toEqual([...method.topics, 'history']);
    }
    if (method?.kind === 'job') {
      expect(heard.filter((event) => event.type === 'job').map(({ state }) => state)).toEqual(
        expect.arrayContaining(['running', 'done']),
      );
    }
  });

  test('all of it leaves a sound project and met no fault of ours', async () => {
    expect((await project.client.project.check({})).problems).toEqual([]);
    expect(project.workshop.faults).toEqual([]);
  });
});

const topicOf: Readonly<Record<TrackedTable, Topic>> = {
  project: 'project',
  coder: 'coders',
  study_case: 'cases',
  document: 'documents',
  document_text: 'texts',
  variable: 'variables',
  variable_value: 'variables',
  code: 'codes',
  coding: 'codings',
  memo: 'memos',
  memo_target: 'memos',
  passage: 'links',
  passage_link: 'links',
  guide_question: 'structure',
  guide_section: 'structure',
  speaker: 'structure',
  audio: 'structure',
  text_version: 'versions',
  page_map: 'texts',
  saved_search: 'searches',
  saved_result: 'results',
  result_state: 'results',
  display: 'displays',
  display_cell: 'displays',
  display_node: 'displays',
  display_link: 'displays',
  display_evidence: 'displays',
  display_link_evidence: 'displays',
  proposition: 'propositions',
  proposition_evidence: 'propositions',
  proposition_check: 'propositions',
  triangulation_cell: 'triangulation',
  triangulation_verdict: 'triangulation',
  study_remark: 'remarks',
  saved_query: 'queries',
  stop_word: 'stop-words',
  stop_list_off: 'stop-words',
  research_question: 'questions',
  question_object: 'questions',
  sampling_criterion: 'collection',
  sampling_fulfilment: 'collection',
  participation: 'collection',
  pseudonym: 'collection',
  accounting_entry: 'collection',
  summary_form: 'collection',
  form_item: 'collection',
  code_change: 'condensation',
  condensation: 'condensation',
  vignette: 'condensation',
  vignette_part: 'condensation',
  kept_part: 'interchange',
  kept_file: 'interchange',
  import_report: 'interchange',
};

type Calls = { readonly [Name in MethodName]: (project: TestProject) => Promise<InputOf<Name>> | InputOf<Name> };

/** A sensible input for each method, chosen so that as much as possible is touched. */
const calls: Calls = {
  'analysis.frequency': () => ({}),
  'analysis.cooccurrence': () => ({ level: 'sentence', index: 'phi' }),
  'analysis.cooccurrencePacked': () => ({ level: 'overlap', index: 'c-coefficient', matching: 'pairs' }),
  'analysis.cooccurrenceCell': async (project) => {
    const { codes, counts } = await project.client.analysis.cooccurrence({});
    const row = counts.findIndex((line, index) => line.some((count, column) => column > index && count > 0));
    const column = (counts[row] ?? []).findIndex((count, index) => index > row && count > 0);
    return { rowId: guidAt(codes, row), columnId: guidAt(codes, column) };
  },
  'analysis.crosstab': async (project) => ({
    variableId: await variableOf(project, 'case'),
    tests: true,
    correspondence: true,
    draws: 99,
  }),
  'analysis.crosstabCell': async (project) => {
    const variableId = await variableOf(project, 'case');
    const { columns, rows } = await project.client.analysis.crosstab({ variableId });
    return { variableId, value: columns[0]?.value ?? '', codeId: guidAt(rows, 0) };
  },
  'analysis.sequence': () => ({ permutations: 19, selfFollows: false }),
  'analysis.sequenceCell': async ({ client }) => {
    const { codes, counts } = await client.analysis.sequence({ maximum: 2, distanceUnit: 'paragraphs' });
    const row = counts.findIndex((line) => line.some((count) => count > 0));
    const column = (counts[row] ?? []).findIndex((count) => count > 0);
    return { maximum: 2, fromId: guidAt(codes, row), toId: guidAt(codes, column) };
  },
  'analysis.retrieve': () => ({ query: 'ANY NOT NEAR 1 paragraph (ANY WHERE weight > 10)', mode: 'segments' }),
  'analysis.cooccurrencePair': async (project) => {
    const { codes } = await project.client.analysis.cooccurrence({ layout: false });
    return { level: 'overlap', rowId: guidAt(codes, 1), columnId: guidAt(codes, 2) };
  },
  'analysis.agreement': async (project) => ({ coderIds: await twoCoders(project), level: 'paragraph' }),
  'analysis.agreementPlaces': async (project) => {
    const coderIds = await twoCoders(project);
    const { perCode } = await project.client.analysis.agreement({ coderIds });
    return { coderIds, codeId: first(perCode.filter(({ b }) => b > 0)).code, finding: 'first' };
  },
  'analysis.caseSimilarity': () => ({}),
  'analysis.spread': () => ({ order: 'list' }),
  'analysis.matrix': async (project) => ({
    columns: { kind: 'values', variableId: await variableOf(project, 'case') },
    relation: 'NEAR 1 sentence',
  }),
  'search.stopWords': () => ({}),
  'search.setStopWords': () => ({ lists: 'id', own: ['pewawancara', 'Informan'] }),
  'search.similar': () => ({ text: 'koordinasi antardinas berjalan lambat', unit: 'sentence', limit: 5 }),
  'analysis.exportSheet': () => ({
    name: 'Frekuensi',
    rows: [
      ['Kode', 'Koding'],
      ['Inovasi', 3],
    ],
    notes: ['Revisi 1'],
  }),
  'analysis.exportTable': () => ({ rows: [['=1+1', 2, null]] }),
  'audio.list': () => ({}),
  'audio.begin': () => ({}),
  'audio.append': async ({ app, client }) => ({
    uploadId: (await client.audio.begin({})).uploadId,
    token: app.files.hold({ name: 'a', mediaType: '', bytes: smallWav(0.1) }),
  }),
  'audio.discard': async ({ client }) => client.audio.begin({}),
  'audio.attach': async (project) => ({
    documentId: await documentOf(project),
    uploadId: await handOver(project),
    name: 'rekaman.wav',
  }),
  'audio.locate': async (project) => ({ audioId: await recordingOf(project), uploadId: await handOver(project) }),
  'audio.update': async (project) => ({ audioId: await recordingOf(project), name: 'lain.wav', timeShift: -1500 }),
  'audio.remove': async (project) => ({ audioId: await recordingOf(project) }),
  'audio.unused': () => ({}),
  'audio.clear': () => ({}),
  'cases.list': () => ({}),
  'cases.create': async (project) => ({ name: 'Kasus', documentIds: [await documentOf(project)] }),
  'cases.update': async (project) => ({ caseId: await caseOf(project), name: 'Lain', description: 'Uraian' }),
  'cases.assign': async (project) => ({ documentIds: [await documentOf(project)], caseId: null }),
  'cases.delete': async (project) => {
    const caseId = await caseOf(project, ({ documents, values }) => documents.length > 0 && values.length > 0);
    await project.client.memos.create({ body: 'tentang kasus', targets: [{ kind: 'case', guid: caseId }] });
    return { caseIds: [caseId] };
  },
  'coders.list': () => ({}),
  'coders.create': () => ({ name: 'Penilai', initials: 'PN', color: '#123456' }),
  'coders.update': async (project) => ({ coderId: await coderOf(project), name: 'Penilai Dua' }),
  'coders.setCurrent': async (project) => ({ coderId: await coderOf(project) }),
  'codes.list': () => ({}),
  'codes.create': () => ({ name: 'Kode', description: 'Uraian', kind: 'in-vivo', position: 0 }),
  'codes.update': async (project) => ({
    codeId: await codeOf(project),
    name: 'Kode lain',
    include: 'Bila',
    codable: true,
  }),
  'codes.move': async (project) => ({ codeIds: [await codeOf(project, isLeaf)], parentId: null, position: 0 }),
  'codes.merge': async (project) => {
    const sourceId = await codeOf(project, ({ codings, path }) => codings > 0 && path.length === 2);
    await project.client.memos.create({ body: 'tentang kode', targets: [{ kind: 'code', guid: sourceId }] });
    return {
      sourceIds: [sourceId],
      targetId: await codeOf(project, ({ guid, codable, path }) => codable && guid !== sourceId && path.length === 2),
    };
  },
  'codes.delete': async (project) => {
    const code = await codeOf(project, ({ codings, path }) => codings > 0 && path.length === 2);
    const [coding] = await project.client.codings.list({ codeIds: [code] });
    const targets = [{ kind: 'coding' as const, guid: coding?.guid ?? code }];
    await project.client.memos.create({ body: 'tentang koding', targets });
    return { codeIds: [code], codings: 'delete', children: 'delete' };
  },
  'codes.favourites': async (project) => {
    await project.client.codes.setFavourites({ codeIds: [await codeOf(project)] });
    return {};
  },
  'codes.setFavourites': async (project) => ({ codeIds: [await codeOf(project)] }),
  'codes.export': () => ({ format: 'docx' }),
  'codes.split': async (project) => {
    const codeId = await codeOf(project, ({ codings, path }) => codings > 1 && path.length === 2);
    const codings = await project.client.codings.list({ codeIds: [codeId] });
    return { codeId, parts: [{ name: 'Bagian', codingIds: [codings[0]?.guid ?? codeId] }], reason: 'Terlalu luas' };
  },
  'codes.grounds': async (project) => {
    await project.client.codes.setGround({ codeId: await codeOf(project), theory: 'Miles dkk. 2014' });
    return {};
  },
  'codes.setGround': async (project) => ({
    codeId: await codeOf(project),
    theory: 'Agile governance',
    questionIds: [await researchQuestionOf(project)],
  }),
  'questions.list': () => ({}),
  'questions.create': () => ({ label: 'RM1', text: 'Bagaimana tata kelola dijalankan?' }),
  'questions.update': async (project) => ({ questionId: await researchQuestionOf(project), text: 'Lain?' }),
  'questions.move': async (project) => {
    await researchQuestionOf(project);
    return { questionId: await researchQuestionOf(project), position: 0 };
  },
  'questions.delete': async (project) => {
    const questionId = await researchQuestionOf(project);
    await project.client.questions.link({ questionId, kind: 'code', targetIds: [await codeOf(project)] });
    await project.client.collection.setEntries({ items: [{ sourceId: await caseOf(project), questionId }] });
    return { questionIds: [questionId] };
  },
  'questions.link': async (project) => ({
    questionId: await researchQuestionOf(project),
    kind: 'guide-question',
    targetIds: [(await sectionOf(project)).question],
  }),
  'collection.criteria': async (project) => {
    await project.client.collection.fulfil({
      criterionId: await criterionOf(project),
      caseId: await caseOf(project),
      fulfils: true,
    });
    return {};
  },
  'collection.createCriterion': () => ({ kind: 'informant', label: 'Pejabat struktural', wanted: 2 }),
  'collection.updateCriterion': async (project) => ({ criterionId: await criterionOf(project), wanted: 3 }),
  'collection.deleteCriteria': async (project) => ({ criterionIds: [await criterionOf(project)] }),
  'collection.fulfil': async (project) => ({
    criterionId: await criterionOf(project),
    caseId: await caseOf(project),
    fulfils: true,
    note: 'Kepala bidang',
  }),
  'collection.participations': async (project) => {
    await project.client.collection.setParticipation({ caseId: await caseOf(project), consent: 'spoken' });
    return {};
  },
  'collection.setParticipation': async (project) => ({
    caseId: await caseOf(project),
    consent: 'written',
    date: '2026-03-01',
  }),
  'collection.pseudonyms': async (project) => {
    await project.client.collection.setPseudonym({ realName: 'Nama Lain', pseudonym: 'P9' });
    return {};
  },
  'collection.setPseudonym': async (project) => ({
    realName: 'Nama Asli',
    pseudonym: 'P1',
    caseId: await caseOf(project),
  }),
  'collection.deletePseudonyms': async (project) => ({
    pseudonymIds: [(await project.client.collection.setPseudonym({ realName: 'Hapus', pseudonym: 'P2' })).guid],
  }),
  'collection.exportGate': () => ({}),
  'collection.coverage': async (project) => {
    await project.client.collection.setEntries({
      items: [{ sourceId: await caseOf(project), questionId: await researchQuestionOf(project), status: 'done' }],
    });
    return {};
  },
  'collection.setEntries': async (project) => ({
    items: [
      {
        sourceId: await documentOf(project),
        questionId: await researchQuestionOf(project),
        status: 'checked',
        completeness: 'partial',
        date: '2026-03-01',
        who: 'Peneliti',
      },
    ],
  }),
  'forms.list': async (project) => {
    await formItemOf(project);
    return { kind: 'contact' };
  },
  'forms.create': async (project) => ({ kind: 'document', documentId: await documentOf(project) }),
  'forms.update': async (project) => ({ formId: await formOf(project), title: 'Judul', who: 'Peneliti', date: null }),
  'forms.delete': async (project) => ({ formIds: [await formOf(project)] }),
  'forms.addItem': async (project) => ({
    formId: await formOf(project),
    section: 'next',
    text: 'Minta Renstra',
    state: 'to-do',
    questionId: await researchQuestionOf(project),
  }),
  'forms.updateItem': async (project) => ({ itemId: await formItemOf(project), state: 'done' }),
  'forms.removeItems': async (project) => ({ itemIds: [await formItemOf(project)] }),
  'forms.toMemo': async (project) => ({ itemId: await formItemOf(project) }),
  'forms.sheets': async (project) => ({ format: 'html', formIds: [await formOf(project)] }),
  'condensation.list': async (project) => {
    await project.client.condensation.write({ codingId: await codingOf(project), reduction: 'Lambat' });
    return { only: 'condensed', limit: 5 };
  },
  'condensation.write': async (project) => ({ codingId: await codingOf(project), paraphrase: 'Prosesnya lama' }),
  'condensation.mark': async (project) => {
    await project.client.condensation.mark({ codingIds: [await codingOf(project)], mark: null });
    return { codingIds: [await codingOf(project)], mark: 'typical' };
  },
  'condensation.recheck': async (project) => {
    await redefinedCodingOf(project);
    return {};
  },
  'condensation.keep': async (project) => ({ codingIds: [await redefinedCodingOf(project)] }),
  'condensation.recode': async (project) => {
    const coding = await redefinedCodingOf(project);
    const codeId = await codeOf(project, ({ codings, codable, path }) => codable && codings === 0 && path.length > 0);
    return { codingIds: [coding], codeId };
  },
  'condensation.changes': async (project) => {
    await redefinedCodingOf(project);
    return {};
  },
  'condensation.versions': async (project) => {
    const [{ code } = { code: guidOf(0) }] = await project.client.codings.list({
      codingIds: [await redefinedCodingOf(project)],
    });
    return { codeId: code };
  },
  'condensation.caseSkeleton': async (project) => ({ caseId: await caseOf(project) }),
  'condensation.funnel': () => ({}),
  'condensation.vignettes': async (project) => {
    await vignetteOf(project);
    return {};
  },
  'condensation.createVignette': async (project) => ({ title: 'Sebuah pagi', caseId: await caseOf(project) }),
  'condensation.updateVignette': async (project) => ({
    vignetteId: await vignetteOf(project),
    parts: [
      { kind: 'words', text: 'Pagi itu:' },
      { kind: 'segment', codingId: await codingOf(project) },
    ],
  }),
  'condensation.deleteVignettes': async (project) => ({ vignetteIds: [await vignetteOf(project)] }),
  'codings.list': () => ({}),
  'codings.inDocument': async (project) => ({ documentId: await documentOf(project) }),
  'codings.quotations': () => ({ limit: 20, offset: 3 }),
  'codings.create': async (project) => ({
    ...(await passageOf(project)),
    memo: 'catatan',
    weight: 50,
    newCoder: 'Penilai Tiga',
  }),
  'codings.createMany': async (project) => ({ items: [await passageOf(project)] }),
  'codings.update': async (project) => ({ codingIds: [await codingOf(project)], weight: 7 }),
  'codings.delete': async (project) => {
    const guid = await codingOf(project);
    await project.client.memos.create({ body: 'tentang koding', targets: [{ kind: 'coding', guid }] });
    return { codingIds: [guid] };
  },
  'codings.split': async (project) => {
    const [coding] = (await project.client.codings.list({})).filter(({ quote }) => /\S\s+\S/.test(quote));
    if (!coding) throw new Error('the study has no coding of two words');
    const targets = [{ kind: 'coding' as const, guid: coding.guid }];
    await project.client.memos.create({ body: 'tentang koding', targets });
    return { codingId: coding.guid, at: coding.start + coding.quote.search(/\s/) };
  },
  'codings.join': async (project) => {
    const [coding] = (await project.client.codings.list({})).filter(({ quote }) => /\S\s+\S/.test(quote));
    if (!coding) throw new Error('the study has no coding of two words');
    const at = coding.start + coding.quote.search(/\s/);
    const { guid } = await project.client.codings.split({ codingId: coding.guid, at });
    const targets = [{ kind: 'coding' as const, guid }];
    await project.client.memos.create({ body: 'tentang bagian kedua', targets });
    return { codingIds: [guid, coding.guid] };
  },
  'codings.accept': async (project) => {
    const [coding] = await project.client.codings.list({});
    if (!coding) throw new Error('the study has no codings');
    const { revision } = await project.client.documents.text({ documentId: coding.document });
    const splices = [{ at: coding.start + 1, remove: 0, insert: 'sisipan' }];
    await project.client.documents.editText({ documentId: coding.document, revision, splices });
    return { codingIds: [coding.guid] };
  },
  'displays.list': () => ({}),
  'displays.templates': () => ({ language: 'id' }),
  'displays.matrix': async (project) => ({ displayId: (await writtenCellOf(project)).displayId }),
  'displays.evidence': async (project) => cellOf(project),
  'displays.written': async (project) => {
    await writtenCellOf(project);
    return {};
  },
  'displays.check': async (project) => {
    await writtenCellOf(project);
    return {};
  },
  'displays.create': async ({ client }) => {
    const { kind, definition } = first(await client.displays.templates({ language: 'id' }));
    return { kind, name: 'Matriks', definition };
  },
  'displays.update': async (project) => ({ displayId: await displayOf(project), name: 'Lain', inReport: true }),
  'displays.remove': async (project) => ({ displayId: (await writtenCellOf(project)).displayId }),
  'displays.setCell': async (project) => ({ ...(await cellOf(project)), text: 'Ringkasan', rating: '+' }),
  'displays.attach': async (project) => ({ ...(await cellOf(project)), codingIds: [await codingOf(project)] }),
  'displays.detach': async (project) => {
    const cell = { ...(await cellOf(project)), codingIds: [await codingOf(project)] };
    await project.client.displays.attach(cell);
    return cell;
  },
  'networks.list': () => ({}),
  'networks.show': async (project) => ({ networkId: await networkWith(project) }),
  'networks.templates': () => ({ language: 'id' }),
  'networks.create': () => ({ kind: 'context-chart', name: 'Latar' }),
  'networks.update': async (project) => ({ networkId: await networkWith(project), name: 'Lain', inReport: true }),
  'networks.remove': async (project) => {
    const link = await networkLinkOf(project);
    return { networkId: link.network };
  },
  'networks.addNodes': async (project) => ({
    networkId: await networkWith(project),
    nodes: [{ kind: 'event', label: 'Pergantian bupati' }],
  }),
  'networks.updateNode': async (project) => ({ nodeId: (await networkLinkOf(project)).from, note: 'Kunci' }),
  'networks.moveNodes': async (project) => {
    const { network, from } = await networkLinkOf(project);
    return { networkId: network, places: [{ nodeId: from, x: 1234, y: -77 }] };
  },
  'networks.arrange': async (project) => {
    const { network, from } = await networkLinkOf(project);
    await project.client.networks.moveNodes({ networkId: network, places: [{ nodeId: from, x: 4321, y: 5 }] });
    return { networkId: network };
  },
  'networks.removeNodes': async (project) => ({ nodeIds: [(await networkLinkOf(project)).from] }),
  'networks.addLink': async (project) => {
    const { from, to } = await networkLinkOf(project);
    return { fromId: to, toId: from, kind: 'decreases', evidence: [{ kind: 'coding', guid: await codingOf(project) }] };
  },
  'networks.updateLink': async (project) => ({ linkId: (await networkLinkOf(project)).link, turn: true }),
  'networks.removeLinks': async (project) => ({ linkIds: [(await networkLinkOf(project)).link] }),
  'networks.attach': async (project) => ({
    linkId: (await networkLinkOf(project)).link,
    evidence: [{ kind: 'proposition', guid: await propositionOf(project) }],
  }),
  'networks.detach': async (project) => ({ evidenceIds: [(await networkLinkOf(project)).evidence] }),
  'networks.confirm': async (project) => {
    const { evidence, coding } = await networkLinkOf(project);
    const [own] = (await project.client.codings.list({ codingIds: [coding] })).map((each) => each.code);
    const codeId = await codeOf(project, ({ codable, guid }) => codable && guid !== own);
    await project.client.codings.update({ codingIds: [coding], codeId });
    return { evidenceIds: [evidence] };
  },
  'documents.list': () => ({}),
  'documents.text': async (project) => ({ documentId: await documentOf(project) }),
  'documents.create': () => ({ title: 'Tempelan', text: 'Penanya: halo.\nNarasumber: ya.', kind: 'observation' }),
  'documents.update': async (project) => ({
    documentId: await documentOf(project),
    title: 'Judul',
    date: '2026-02-03',
    caseId: await caseOf(project),
  }),
  'documents.move': async (project) => ({ documentId: await documentOf(project), position: 3 }),
  'documents.delete': async (project) => {
    const documentId = await documentOf(project);
    const target = { kind: 'passage' as const, guid: documentId, start: 0, end: 4 };
    await project.client.memos.create({ body: 'tentang petikan', targets: [target] });
    return { documentIds: [documentId] };
  },
  'documents.import': ({ app }) => ({
    files: [hold(app, 'baik.txt', 'Halo.\n'), hold(app, 'rusak.docx', 'PK')],
  }),
  'documents.preview': ({ app }) => ({ files: [hold(app, 'baik.txt', 'Halo.\n'), hold(app, 'rusak.docx', 'PK')] }),
  'documents.release': ({ app }) => ({ tokens: [hold(app, 'baik.txt', 'Halo.\n').token] }),
  'documents.importTable': ({ app }) => ({ file: hold(app, 'survei.csv', 'nama,usia\nRina,30\nBudi,41\n') }),
  // Refused without a word of the study: a project of another program is tested with real ones in test/db/foreign.test.ts.
  'documents.importProject': ({ app }) => ({ file: hold(app, 'a.rqda', 'bukan basis data') }),
  'documents.editText': async (project) => {
    const [coding] = await project.client.codings.list({});
    if (!coding) throw new Error('the study has no codings');
    const { revision } = await project.client.documents.text({ documentId: coding.document });
    return { documentId: coding.document, revision, splices: [{ at: coding.start, remove: 3, insert: '' }] };
  },
  'documents.setNote': async (project) => ({ documentId: await documentOf(project), description: 'Uraian' }),
  'documents.original': async ({ app, client }) => {
    const { files } = await client.documents.import({ files: [hold(app, 'asli.txt', 'Asli.\n')] });
    return { documentId: files[0]?.document ?? guidOf(0) };
  },
  'exports.segments': () => ({ format: 'xlsx' }),
  'exports.documents': () => ({ format: 'docx' }),
  'exports.matrix': () => ({ measure: 'words' }),
  'guide.questions': () => ({}),
  'guide.sections': async (project) => ({ documentIds: [(await sectionOf(project)).document] }),
  'guide.answers': async (project) => ({ questionId: (await sectionOf(project)).question }),
  'guide.suggestions': async (project) => {
    await project.client.guide.create({ label: 'Lama bekerja', wording: 'Sudah berapa lama di dinas ini?' });
    return { documentId: await documentOf(project) };
  },
  'guide.create': () => ({ label: 'Kendala', wording: 'Apa kendalanya?', position: 0 }),
  'guide.createMany': () => ({ questions: [{ label: 'Satu' }, { label: 'Dua', wording: 'Dua?' }] }),
  'guide.update': async (project) => ({ questionId: (await sectionOf(project)).question, wording: 'Lain?' }),
  'guide.move': async (project) => ({ questionId: (await sectionOf(project)).question, position: 0 }),
  'guide.delete': async (project) => ({ questionIds: [(await sectionOf(project)).question] }),
  'guide.mark': async (project) => {
    const { guid } = await project.client.guide.create({ label: 'Peran pimpinan' });
    return { items: [{ questionId: guid, documentId: await documentOf(project), start: 5, end: 25 }] };
  },
  'guide.unmark': async (project) => ({ sectionIds: [(await sectionOf(project)).guid] }),
  'history.list': () => ({ limit: 50 }),
  'history.state': () => ({}),
  'history.undo': () => ({}),
  'history.redo': () => ({}),
  'jobs.cancel': () => ({ jobId: 'no-such-job' }),
  'interchange.read': ({ app }) => hold(app, 'a.qdc', codebookFile),
  'interchange.plan': async (project) => ({ planId: await planOf(project), match: 'names' }),
  'interchange.merge': async (project) => ({ planId: await planOf(project) }),
  'interchange.discard': async (project) => ({ planId: await planOf(project) }),
  'interchange.export': () => ({ format: 'qdpx' }),
  'interchange.reports': () => ({}),
  'interchange.exportReport': async (project) => {
    const { guid } = await project.client.interchange.merge({ planId: await planOf(project) });
    return { reportId: guid };
  },
  'links.list': async (project) => {
    const { from, guid } = await linkOf(project);
    await project.client.links.update({ linkId: guid, note: 'Sebab lain' });
    return { documentId: from.document, start: from.start, end: from.end, kinds: ['explains'] };
  },
  'links.create': async (project) => {
    const documentId = await documentOf(project);
    const from = { documentId, start: 0, end: 8 };
    return { kind: 'contradicts', from, to: { documentId, start: 10, end: 20 }, note: 'Lain bulan' };
  },
  'links.update': async (project) => ({
    linkId: (await linkOf(project)).guid,
    kind: 'supports',
    note: 'Catatan',
    turn: true,
  }),
  'links.delete': async (project) => ({ linkIds: [(await linkOf(project)).guid] }),
  'memos.list': () => ({}),
  'memos.create': async (project) => ({
    title: 'Memo',
    body: 'Isi',
    targets: [{ kind: 'project' }, { kind: 'document', guid: await documentOf(project) }],
  }),
  'memos.update': async (project) => ({ memoId: await memoOf(project), body: 'Isi lain', kind: 'theoretical' }),
  'memos.attach': async (project) => ({
    memoId: await memoOf(project),
    target: { kind: 'coder', guid: await coderOf(project) },
  }),
  'memos.detach': async (project) => {
    const memoId = await memoOf(project);
    const target = { kind: 'case' as const, guid: await caseOf(project) };
    await project.client.memos.attach({ memoId, target });
    return { memoId, target };
  },
  'memos.delete': async (project) => ({ memoIds: [await memoOf(project)] }),
  'project.info': () => ({}),
  'project.update': () => ({ name: 'Nama lain', description: 'Uraian', language: 'id' }),
  'project.check': () => ({}),
  'project.backup': ({ workshop }) => ({ path: join(workshop.folder, 'copy.simpul') }),
  'project.copy': () => ({}),
  'projects.session': () => ({}),
  'projects.recent': () => ({}),
  'projects.templates': () => ({}),
  'projects.create': () => ({ name: 'Satu lagi', template: 'egov-capacity', language: 'en' }),
  'projects.open': ({ path }) => ({ path }),
  'projects.openSample': () => ({ language: 'id' }),
  'projects.close': () => ({}),
  'queries.list': async (project) => {
    await savedQueryOf(project);
    return {};
  },
  'queries.save': () => ({ name: 'Bukan orang', settings: { query: 'NOT ANY', mode: 'intersections' } }),
  'queries.update': async (project) => ({ queryId: await savedQueryOf(project), settings: { query: 'ANY AND ANY' } }),
  'queries.remove': async (project) => ({ queryId: await savedQueryOf(project) }),
  'propositions.list': async (project) => {
    await propositionOf(project);
    return {};
  },
  'propositions.history': async (project) => ({ propositionId: await propositionOf(project) }),
  'propositions.restingOn': async (project) => ({ targets: [await codingOf(project)] }),
  'propositions.behind': async (project) => ({ propositionId: await propositionOf(project) }),
  'propositions.negativeCases': async (project) => ({
    propositionId: await propositionOf(project),
    opposingIds: [await codeOf(project)],
  }),
  'propositions.create': async (project) => ({
    statement: 'Layanan menjadi cepat.',
    dimensionId: await codeOf(project),
    evidence: [{ target: { kind: 'passage', documentId: await documentOf(project), start: 0, end: 4 } }],
  }),
  'propositions.fromMemo': async ({ client }) => ({
    memoId: (await client.memos.create({ title: 'Ringkasan', body: 'Isi', targets: [{ kind: 'project' }] })).guid,
  }),
  'propositions.update': async (project) => ({
    propositionId: await propositionOf(project),
    status: 'verified',
    overrideReason: 'Hanya satu sumber.',
  }),
  'propositions.move': async (project) => {
    const propositionId = await propositionOf(project);
    await propositionOf(project);
    return { propositionId, position: 99 };
  },
  'propositions.delete': async (project) => ({ propositionIds: [await propositionOf(project)] }),
  'propositions.attach': async (project) => ({
    propositionId: await propositionOf(project),
    side: 'opposes',
    target: { kind: 'passage', documentId: await documentOf(project), start: 0, end: 4 },
    strength: 'weak',
    note: 'Dari tangan kedua',
  }),
  'propositions.weigh': async (project) => ({ evidenceId: await evidenceOf(project), strength: 'strong' }),
  'propositions.detach': async (project) => ({ evidenceIds: [await evidenceOf(project)] }),
  'propositions.confirm': async (project) => {
    const evidenceId = await evidenceOf(project);
    const all = (await project.client.propositions.list({})).flatMap(({ evidence }) => evidence);
    const evidence = all.find(({ guid }) => guid === evidenceId);
    if (!evidence) throw new Error('the evidence is not listed');
    const codeId = await codeOf(project, ({ codable, guid }) => codable && guid !== evidence.code);
    await project.client.codings.update({ codingIds: [evidence.target], codeId });
    return { evidenceIds: [evidenceId] };
  },
  'propositions.check': async (project) => ({
    propositionId: await propositionOf(project),
    tactic: 'member-check',
    outcome: 'holds',
    subject: 'Lembar tanggapan',
    caseId: await caseOf(project),
  }),
  'propositions.removeCheck': async ({ client }) => {
    const { guid: propositionId } = await client.propositions.create({ statement: 'Diuji' });
    const { guid } = await client.propositions.check({ propositionId, tactic: 'if-then', outcome: 'open' });
    return { checkIds: [guid] };
  },
  'propositions.sheet': async (project) => ({ propositionIds: [await propositionOf(project)] }),
  'triangulation.matrix': async (project) => {
    await propositionOf(project);
    return { comparison: { kind: 'technique' } };
  },
  'triangulation.readyMade': () => ({}),
  'triangulation.agreement': async (project) => ({
    firstId: await coderOf(project),
    secondId: await coderOf(project),
  }),
  'triangulation.describe': async (project) => ({
    subjectId: await propositionOf(project),
    comparison: { kind: 'source' },
    column: await caseOf(project, ({ documents }) => documents.length > 0),
    meaning: 'Cepat berkat aplikasi',
    prominence: 'high',
  }),
  'triangulation.judge': async (project) => ({
    subjectId: await codeOf(project),
    comparison: { kind: 'group', variableId: await variableOf(project, 'case') },
    verdict: 'partial',
    reason: 'Sejalan dalam makna saja.',
  }),
  'triangulation.retract': async (project) => {
    const subjectId = await propositionOf(project);
    const { guid } = await project.client.triangulation.judge({
      subjectId,
      comparison: { kind: 'time', step: 'year' },
      verdict: 'silence',
    });
    return { verdictIds: [guid] };
  },
  'search.find': () => ({ query: 'dat* OR "e-government"', unit: 'sentence', affixes: true }),
  'search.code': async (project) => ({ query: 'desa', codeId: await codeOf(project, isLeaf), extent: 'sentence' }),
  'search.words': () => ({ kinds: ['interview'], order: 'keyness', limit: 20 }),
  'search.index': () => ({}),
  'trustworthiness.page': () => ({}),
  'trustworthiness.log': () => ({ stream: 'conclusion', limit: 5 }),
  'trustworthiness.remark': () => ({ kind: 'criterion', criterion: 'credibility', text: 'Dua gelombang' }),
  'trustworthiness.audit': () => ({}),
  'report.preview': () => ({ form: 'article', language: 'en' }),
  'report.export': () => ({ format: 'docx' }),
  'results.list': () => ({}),
  'results.tables': async (project) => ({ resultId: await resultOf(project) }),
  'results.compare': async (project) => ({ resultId: await resultOf(project) }),
  'results.check': async (project) => {
    await resultOf(project);
    return {};
  },
  'results.run': async (project) => ({ resultId: await resultOf(project) }),
  'results.save': () => ({ name: 'Hasil', comment: 'Catatan', method: 'analysis.cooccurrence', input: {} }),
  'results.renew': async (project) => {
    const resultId = await resultOf(project);
    await project.client.codings.create(await passageOf(project));
    return { resultId };
  },
  'results.update': async (project) => ({ resultId: await resultOf(project), name: 'Lain', inReport: true }),
  'results.remove': async (project) => ({ resultId: await resultOf(project) }),
  'search.saved': async (project) => {
    await savedSearchOf(project);
    return {};
  },
  'search.save': () => ({ name: 'Keterbukaan', settings: { query: 'terbuka NEAR/5 data' } }),
  'search.updateSaved': async (project) => ({ searchId: await savedSearchOf(project), name: 'Nama lain' }),
  'search.removeSaved': async (project) => ({ searchId: await savedSearchOf(project) }),
  'settings.get': () => ({}),
  'settings.set': () => ({ theme: 'contrast', window: { 'panel.left': 240 } }),
  'speakers.list': () => ({}),
  'speakers.known': async (project) => {
    const name = (await project.client.speakers.list({}))[0]?.name ?? '';
    await project.client.speakers.set({ name, color: '#a3397a' });
    return {};
  },
  'speakers.set': async (project) => ({
    name: (await project.client.speakers.list({}))[0]?.name ?? '',
    role: 'other',
    color: '#0072b2',
    caseId: await caseOf(project),
  }),
  'speakers.rename': async (project) => {
    const name = (await project.client.speakers.list({}))[0]?.name ?? '';
    await project.client.speakers.set({ name, role: 'interviewer' });
    return { from: [name], to: 'Peneliti Utama' };
  },
  'texts.find': () => ({ search: { query: '(dat)a', regex: true }, replacement: '$1um' }),
  'texts.replace': async (project) => {
    const [coding] = await project.client.codings.list({});
    if (!coding) throw new Error('the study has no codings');
    const { revision } = await project.client.documents.text({ documentId: coding.document });
    const splices = [{ at: coding.start, remove: 3, insert: 'ganti' }];
    return { documents: [{ documentId: coding.document, revision, splices }] };
  },
  'texts.restoreWords': async (project) => ({ codingIds: [await changedCodingOf(project)] }),
  'variables.list': () => ({}),
  'variables.documentValues': () => ({}),
  'variables.create': () => ({ name: 'Variabel', type: 'Integer', scope: 'case', choices: ['1', '2'] }),
  'variables.update': async (project) => ({ variableId: await variableOf(project, 'case'), name: 'Lain' }),
  'variables.delete': async (project) => {
    const guid = await variableOf(project, 'case');
    await project.client.memos.create({ body: 'tentang variabel', targets: [{ kind: 'variable', guid }] });
    return { variableIds: [guid] };
  },
  'variables.setValue': async (project) => {
    const { guid } = await project.client.variables.create({ name: 'Umur', type: 'Integer', scope: 'document' });
    return { variableId: guid, targetId: await documentOf(project), value: '42' };
  },
  'variables.setValues': async (project) => {
    const { guid } = await project.client.variables.create({ name: 'Hadir', type: 'Boolean', scope: 'case' });
    return { values: [{ variableId: guid, targetId: await caseOf(project), value: 'true' }] };
  },
  'versions.list': async (project) => ({ documentId: await editedDocumentOf(project) }),
  'versions.text': async (project) => ({ documentId: await editedDocumentOf(project), revision: 1 }),
  'versions.compare': async (project) => ({ documentId: await editedDocumentOf(project), before: 1 }),
  'versions.name': async (project) => ({
    documentId: await editedDocumentOf(project),
    revision: 1,
    name: 'Sebelum disunting',
  }),
  'versions.rename': async (project) => ({ versionId: await versionOf(project), name: 'Lain' }),
  'versions.unname': async (project) => ({ versionId: await versionOf(project) }),
  'versions.restore': async (project) => ({ documentId: await editedDocumentOf(project), revision: 1 }),
  'windows.report': () => ({ code: 'window.fault', detail: 'main.tsx:1' }),
};

type Case = OutputOf<'cases.list'>[number];
type Code = OutputOf<'codes.list'>[number];
type Variable = OutputOf<'variables.list'>[number];

const codebookFile =
  '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>' +
  '<Code guid="0f8fad5b-d9cb-469f-a165-70867728950e" name="Kode baru" isCodable="true"/></Codes></CodeBook>';

async function planOf({ app, client }: TestProject): Promise<string> {
  return (await client.interchange.read(hold(app, 'a.qdc', codebookFile))).planId;
}

function hold(app: App, name: string, text: string) {
  return { name, token: app.files.hold({ name, mediaType: '', bytes: Buffer.from(text) }) };
}

const isLeaf = ({ path }: Code): boolean => path.length > 1;

async function documentOf({ client }: TestProject) {
  return first(await client.documents.list({}), ({ codings }) => codings > 0).guid;
}
async function caseOf({ client }: TestProject, fits: (row: Case) => boolean = () => true) {
  return first(await client.cases.list({}), fits).guid;
}
async function codeOf({ client }: TestProject, fits: (row: Code) => boolean = () => true) {
  return first(await client.codes.list({}), fits).guid;
}
async function propositionOf(project: TestProject) {
  const coding = { kind: 'coding' as const, guid: await codingOf(project) };
  return (await project.client.propositions.create({ statement: 'Simpulan', evidence: [{ target: coding }] })).guid;
}

async function evidenceOf(project: TestProject) {
  const [proposition] = await project.client.propositions.list({ propositionIds: [await propositionOf(project)] });
  const [evidence] = proposition?.evidence ?? [];
  if (!evidence) throw new Error('the proposition has no evidence');
  return evidence.guid;
}

async function codingOf({ client }: TestProject) {
  return first(await client.codings.list({})).guid;
}
async function changedCodingOf({ client }: TestProject) {
  const [coding] = await client.codings.list({});
  if (!coding) throw new Error('the study has no codings');
  const { revision } = await client.documents.text({ documentId: coding.document });
  const splices = [{ at: coding.start + 1, remove: 0, insert: 'sisipan' }];
  await client.documents.editText({ documentId: coding.document, revision, splices });
  return coding.guid;
}
async function editedDocumentOf(project: TestProject) {
  const guid = await changedCodingOf(project);
  return first(await project.client.codings.list({ codingIds: [guid] })).document;
}
async function versionOf(project: TestProject) {
  const documentId = await editedDocumentOf(project);
  return (await project.client.versions.name({ documentId, revision: 1, name: 'Awal' })).guid;
}
async function linkOf({ client }: TestProject) {
  const documents = await client.documents.list({});
  const [one, other] = documents;
  const from = { documentId: one?.guid ?? guidOf(0), start: 0, end: 12 };
  const to = { documentId: other?.guid ?? guidOf(0), start: 4, end: 9 };
  await client.links.create({ kind: 'explains', from, to });
  return first(await client.links.list({}));
}
async function coderOf({ client }: TestProject) {
  return first(await client.coders.list({})).guid;
}

async function twoCoders({ client }: TestProject): Promise<[Guid, Guid]> {
  const [{ guid }, other] = [first(await client.coders.list({})), (await client.coders.list({}))[1]];
  return [guid, other?.guid ?? (await client.coders.create({ name: 'Rekan', initials: 'RK', color: '#123456' })).guid];
}
async function memoOf({ client }: TestProject) {
  return first(await client.memos.list({})).guid;
}
async function researchQuestionOf({ client }: TestProject) {
  return (await client.questions.create({ label: 'RM' })).guid;
}
async function criterionOf({ client }: TestProject) {
  return (await client.collection.createCriterion({ kind: 'informant', label: 'Lama bekerja' })).guid;
}
async function formOf(project: TestProject) {
  const { guid } = await project.client.forms.create({ kind: 'contact', caseId: await caseOf(project) });
  await project.client.forms.addItem({ formId: guid, section: 'issues', text: 'Isu' });
  return guid;
}
async function formItemOf(project: TestProject) {
  const formId = await formOf(project);
  return (await project.client.forms.addItem({ formId, section: 'salient', text: 'Menarik' })).guid;
}
async function redefinedCodingOf(project: TestProject) {
  const [coding] = await project.client.codings.list({});
  if (!coding) throw new Error('the study has no codings');
  const description = `Definisi baru ${(await project.client.project.info({})).project.revision}`;
  await project.client.codes.update({ codeId: coding.code, description, reason: 'Terlalu sempit' });
  return coding.guid;
}
async function vignetteOf({ client }: TestProject) {
  return (await client.condensation.createVignette({ title: 'Vinyet' })).guid;
}
async function savedSearchOf({ client }: TestProject) {
  return (await client.search.save({ name: 'Anggaran', settings: { query: 'anggaran' } })).guid;
}
async function savedQueryOf({ client }: TestProject) {
  return (await client.queries.save({ name: 'Semua', settings: { query: 'ANY' } })).guid;
}

async function networkWith({ client }: TestProject) {
  return (await client.networks.create({ kind: 'causal-network', name: 'Sebab akibat' })).guid;
}

/** A network of two nodes with a link that rests on a coding. */
async function networkLinkOf(project: TestProject) {
  const { client } = project;
  const network = (await client.networks.create({ kind: 'code-map', name: 'Peta', begin: 'empty' })).guid;
  const nodes = ['Sebab', 'Akibat'].map((label) => ({ kind: 'free' as const, label }));
  const [from, to] = (await client.networks.addNodes({ networkId: network, nodes })).nodes;
  const coding = await codingOf(project);
  if (!from || !to) throw new Error('no nodes');
  const evidence = [{ kind: 'coding' as const, guid: coding }];
  const link = (await client.networks.addLink({ fromId: from, toId: to, kind: 'increases', evidence })).guid;
  const shown = (await client.networks.show({ networkId: network })).links.flatMap((each) => each.evidence);
  return { network, from, to, link, coding, evidence: first(shown).guid };
}

async function displayOf({ client }: TestProject) {
  const drafts = await client.displays.templates({ language: 'id' });
  const { kind, definition } = first(drafts, (draft) => draft.kind === 'case-code');
  return (await client.displays.create({ kind, name: 'Kasus × kode', definition })).guid;
}
async function cellOf(project: TestProject) {
  const displayId = await displayOf(project);
  const { rows, columns, cells } = await project.client.displays.matrix({ displayId });
  const { row, column } = first(cells);
  return { displayId, row: first(rows.slice(row)).key, column: first(columns.slice(column)).key };
}
async function writtenCellOf(project: TestProject) {
  const cell = await cellOf(project);
  await project.client.displays.setCell({ ...cell, text: 'Ringkasan' });
  return cell;
}
async function resultOf({ client }: TestProject) {
  return (await client.results.save({ name: 'Frekuensi', method: 'analysis.frequency', input: {} })).guid;
}
async function variableOf({ client }: TestProject, scope: Variable['scope']) {
  return first(await client.variables.list({}), (row) => row.scope === scope && row.values > 0).guid;
}

async function handOver({ app, client }: TestProject): Promise<string> {
  const { uploadId } = await client.audio.begin({});
  const token = app.files.hold({ name: 'rekaman.wav', mediaType: '', bytes: smallWav(0.5) });
  await client.audio.append({ uploadId, token });
  return uploadId;
}
async function recordingOf(project: TestProject) {
  const documentId = await documentOf(project);
  const uploadId = await handOver(project);
  return (await project.client.audio.attach({ documentId, uploadId, name: 'rekaman.wav' })).guid;
}
async function sectionOf(project: TestProject) {
  await project.client.guide.create({ label: 'Pembuka' });
  const { guid } = await project.client.guide.create({ label: 'Penutup', wording: 'Ada lagi?' });
  const documentId = await documentOf(project);
  await project.client.guide.mark({ items: [{ questionId: guid, documentId, start: 5, end: 25 }] });
  return first(await project.client.guide.sections({ questionIds: [guid] }));
}

async function passageOf(project: TestProject): Promise<InputOf<'codings.create'>> {
  const documentId = await documentOf(project);
  return { documentId, codeId: await codeOf(project, ({ codable }) => codable), start: 5, end: 25 };
}

function guidAt(rows: readonly { readonly guid: string }[], index: number): string {
  return rows[index]?.guid ?? guidOf(0);
}

function first<Row>(rows: readonly Row[], fits: (row: Row) => boolean = () => true): Row {
  const row = rows.find(fits);
  if (row === undefined) throw new Error('the sample study has none');
  return row;
}
