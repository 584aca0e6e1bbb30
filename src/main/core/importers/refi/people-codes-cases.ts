// Users, codes, variables, cases and their values.

import { canonicalValue } from '../../../../shared/domain/variables.ts';
import type { VariableType } from '../../../../shared/contract/cases.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { palette } from '../../../../shared/domain/palette.ts';
import { keep, type Gathering } from './gathering.ts';
import { caseOfCode } from './guids.ts';
import { guidOf } from './repair.ts';
import { childOf, childrenWith, textOf, type RefiNode } from './schema.ts';

export function readUsers(gathering: Gathering, project: RefiNode): void {
  for (const node of childrenWith(childOf(project, 'Users'), 'User')) {
    const given = (node.attrs['name'] ?? '').trim();
    const name = given === '' ? `? ${guidOf(node).slice(0, 8)}` : given;
    const initials = node.attrs['id'] ?? initialsOf(name);
    gathering.coders.push({ guid: guidOf(node), name, initials });
    if (given === '') gathering.notes.add('name-missing', 'User');
    const made = {
      ...(node.attrs['name'] === name ? {} : { name }),
      ...(node.attrs['id'] === undefined ? { id: initials } : {}),
    };
    if (Object.keys(made).length > 0) keep(gathering, node, { shown: true, made });
  }
}

export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => /^./su.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase();
}

export function readCodes(gathering: Gathering, project: RefiNode): void {
  const roots = childrenWith(childOf(childOf(project, 'CodeBook'), 'Codes'), 'Code');
  roots.forEach((node, index) => {
    readCode(gathering, node, null, palette[index % palette.length] ?? palette[0]);
  });
}

function readCode(gathering: Gathering, node: RefiNode, parent: Guid | null, inherited: string): void {
  const guid = guidOf(node);
  const given = node.attrs['name'] ?? '';
  const name = given.trim() === '' ? '–' : given;
  if (given.trim() === '') gathering.notes.add('name-missing', `Code ${guid}`);
  const color = node.attrs['color'] ?? inherited;
  gathering.codeNames.set(guid, name);
  gathering.codes.push({
    guid,
    parent,
    name,
    color,
    description: textOf(node, 'Description'),
    codable: Number(node.attrs['isCodable'] === 'true'),
  });
  const made = {
    ...(name === given ? {} : { name }),
    ...(node.attrs['color'] === undefined ? { color } : {}),
  };
  const { children: _, ...bare } = node;
  if (Object.keys(made).length > 0) keep(gathering, { ...bare, children: [] }, { shown: true, made });
  for (const child of childrenWith(node, 'Code')) readCode(gathering, child, guid, color);
}

/** Which things have values of a variable decides where Simpul shows it. */
export function readVariables(gathering: Gathering, project: RefiNode): void {
  const ofCases = new Set<string>();
  for (const node of childrenWith(childOf(project, 'Cases'), 'Case')) {
    if (!isDocumentCase(node)) for (const value of childrenWith(node, 'VariableValue')) ofCases.add(variableOf(value));
  }
  const ofSources = new Set<string>();
  for (const source of childOf(project, 'Sources')?.children ?? []) {
    for (const value of childrenWith(source, 'VariableValue')) ofSources.add(variableOf(value));
  }
  for (const node of childrenWith(childOf(project, 'Cases'), 'Case')) {
    if (isDocumentCase(node)) for (const value of childrenWith(node, 'VariableValue')) ofSources.add(variableOf(value));
  }
  for (const node of childrenWith(childOf(project, 'Variables'), 'Variable')) {
    const guid = guidOf(node);
    const given = node.attrs['name'] ?? '';
    if (given.trim() === '') gathering.notes.add('name-missing', `Variable ${guid}`);
    gathering.variables.set(guid, {
      guid,
      name: given.trim() === '' ? '–' : given,
      description: textOf(node, 'Description'),
      type: (node.attrs['typeOfVariable'] ?? 'Text') as VariableType,
      scope: ofSources.has(guid) && !ofCases.has(guid) ? 'document' : 'case',
    });
    if (given.trim() === '') keep(gathering, { ...node, children: [] }, { shown: true, made: { name: '–' } });
  }
}

