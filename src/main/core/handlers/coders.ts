import type { Coder } from '../../../shared/contract/coders.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { insertCoder, listCoders, requireCoder, updateCoder } from '../../db/coders.ts';
import { sql } from '../../db/database.ts';
import { palette } from '../../../shared/domain/palette.ts';
import {
  label,
  type ActionHandlers,
  type CommandContext,
  type CommandHandlers,
  type QueryHandlers,
} from '../handler.ts';
import { assertWritable } from '../session.ts';
import { inTransaction } from '../write.ts';

export const coderQueries = {
  'coders.list': ({ db, session }): Coder[] =>
    listCoders(db).map((row) => ({
      guid: row.guid,
      name: row.name,
      initials: row.initials,
      color: row.color,
      codings: row.codings,
      current: row.id === session.currentCoder?.id,
      createdAt: row.created_at,
    })),
} satisfies Partial<QueryHandlers>;

export const coderCommands = {
  'coders.create': (context, input) => ({
    value: { guid: addCoder(context, input) },
    label: label('history.coder.created', { name: input.name }),
  }),
  'coders.update': ({ db }, { coderId, name, initials, color }) => {
    const row = requireCoder(db, coderId);
    updateCoder(db, {
      ...row,
      name: name ?? row.name,
      initials: initials ?? row.initials,
      color: color ?? row.color,
    });
    return { value: {}, label: label('history.coder.changed', { name: row.name }) };
  },
} satisfies Partial<CommandHandlers>;

type NewCoder = {
  readonly name: string;
  readonly initials?: string | undefined;
  readonly color?: string | undefined;
};

/** Adds a coder inside a running command, with initials and a colour where none are given. */
export function addCoder({ db, now, services }: CommandContext, { name, initials, color }: NewCoder): Guid {
  const guid = services.ports.ids.next();
  const count = listCoders(db).length;
  insertCoder(db, {
    guid,
    name,
    initials: initials ?? initialsOf(name),
    color: color ?? palette[count % palette.length] ?? palette[0],
    created_at: now,
  });
  return guid;
}

export const coderActions = {
  // A preference of the project, not a change to the study: it leaves no history.
  'coders.setCurrent': ({ services }, { coderId }) => {
    const session = services.projects.require();
    const row = requireCoder(session.connection, coderId);
    assertWritable(session);
    inTransaction(session, () =>
      session.connection.run(sql`
        INSERT INTO project_setting (key, value) VALUES ('current-coder', ${row.guid})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`),
    );
    session.currentCoder = { id: row.id, guid: row.guid, name: row.name };
    services.emit({ type: 'session' });
    return {};
  },
} satisfies Partial<ActionHandlers>;

export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => /^./su.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase();
}
