// A package of the Open Packaging Conventions: parts by name, their types, and the relations between them. Used by DOCX.

import type { ZipArchive, ZipEntry } from './unzip.ts';
import { openZip } from './unzip.ts';
import type { XmlHandlers } from './xml.ts';
import { attributeOf, createXmlReader } from './xml.ts';
import type { Watch } from './types.ts';
import { ImportRefusal } from './types.ts';

export type Relation = {
  readonly id: string;
  /** Last segment of the relation's type, the same in the transitional and the strict form: `image`, `footnotes`, … */
  readonly type: string;
  /** Name of the part, or undefined where it points out of the package; such a target is never followed. */
  readonly part: string | undefined;
  readonly external: boolean;
};

export type OpcPackage = {
  readonly partNames: readonly string[];
  readonly has: (part: string) => boolean;
  readonly contentTypeOf: (part: string) => string | undefined;
  /** Relations of a part, or of the package for ''. */
  readonly relationsOf: (part: string) => readonly Relation[];
  /** Reads a part as XML; @throws ImportRefusal */
  readonly readXml: (part: string, handlers: XmlHandlers) => void;
};

const contentTypesPart = '[Content_Types].xml';

/**
 * Opens a package.
 * @param watch called for every piece of XML that is read
 * @throws ImportRefusal as `openZip` and `createXmlReader`; `file-damaged` for two parts whose names differ in case only
 */
export function openPackage(bytes: Uint8Array, watch: Watch = () => undefined): OpcPackage {
  const zip = openZip(bytes);
  const parts = partsByName(zip);
  const readEntry: ReadEntry = (entry, handlers) => {
    const reader = createXmlReader(handlers, watch);
    zip.unpack(entry, reader.write);
    reader.close();
  };
  const types = readContentTypes(parts, readEntry);
  return {
    partNames: [...parts.values()].map((entry) => entry.name),
    has: (part) => parts.has(nameKey(part)),
    contentTypeOf: (part) => types.overrides.get(nameKey(part)) ?? types.defaults.get(extensionOf(part)),
    relationsOf: (part) => {
      const folder = part.slice(0, part.lastIndexOf('/') + 1);
      const relations = `${folder}_rels/${part.slice(folder.length)}.rels`;
      const entry = parts.get(nameKey(relations));
      return entry === undefined ? [] : readRelations(entry, folder, readEntry);
    },
    readXml: (part, handlers) => {
      const entry = parts.get(nameKey(part));
      if (entry === undefined) throw new ImportRefusal('file-damaged');
      readEntry(entry, handlers);
    },
  };
}

/** OPC compares names of parts without regard to ASCII case. */
function nameKey(part: string): string {
  return part.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function extensionOf(part: string): string {
  return nameKey(part.slice(part.lastIndexOf('.') + 1));
}

function partsByName(zip: ZipArchive): ReadonlyMap<string, ZipEntry> {
  const parts = new Map<string, ZipEntry>();
  for (const entry of zip.entries.values()) {
    const key = nameKey(entry.name);
    // Which of two is meant differs from program to program: what one person checked, another would not read.
    if (parts.has(key)) throw new ImportRefusal('file-damaged');
    parts.set(key, entry);
  }
  return parts;
}

type ReadEntry = (entry: ZipEntry, handlers: XmlHandlers) => void;

type ContentTypes = {
  readonly defaults: ReadonlyMap<string, string>;
  readonly overrides: ReadonlyMap<string, string>;
};

function readContentTypes(parts: ReadonlyMap<string, ZipEntry>, readEntry: ReadEntry): ContentTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  const entry = parts.get(nameKey(contentTypesPart));
  if (entry !== undefined) {
    readEntry(entry, {
      open: (element) => {
        const type = attributeOf(element, 'ContentType')?.toLowerCase();
        const extension = attributeOf(element, 'Extension');
        const part = attributeOf(element, 'PartName');
        if (type === undefined) return;
        if (element.local === 'Default' && extension !== undefined) defaults.set(nameKey(extension), type);
        if (element.local === 'Override' && part !== undefined) overrides.set(nameKey(part.replace(/^\//, '')), type);
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  return { defaults, overrides };
}

function readRelations(entry: ZipEntry, folder: string, readEntry: ReadEntry): readonly Relation[] {
  const relations: Relation[] = [];
  readEntry(entry, {
    open: (element) => {
      if (element.local !== 'Relationship') return;
      const external = attributeOf(element, 'TargetMode')?.toLowerCase() === 'external';
      const type = attributeOf(element, 'Type') ?? '';
      relations.push({
        id: attributeOf(element, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        part: external ? undefined : resolveTarget(folder, attributeOf(element, 'Target') ?? ''),
        external,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** The name of the part a target means, or undefined where it leaves the package. */
export function resolveTarget(folder: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target) || target.includes('\\')) return undefined;
  const steps = (target.startsWith('/') ? target : folder + target).split('/');
  const names: string[] = [];
  for (const name of steps) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join('/');
}
