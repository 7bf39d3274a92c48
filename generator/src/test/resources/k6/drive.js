import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { state } from 'k6/state';

// Runs a script as k6 would, one iteration at a time: drive.js SCRIPT RUNS, where RUNS is JSON:
// [{"scenario": "S", "vus": 2, "iterations": 10, "elapsedMillis": 0}]. Prints what happened.
const [script, runs] = process.argv.slice(2);

globalThis.__ENV = { ...process.env };
globalThis.open = (file) => readFileSync(path.resolve(path.dirname(script), file), 'utf8');

/** Each virtual user has the script's variables for itself. */
async function virtualUser(id) {
  state.isInit = true;
  const module = await import(`${pathToFileURL(path.resolve(script))}?vu=${id}`);
  state.isInit = false;
  return module;
}

const { options, setup } = await virtualUser(0);
const shared = JSON.parse(JSON.stringify(setup()));
const users = new Map();
for (const { scenario, vus, iterations, elapsedMillis = 0 } of JSON.parse(runs)) {
  state.scenario = scenario;
  state.elapsedMillis = elapsedMillis;
  for (let i = 0; i < iterations; i++) {
    state.iterationInTest = i;
    state.vu = 1 + (i % vus);
    if (!users.has(state.vu)) {
      users.set(state.vu, await virtualUser(state.vu));
    }
    users.get(state.vu).default(shared);
  }
}
const { requests, checks, samples, slept } = state;
process.stdout.write(JSON.stringify({ options, shared, requests, checks, samples, slept }));
