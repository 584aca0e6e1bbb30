import type { CommandContext, JobContext } from './handler.ts';
import { assertWritable } from './session.ts';
import { inTransaction } from './write.ts';

/** What a command would do: it is carried out, and all of it rolled back. */
export function tried<Value>(context: JobContext, body: (scope: CommandContext) => Value): Value {
  const { session, services } = context;
  assertWritable(session);
  return inTransaction(session, (unchanged) => {
    unchanged();
    const now = services.ports.clock.now().toISOString();
    return body({ services, session, db: session.connection, sequence: 0, now });
  });
}