/** A case without a name and with one source only says what that source is like (Quirkos, MAXQDA). */
function isDocumentCase(node: RefiNode): boolean {
  return (
    (node.attrs['name'] ?? '').trim() === '' &&
    childrenWith(node, 'SourceRef').length === 1 &&
    childrenWith(node, 'CodeRef', 'SelectionRef').length === 0
  );
}

function variableOf(value: RefiNode): Guid {
  return childOf(value, 'VariableRef')?.attrs['targetGUID'] as Guid;
}

/** After the sources: a case belongs to documents. */
export function readCases(gathering: Gathering, project: RefiNode): void {
  const codedAs = documentsCodedAs(gathering, project);
  for (const node of childrenWith(childOf(project, 'Cases'), 'Case')) {
    const guid = guidOf(node);
    const documents = childrenWith(node, 'SourceRef')
      .map(({ attrs }) => gathering.documentOf.get(attrs['targetGUID'] as Guid))
      .filter((document) => document !== undefined);
    const bare = { ...node, children: childrenWith(node, 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef') };
    const [only] = documents;
    if (isDocumentCase(node) && only) {
      readValues(gathering, node, { kind: 'document', guid: only });
      keep(gathering, node, { shown: false });
      continue;
    }
    const given = node.attrs['name'] ?? '';
    const name = given.trim() === '' ? `– ${gathering.cases.length + 1}` : given;
    if (given.trim() === '') gathering.notes.add('name-missing', `Case ${guid}`);
    gathering.cases.push({ guid, name, description: textOf(node, 'Description') });
    for (const document of [...documents, ...(codedAs.get(guid) ?? [])]) {
      const part = gathering.documents.get(document);
      // Simpul knows one case a document; the others stay in what is kept of them.
      if (part && part.case === undefined) gathering.documents.set(document, { ...part, case: guid });
    }
    readValues(gathering, node, { kind: 'case', guid });
    if (bare.children.length > 0 || name !== given) {
      keep(gathering, bare, { shown: true, made: name === given ? {} : { name } });
    }
  }
}

/**
 * NVivo writes a case as a code too, and what belongs to the case as passages coded with it (`guids.ts`). A document
 * of which only one case has passages is that case's; the codings stay what they are.
 * @returns documents by such a case
 */
function documentsCodedAs({ codings, codeNames, notes }: Gathering, project: RefiNode): ReadonlyMap<Guid, Guid[]> {
  const cases = new Set(childrenWith(childOf(project, 'Cases'), 'Case').map(guidOf));
  const alsoCodes = new Map<Guid, Guid>();
  for (const code of cases.size === 0 ? [] : codeNames.keys()) {
    if (!cases.has(caseOfCode(code))) continue;
    alsoCodes.set(code, caseOfCode(code));
    notes.add('case-as-code', codeNames.get(code));
  }
  const caseOf = new Map<Guid, Guid | null>();
  for (const { document, code } of codings) {
    const own = alsoCodes.get(code);
    if (own === undefined) continue;
    const known = caseOf.get(document);
    caseOf.set(document, known === undefined || known === own ? own : null);
  }
  const documents = new Map<Guid, Guid[]>();
  for (const [document, guid] of caseOf) {
    if (guid !== null) documents.set(guid, [...(documents.get(guid) ?? []), document]);
  }
  return documents;
}

/** Values that are none of their variable's type stay as they came, in what is kept of their owner. */
export function readValues(
  { variables, values, notes }: Gathering,
  node: RefiNode,
  owner: { readonly kind: 'case' | 'document'; readonly guid: Guid },
): void {
  const seen = new Set<Guid>();
  for (const element of childrenWith(node, 'VariableValue')) {
    const guid = variableOf(element);
    const variable = variables.get(guid);
    const raw = valueText(element);
    if (!variable || raw === null) continue;
    const value = canonicalValue(variable.type, raw);
    const repeated = seen.has(guid) || values.some((each) => each.owner.guid === owner.guid && each.variable === guid);
    seen.add(guid);
    if (value === null || repeated) notes.add('kept-value', `${variable.name}: ${raw}`);
    else values.push({ variable: guid, owner, value });
  }
}

/** What a value says, or null where it is empty. */
export function valueText(element: RefiNode): string | null {
  return element.children.find(({ tag }) => tag !== 'VariableRef')?.text ?? null;
}
