/** Writes the JSON Schema of a scenario to where the site publishes it: `npx tsx scripts/write-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scenarioJsonSchema } from '../src/scenario/json-schema.ts';

const file = fileURLToPath(new URL('../public/scenario.schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`);
