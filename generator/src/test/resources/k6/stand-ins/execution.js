import { demand, state } from './state.js';

function inIteration(value) {
  demand(!state.isInit, 'there is no scenario or virtual user in the init context');
  return value;
}

export default {
  scenario: {
    get name() {
      return inIteration(state.scenario);
    },
    get iterationInTest() {
      return inIteration(state.iterationInTest);
    },
  },
  vu: {
    get idInTest() {
      return inIteration(state.vu);
    },
  },
  instance: {
    get currentTestRunDuration() {
      return inIteration(state.elapsedMillis);
    },
  },
};
