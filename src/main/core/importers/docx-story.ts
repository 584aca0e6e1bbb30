// Reads a story of a Word document (body, footnote, header) from the stream of its XML. Shown text is kept; what Word hides,
// computes, links or remembers as deleted is left out and counted (P5, H3).

import { isOn, nameOf, numberAttribute, relationAttribute, wordAttribute } from './docx-names.ts';
import type { ParagraphContext } from './docx-paragraphs.ts';
import { createParagraphs, softBreak } from './docx-paragraphs.ts';
import { symbolCharacter } from './docx-symbols.ts';
import type { Tally } from './tally.ts';
import type { XmlElement, XmlHandlers } from './xml.ts';
import { attributeOf } from './xml.ts';

export type StoryContext = ParagraphContext & {
  /** Relations that lead out of the package. */
  readonly isExternal: (relation: string) => boolean;
  /** Registers a reference and gives its mark, such as `[1]`. */
  readonly noteMark: (kind: 'footnote' | 'endnote', id: string) => string;
  /** A story is complete. */
  readonly finished: (story: XmlElement, text: string) => void;
};

const storyElements: ReadonlySet<string> = new Set(['body', 'footnote', 'endnote', 'comment', 'hdr', 'ftr']);

/** Handlers for the XML of one part; every story in it ends in `context.finished`. */
export function createStoryReader(context: StoryContext): XmlHandlers {
  const { tally, counts } = context;
  const path: string[] = [];
  /** Elements deep in a subtree that is left out. */
  let skipping = 0;
  const alternatives: { taken: boolean }[] = [];
  const paragraphs = createParagraphs(context);
  const { frame, emit } = paragraphs;
  let characters: string | undefined;
  let keepSpace = false;

  const skip = (): void => {
    path.pop();
    skipping = 1;
  };
  const leaveOut = (...[code, count]: Parameters<Tally['add']>): void => {
    tally.add(code, count);
    skip();
  };

  const openTracked = (name: string, parent: string | undefined): void => {
    const isDeletion = name === 'del' || name === 'moveFrom';
    if (parent === 'rPr') {
      const paragraph = frame()?.paragraph;
      if (isDeletion && paragraph !== undefined && path.at(-3) === 'pPr') paragraph.markDeleted = true;
    } else if (parent === 'trPr') {
      tally.add(isDeletion ? 'tracked-deletions-left-out' : 'tracked-insertions-kept');
      if (isDeletion) frame()?.flow.removeRow();
    } else if (parent?.endsWith('Pr') !== true) {
      if (isDeletion) leaveOut('tracked-deletions-left-out');
      else tally.add('tracked-insertions-kept');
    }
  };
  const openReference = (kind: 'footnote' | 'endnote', element: XmlElement): void => {
    if (paragraphs.isHidden() || paragraphs.fields.isInstruction()) return;
    paragraphs.put(context.noteMark(kind, wordAttribute(element, 'id') ?? ''));
  };
  const openComment = (name: string, id: string): void => {
    const { anchors } = context;
    const here = frame();
    if (anchors === undefined || here === undefined || paragraphs.isInside()) return;
    if (name === 'commentRangeStart') anchors.start(id);
    else if (name === 'commentRangeEnd') anchors.end(id, here.flow.sink.length());
    else anchors.point(id, here.flow.sink.length());
  };
  const openPicture = (relation: string | undefined): void => {
    counts.images += 1;
    const isLinked = relation !== undefined && context.isExternal(relation);
    tally.add(isLinked ? 'linked-pictures-left-out' : 'pictures-left-out');
  };
  const openSymbol = (element: XmlElement): void => {
    const known = symbolCharacter(wordAttribute(element, 'font') ?? '', wordAttribute(element, 'char') ?? '');
    if (known === undefined) tally.add('symbols-replaced');
    emit(known ?? '\uFFFD');
  };
  const openProperty = (name: string, element: XmlElement, parent: string | undefined): void => {
    const here = frame();
    const paragraph = here?.paragraph;
    const value = wordAttribute(element, 'val');
    if (parent === 'rPr' && path.at(-3) === 'r' && here?.run !== undefined) {
      if (name === 'vanish') here.run.hidden = isOn(element);
      if (name === 'rStyle') here.run.style = value;
    } else if (paragraph !== undefined && parent === 'rPr' && path.at(-3) === 'pPr') {
      if (name === 'vanish') paragraph.markHidden = isOn(element);
    } else if (paragraph !== undefined && parent === 'pPr') {
      if (name === 'pStyle') paragraph.style = value;
      if (name === 'outlineLvl') paragraph.outline = numberAttribute(element, 'val') ?? 9;
    } else if (paragraph !== undefined && parent === 'numPr') {
      if (name === 'numId') paragraph.list = value;
      if (name === 'ilvl') paragraph.level = numberAttribute(element, 'val');
    } else if (name === 'hidden' && parent === 'trPr' && isOn(element)) {
      tally.add('hidden-text-left-out');
      here?.flow.removeRow();
    }
  };
  const openAlternative = (isUsable: boolean): void => {
    const alternative = alternatives.at(-1);
    if (alternative === undefined) return;
    if (alternative.taken || !isUsable) skip();
    else alternative.taken = true;
  };

  const openInRun = (name: string, element: XmlElement): void => {
    if (name === 'tab' || name === 'ptab') emit('\t');
    else if (name === 'cr') emit(softBreak);
    else if (name === 'noBreakHyphen') emit('\u2011');
    else if (name === 'softHyphen') emit('\u00AD');
    else if (name === 'sym') openSymbol(element);
    else if (name === 'br') {
      const type = wordAttribute(element, 'type');
      const paragraph = frame()?.paragraph;
      // The end of a page is layout, but the words around it must not grow together.
      if (type !== 'page' && type !== 'column') emit(softBreak);
      else if (paragraph !== undefined) paragraph.pageBreak = true;
    } else if (name === 'fldChar') {
      const type = wordAttribute(element, 'fldCharType') ?? '';
      if (type === 'begin') {
        counts.fields += 1;
        tally.add('fields-kept-as-text');
      }
      paragraphs.fields.character(type);
    }
  };

  const open: XmlHandlers['open'] = (element) => {
    if (skipping > 0) {
      skipping += 1;
      return;
    }
    const name = nameOf(element);
    const parent = path.at(-1);
    path.push(name);
    if (storyElements.has(name)) paragraphs.openFrame();
    const here = frame();
    if (here === undefined) return;
    if (parent === 'r' && here.run !== undefined) openInRun(name, element);
    switch (name) {
      case 'p':
        if (here.cellRemoved.at(-1) === true) skip();
        else paragraphs.open(here);
        break;
      case 'r':
        here.run = { style: undefined, hidden: undefined, reported: false };
        break;
      case 't':
      case 'm:t':
        characters = '';
        keepSpace = attributeOf(element, 'space') === 'preserve';
        break;
      case 'delText':
        leaveOut('tracked-deletions-left-out');
        break;
      case 'del':
      case 'moveFrom':
      case 'ins':
      case 'moveTo':
        openTracked(name, parent);
        break;
      case 'cellDel':
        tally.add('tracked-deletions-left-out');
        if (here.cellRemoved.length > 0) here.cellRemoved[here.cellRemoved.length - 1] = true;
        break;
      case 'tbl':
        if (here.cellRemoved.at(-1) === true) skip();
        else counts.tables += 1;
        break;
      case 'tr':
        here.flow.openRow();
        break;
      case 'tc':
        if (here.flow.openCell()) here.cellRemoved.push(false);
        else skip();
        break;
      case 'txbxContent':
        counts.textBoxes += 1;
        if (paragraphs.isHidden() || here.paragraph === undefined) skip();
        else {
          tally.add('text-boxes-moved');
          paragraphs.openFrame();
        }
        break;
      case 'fldSimple':
        counts.fields += 1;
        tally.add('fields-kept-as-text');
        break;
      case 'hyperlink':
        if (relationAttribute(element, 'id') !== undefined) {
          counts.links += 1;
          tally.add('link-addresses-left-out');
        }
        break;
      case 'commentRangeStart':
      case 'commentRangeEnd':
      case 'commentReference':
        openComment(name, wordAttribute(element, 'id') ?? '');
        break;
      case 'footnoteReference':
        openReference('footnote', element);
        break;
      case 'endnoteReference':
        openReference('endnote', element);
        break;
      case 'a:blip':
        openPicture(relationAttribute(element, 'link') ?? relationAttribute(element, 'embed'));
        break;
      case 'v:imagedata':
        openPicture(relationAttribute(element, 'href') ?? relationAttribute(element, 'id'));
        break;
      case 'c:chart':
      case 'dgm:relIds':
        openPicture(undefined);
        break;
      case 'object':
        leaveOut('embedded-objects-left-out');
        break;
      case 'altChunk':
      case 'subDoc':
        leaveOut('external-content-left-out');
        break;
      case 'rt':
        leaveOut('phonetic-text-left-out');
        break;
      case 'mc:AlternateContent':
        alternatives.push({ taken: false });
        break;
      case 'mc:Choice':
        openAlternative(isUnderstood(element));
        break;
      case 'mc:Fallback':
        openAlternative(true);
        break;
      default:
        // What a property was before a tracked change of formatting says nothing of the text now.
        if (name.endsWith('Change')) skip();
        else openProperty(name, element, parent);
    }
  };

  const close: XmlHandlers['close'] = (element) => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    const name = path.pop();
    const here = frame();
    if (name === undefined || here === undefined) return;
    if (name === 't' || name === 'm:t') {
      emit(shownText(characters ?? '', keepSpace));
      characters = undefined;
    } else if (name === 'r') here.run = undefined;
    else if (name === 'p') paragraphs.close(here);
    else if (name === 'tc') {
      here.flow.closeCell();
      here.cellRemoved.pop();
    } else if (name === 'tr') here.flow.closeRow();
    else if (name === 'mc:AlternateContent') alternatives.pop();
    else if (name === 'txbxContent') {
      paragraphs.closeFrame();
      const text = here.flow.sink.text().replace(/\n+$/, '');
      if (text !== '') frame()?.paragraph?.boxes.push(text);
    } else if (storyElements.has(name)) {
      paragraphs.closeFrame();
      context.finished(element, here.flow.sink.text());
    }
  };
  return {
    open,
    close,
    text: (text) => {
      if (skipping === 0 && characters !== undefined) characters += text;
    },
  };
}

/** Word takes an alternative when it knows every namespace it requires: those of Office's own extensions. */
function isUnderstood(element: XmlElement): boolean {
  const required = (attributeOf(element, 'Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return required.every((prefix) =>
    /^(wps|wpg|wpc|wpi|wp14|w14|w15|w16\w*|a14|a16\w*|cx\d*|am3d|aink|p14|v|o|m|c\d*)$/.test(prefix),
  );
}

/** Line ends inside a text are spaces to Word; around it, unless they are to be preserved, they come from indentation. */
function shownText(text: string, keepSpace: boolean): string {
  let start = 0;
  let end = text.length;
  if (!keepSpace) {
    while (start < end && isXmlSpace(text.charCodeAt(start))) start += 1;
    while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end -= 1;
    if (!text.slice(0, start).includes('\n')) start = 0;
    if (!text.slice(end).includes('\n')) end = text.length;
  }
  return text.slice(start, end).replace(/[\r\n]+/g, ' ');
}

function isXmlSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
