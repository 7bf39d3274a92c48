import { demand, demandTexts, state } from './state.js';

export function check(value, checks, tags = {}) {
  demandTexts(tags, 'the tag');
  let passed = true;
  for (const [name, test] of Object.entries(checks)) {
    demand(!name.includes('::'), `the check ${name} has two colons`);
    const holds = Boolean(test(value));
    state.checks.push({ name, holds, tags });
    passed = passed && holds;
  }
  return passed;
}

export function sleep(seconds) {
  demand(!state.isInit, 'nobody sleeps in the init context');
  state.slept += seconds;
}
