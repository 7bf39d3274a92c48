/** What the stand-ins share: whose turn it is, and what happened. */
export const state = {
  isInit: true,
  scenario: '',
  iterationInTest: 0,
  vu: 0,
  elapsedMillis: 0,
  /** @type {object[]} */ requests: [],
  /** @type {object[]} */ checks: [],
  /** @type {object[]} */ samples: [],
  slept: 0,
};

export function demand(holds, rule) {
  if (!holds) {
    throw new Error(`k6: ${rule}`);
  }
}

export function demandTexts(object, what) {
  for (const [name, value] of Object.entries(object)) {
    demand(typeof value === 'string', `${what} ${name} must be a string, but was ${value}`);
  }
}
