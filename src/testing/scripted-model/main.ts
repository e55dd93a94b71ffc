import { parseArgs } from 'node:util';
import { adviser } from './adviser.ts';
import { faults, isFaultName } from './faults.ts';
import { paced } from './script.ts';
import { startScriptedModel } from './server.ts';

// A hosted model for demonstrations: node src/testing/scripted-model/main.ts --port 8790 [--first 300] [--between 20] [--fault stall]
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8790' },
    first: { type: 'string', default: '300' },
    between: { type: 'string', default: '20' },
    fault: { type: 'string' },
  },
});
const { fault } = values;
if (fault !== undefined && !isFaultName(fault)) {
  console.error(`unknown fault; there are: ${Object.keys(faults).join(', ')}`);
  process.exit(1);
}
const model = await startScriptedModel(
  (request) => (fault === undefined ? paced(adviser(request), Number(values.first), Number(values.between)) : faults[fault]),
  { port: Number(values.port) },
);
console.error(`scripted model: MODEL_BASE_URL=${model.url} MODEL_NAME=scripted`);
