// One source of a million characters with ten thousand selections, out as a QDPX and in again, against writing and
// reading the same bytes with the libraries for ZIP and XML alone.

import { strFromU8, unzipSync, zipSync } from 'fflate';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { generatedProject } from '../support/generated-project.ts';
import { clientFor, makeWorkshop } from '../support/project.ts';
import { createApp } from '../../src/main/core/app.ts';
import { ms, ratioOf, type Measurement, type Ratio, type Suite } from './measure.ts';

const names = ['interchange/qdpx-export', 'interchange/qdpx-import'] as const;
const size = { seed: 7, documents: 1, characters: 1_000_000, codes: 60, codings: 10_000, cases: 1, coders: 3 };

export const suite: Suite = {
  names,
  run: async ({ wants, say }) => {
    say('interchange: a source of 1,000,000 characters with 10,000 selections');
    const workshop = makeWorkshop();
    const app = createApp(workshop.ports);
    const client = clientFor(app);
    try {
      const path = join(workshop.folder, 'large.simpul');
      copyFileSync(await generatedProject(size), path);
      await client.projects.open({ path });
      const exported = async (): Promise<Uint8Array> => {
        const { file } = await client.interchange.export({ format: 'qdpx' });
        return app.files.take(file.token).bytes;
      };
      const bytes = await exported();
      const entries = unzipSync(bytes);
      const measured: Measurement[] = [];
      if (wants(names[0])) {
        const ratio = await ratioOf({ rounds: 3, work: exported, yardstick: () => zipSync(entries, { level: 6 }) });
        measured.push(measurementOf(names[0], ratio, `packing the same ${megabytes(bytes)} alone`));
      }
      if (wants(names[1])) {
        let number = 0;
        const prepare = async (): Promise<void> => {
          await client.projects.close({});
          number += 1;
          await client.projects.create({ name: 'Merged', path: join(workshop.folder, `merged-${number}.simpul`) });
        };
        const work = async (): Promise<void> => {
          const token = app.files.hold({ name: 'large.qdpx', mediaType: 'application/zip', bytes });
          const { planId } = await client.interchange.read({ name: 'large.qdpx', token });
          await client.interchange.merge({ planId });
        };
        const ratio = await ratioOf({ rounds: 3, prepare, work, yardstick: () => readAlone(bytes) });
        measured.push(measurementOf(names[1], ratio, `unpacking and parsing the same ${megabytes(bytes)} alone`));
      }
      return measured;
    } finally {
      await app.close();
      workshop.cleanUp();
    }
  },
};

function readAlone(bytes: Uint8Array): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  const entries = unzipSync(bytes);
  parser.write(strFromU8(entries['project.qde'] ?? new Uint8Array())).close();
}

function measurementOf(name: string, { ratio, work, yardstick, block }: Ratio, of: string): Measurement {
  const detail = `${ms(work)} ÷ ${of} ${ms(yardstick)}; longest block of the core: ${ms(block)}`;
  return { name, value: ratio, unit: '×', budget: null, detail };
}

function megabytes(bytes: Uint8Array): string {
  return `${(bytes.length / 1_000_000).toFixed(1)} MB`;
}
