import { honest } from './honest.ts';

export type ItemTemplate = {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly submenu?: readonly ItemTemplate[];
  readonly click?: (item: unknown, window: unknown, event: unknown) => void;
};

export type MenuItem = Omit<ItemTemplate, 'submenu' | 'click'> & {
  readonly enabled: boolean;
  readonly submenu?: BuiltMenu;
  readonly click: () => void;
};

export type BuiltMenu = {
  readonly items: readonly MenuItem[];
  readonly getMenuItemById: (id: string) => MenuItem | null;
};

let applicationMenu: BuiltMenu | null = null;

export const Menu = honest('Menu', {
  buildFromTemplate: (template: readonly ItemTemplate[]): BuiltMenu => build(template),
  setApplicationMenu: (menu: BuiltMenu | null): void => {
    applicationMenu = menu;
  },
  getApplicationMenu: (): BuiltMenu | null => applicationMenu,
});

function build(template: readonly ItemTemplate[]): BuiltMenu {
  const items = template.map(({ submenu, click, ...rest }): MenuItem => {
    if (rest.label === undefined && rest.role === undefined && rest.type !== 'separator') {
      throw new Error('A menu item has neither label nor role nor type');
    }
    const item: MenuItem = {
      ...rest,
      enabled: rest.enabled ?? true,
      ...(submenu ? { submenu: build(submenu) } : {}),
      // A disabled item cannot be clicked by a person either.
      click: () => (item.enabled ? click?.(item, undefined, {}) : undefined),
    };
    return item;
  });
  return {
    items,
    getMenuItemById: (id) => {
      for (const item of items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
        if (found) return found;
      }
      return null;
    },
  };
}
