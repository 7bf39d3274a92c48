import { exchange } from './exchange.js';
import { demand, demandTexts, state } from './state.js';

const PARAMETERS = ['headers', 'jar', 'responseCallback', 'responseType', 'tags', 'timeout'];

class CookieJar {}

function request(method, url, body, parameters = {}) {
  demand(!state.isInit, 'no requests in the init context');
  demand(body === null || typeof body === 'string', `a body must be a string, but was ${body}`);
  for (const name of Object.keys(parameters)) {
    demand(PARAMETERS.includes(name), `${name} is no parameter of a request`);
  }
  const { headers = {}, jar, responseCallback, responseType, tags = {}, timeout } = parameters;
  demandTexts(headers, 'the header');
  demandTexts(tags, 'the tag');
  demand(jar instanceof CookieJar, 'without a jar of its own, a request has the cookies of others');
  demand(/^\d+ms$/.test(timeout), `the timeout must be a duration, but was ${timeout}`);
  const answer = exchange({ method, url, body, headers });
  const expected = answer.status !== 0 && responseCallback(answer.status);
  state.requests.push({ method, url, status: answer.status, expected, tags, scenario: state.scenario });
  const text = responseType === 'text' ? answer.body : null;
  return {
    status: answer.status,
    error: answer.error || '',
    headers: answer.headers,
    body: text,
    json() {
      demand(text !== null, 'the body is null');
      return JSON.parse(text);
    },
  };
}

function expectedStatuses(...statuses) {
  return (status) =>
    statuses.some((one) =>
      typeof one === 'number' ? one === status : one.min <= status && status <= one.max,
    );
}

export default { CookieJar, expectedStatuses, request };
