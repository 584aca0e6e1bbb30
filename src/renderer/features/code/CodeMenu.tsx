// The menu of a passage and of the codings at a place: the same commands as the palette and the keys.

import { useRef } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type Command, shortcutFor } from '../../commands/registry.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';
import { type MenuEntry, MenuList } from '../../ui/Menu.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useCode } from './store.ts';

export type CodeMenuProps = {
  readonly codings: readonly PlacedCoding[];
  readonly codes: readonly CodeSummary[];
  readonly recent: readonly Guid[];
  readonly commands: readonly Command[];
  readonly onApply: (codeId: Guid) => void;
  readonly onActivate: (codingId: Guid) => void;
};

const onPassage = ['code.quick', 'code.inVivo', 'code.memoPassage', 'code.copy', 'code.resize'];
const onCoding = ['code.change', 'code.memoCoding', 'code.revealCode', 'code.remove'];

export function CodeMenu(props: CodeMenuProps) {
  const t = useT();
  const anchor = useRef<HTMLSpanElement>(null);
  const { menu, set } = useCode();
  const hasPassage = usePlace(({ selection }) => selection !== null);
  const close = (): void => set({ menu: null });
  if (!menu) return null;
  const entries = menu.choose
    ? choices(props, menu.codings)
    : placeEntries(props, menu.codings, hasPassage, t('code.recent'), t);
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

function placeEntries(
  props: CodeMenuProps,
  ids: readonly Guid[],
  hasPassage: boolean,
  recentLabel: string,
  t: ReturnType<typeof useT>,
): readonly MenuEntry[] {
  const { codes, recent, commands, onApply } = props;
  const entry = (id: string): MenuEntry[] => {
    const command = commands.find((other) => other.id === id);
    if (!command) return [];
    return [
      {
        id,
        label: t(command.label),
        shortcut: shortcutFor(command),
        isDisabled: command.isEnabled?.() === false,
        onAction: () => void command.run(),
      },
    ];
  };
  const used = recent.flatMap((id) => codes.find(({ guid }) => guid === id) ?? []);
  const recents = used.map(({ guid, path, color }) => ({
    id: guid,
    label: path.join(' / '),
    icon: <ColorSwatch color={color} />,
    onAction: () => onApply(guid),
  }));
  const passage: readonly MenuEntry[] = hasPassage
    ? [
        ...onPassage.flatMap(entry),
        ...(recents.length > 0 ? [{ id: 'recent', label: recentLabel, children: recents }] : []),
      ]
    : [];
  const coding: readonly MenuEntry[] = ids.length > 0 ? onCoding.flatMap(entry) : [];
  const several = ids.length > 1 ? choices(props, ids) : [];
  return [passage, coding, several].reduce<readonly MenuEntry[]>(
    (all, part, index) =>
      part.length === 0 ? all : [...all, ...(all.length > 0 ? [{ separator: `line-${index}` }] : []), ...part],
    [],
  );
}
