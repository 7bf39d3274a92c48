import { demand, state } from './state.js';

const arrays = new Map();

/** One for all virtual users, made by the first, of what JSON can hold. */
export const SharedArray = function (name, make) {
  demand(state.isInit, 'a SharedArray is made in the init context');
  if (!arrays.has(name)) {
    arrays.set(name, Object.freeze(JSON.parse(JSON.stringify(make()))));
  }
  return arrays.get(name);
};
