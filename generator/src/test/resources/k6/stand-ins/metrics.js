import { demand, demandTexts, state } from './state.js';

export class Rate {
  constructor(name) {
    demand(state.isInit, 'a metric is made in the init context');
    demand(/^[A-Za-z_]\w{0,127}$/.test(name), `${name} is no name of a metric`);
    this.name = name;
  }

  add(value, tags = {}) {
    demandTexts(tags, 'the tag');
    state.samples.push({ metric: this.name, value, scenario: state.scenario, tags });
  }
}
