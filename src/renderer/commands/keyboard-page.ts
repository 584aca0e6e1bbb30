// The keyboard map as a page of its own, to be printed or kept beside the screen.

import type { Language } from '../../shared/contract/values.ts';
import type { Translate } from '../services/text.ts';
import { type CommandCard, commandGroups, shortcutsOf } from './registry.ts';
import { keysOf } from './shortcut.ts';

/**
 * @param custom the user's own shortcuts: the list shows what counts now
 * @returns a complete HTML page without scripts; commands that have no keys are listed too
 */
export function keyboardPage(
  cards: readonly CommandCard[],
  custom: Readonly<Record<string, string>>,
  t: Translate,
  language: Language,
): string {
  const sections = commandGroups
    .map((group) => ({ group, own: cards.filter((card) => card.group === group) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => {
      const rows = own
        .map((card) => ({
          label: t(card.label),
          keys: shortcutsOf(card, custom).map((text) => keysOf(text).join(' + ')),
        }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language))
        .map(({ label, keys }) => `<tr><td>${escaped(label)}</td><td>${keys.map(key).join(' ')}</td></tr>`);
      return `<h2>${escaped(t(`group.${group}`))}</h2>\n<table>\n${rows.join('\n')}\n</table>`;
    });
  const title = escaped(t('keyboard.title'));
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>Simpul: ${title}</title>
<style>
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.4 system-ui, sans-serif; columns: 22rem; }
h1 { column-span: all; font-size: 16pt; }
h2 { font-size: 12pt; break-after: avoid; }
table { inline-size: 100%; border-collapse: collapse; break-inside: auto; }
td { padding: 2px 4px; border-bottom: 1px solid #ccc; vertical-align: top; }
td:last-child { text-align: end; white-space: nowrap; }
kbd { padding: 0 4px; border: 1px solid #888; border-radius: 3px; font: inherit; }
</style>
<h1>Simpul: ${title}</h1>
${sections.join('\n')}
</html>
`;
}

function key(text: string): string {
  return `<kbd>${escaped(text)}</kbd>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
