// The menu of a passage and of the codings at a place: the same commands as the palette and the keys.

import { useRef } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type Command, shortcutFor, useRegistry } from '../../commands/registry.ts';
import { usePlace } from '../../services/place.ts';
import { type Translate, useT } from '../../services/text.ts';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';
import { type MenuEntry, MenuList } from '../../ui/Menu.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { type OpenedMenu, useCode } from './store.ts';

export type CodeMenuProps = {
  readonly codings: readonly PlacedCoding[];
  readonly codes: readonly CodeSummary[];
  readonly recent: readonly Guid[];
  readonly commands: readonly Command[];
  readonly onApply: (codeId: Guid) => void;
  readonly onActivate: (codingId: Guid) => void;
};

const onPassage = ['code.quick', 'code.repeat', 'code.inVivo', 'code.memoPassage', 'code.copy', 'code.resize'];
const notesAndLinks = ['notes.jot', 'links.start', 'links.finish'];
const selecting = ['code.select.word', 'code.select.sentence', 'code.select.paragraph', 'code.select.turn'];
const widening = ['code.widen', 'code.narrow'];
const units = ['code.unit.sentence', 'code.unit.paragraph', 'code.unit.turn', 'code.unit.speaker'];
const onCoding = ['code.change', 'code.memoCoding', 'code.revealCode', 'code.accept'];
const shaping = ['code.split', 'code.join'];
const ends = ['code.move.end.right', 'code.move.end.left', 'code.move.start.right', 'code.move.start.left'];
const weights = ['code.weight', 'code.weight.more', 'code.weight.less'];

export function CodeMenu(props: CodeMenuProps) {
  const t = useT();
  const anchor = useRef<HTMLSpanElement>(null);
  const { menu, set } = useCode();
  const hasPassage = usePlace(({ selection }) => selection !== null);
  const close = (): void => set({ menu: null });
  if (!menu) return null;
  const entries = menu.choose ? choices(props, menu.codings) : placeEntries(props, menu, hasPassage, t);
  if (entries.length === 0) return null;
  const label = t(menu.choose ? 'code.group' : 'code.menu');
  return (
    <>
      <span ref={anchor} className="code-anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover aria-label={label} isOpen onOpenChange={(isOpen) => !isOpen && close()} triggerRef={anchor}>
        <MenuList label={label} entries={entries} onClose={close} autoFocus />
      </Popover>
    </>
  );
}

function choices({ codings, codes, onActivate }: CodeMenuProps, ids: readonly Guid[]): readonly MenuEntry[] {
  return ids.flatMap((id) => {
    const coding = codings.find(({ guid }) => guid === id);
    const code = codes.find(({ guid }) => guid === coding?.code);
    return code
      ? [{ id, label: code.path.join(' / '), icon: <ColorSwatch color={code.color} />, onAction: () => onActivate(id) }]
      : [];
  });
}

function placeEntries(props: CodeMenuProps, menu: OpenedMenu, hasPassage: boolean, t: Translate): readonly MenuEntry[] {
  const { codes, recent, commands, onApply } = props;
  const entry = (id: string): MenuEntry[] => {
    const command = commands.find((other) => other.id === id) ?? useRegistry.getState().entries.get(id)?.command;
    if (!command) return [];
    return [
      {
        id,
        label: t(command.label),
        shortcut: shortcutFor(command),
        isDisabled: command.isEnabled?.() === false,
        isDanger: id === 'code.remove',
        onAction: () => void command.run(),
      },
    ];
  };
  const below = (id: string, label: string, children: readonly MenuEntry[]): readonly MenuEntry[] =>
    children.length > 0 ? [{ id, label, children }] : [];
  const used = recent.flatMap((id) => codes.find(({ guid }) => guid === id) ?? []);
  const recents = used.map(({ guid, path, color }) => ({
    id: guid,
    label: path.join(' / '),
    icon: <ColorSwatch color={color} />,
    onAction: () => onApply(guid),
  }));
  const { codings, inList } = menu;
  const noting = notesAndLinks.flatMap(entry);
  const passage = hasPassage
    ? [...onPassage.flatMap(entry), ...below('recent', t('code.recent'), recents), ...noting]
    : [];
  const here = [
    ...below('select', t('coding.menu.select'), [...selecting, ...widening].flatMap(entry)),
    ...below('units', t('coding.menu.units'), units.flatMap(entry)),
  ];
  const coding =
    codings.length > 0
      ? [
          ...onCoding.flatMap(entry),
          ...below('weights', t('coding.menu.weight'), weights.flatMap(entry)),
          ...(inList ? entry('code.join') : shaping.flatMap(entry)),
          ...(inList ? [] : below('ends', t('coding.menu.ends'), ends.flatMap(entry))),
          ...(hasPassage || inList ? [] : noting),
          ...entry('code.remove'),
        ]
      : [];
  const several = codings.length > 1 && !inList ? choices(props, codings) : [];
  const parts = inList ? [coding] : [passage, here, coding, several];
  return parts.reduce<readonly MenuEntry[]>(
    (all, part, index) =>
      part.length === 0 ? all : [...all, ...(all.length > 0 ? [{ separator: `line-${index}` }] : []), ...part],
    [],
  );
}
