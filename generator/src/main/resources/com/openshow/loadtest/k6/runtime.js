// ---------------------------------------------------------------------------------------------
// How it is done. From here on, every script is the same.

/**
 * @typedef {{ all: true }} All every member or element
 * @typedef {Array<string | number | All>} Path where in a JSON document a value stands
 * @typedef {{ name: string, path: Path, equals?: string }} JsonCheck
 * @typedef {{ pattern: string, flags?: string }} Regex its first group is the value
 * @typedef {{ variable: string, path?: Path, header?: string, regex?: Regex }} Extraction
 *
 * @typedef {object} Unique
 * @property {string} type email, project, username, id, phone or pattern
 * @property {string} [variable] instead of that of the type
 * @property {string} [domain] example.com unless said
 * @property {number} [maxLength]
 * @property {string} [format] uuid, ulid or sequence
 * @property {string} [pattern]
 * @property {string[]} [forms] telephone numbers, # for each digit that counts
 *
 * @typedef {object} Filler
 * @property {string} variable
 * @property {number} letters how many random letters stand for the text
 *
 * @typedef {object} Request {name} in path, queries, headers and body is a variable's value
 * @property {string} name
 * @property {string} method
 * @property {string} path
 * @property {number} [weight] its share among the requests of a mix
 * @property {string[]} [queries] each request picks one of them
 * @property {string[][]} [headers] names and values
 * @property {string} [body]
 * @property {Unique[]} [unique] which variables get a value nobody has had before
 * @property {Filler[]} [fillers] which variables get a text that may come again
 * @property {boolean} [signedIn] whether it carries the user's token
 * @property {number[]} [status] what is right; any below 400 unless said
 * @property {JsonCheck[]} [json]
 * @property {number} [maxBytes]
 * @property {Extraction[]} [extract]
 * @property {string[]} [tags]
 * @property {string} [note]
 *
 * @typedef {object} Feed rows of a CSV file, whose columns are variables
 * @property {string} file in FEEDS_FOLDER, relative to the script
 * @property {string[]} columns
 * @property {string} mode sequential, random or unique_or_stop
 * @property {string} [delimiter] a comma unless said
 * @property {boolean} [isHeadless] whether the first line is a row
 * @property {boolean} [perUser] whether a virtual user keeps its row
 * @property {number} [scenarios] how many of them share the rows
 * @property {number} [scenario] which of them this one is
 *
 * @typedef {object} Scenario
 * @property {number} [thinkTime] mean pause after an iteration, in seconds
 * @property {Feed[]} [feeds] a row of each an iteration
 * @property {Request[]} [setup] once per virtual user, not measured
 * @property {Request[]} [mix] exactly one of them an iteration, by weight
 * @property {Request[]} [flow] all of them an iteration, in order; a failed one ends it
 *
 * @typedef {object} Auth
 * @property {string} type sign_up, login, users_file or token
 * @property {string} signupPath
 * @property {string} loginPath
 * @property {Path} tokenPath
 * @property {string} [usersFile]
 * @property {string} [tokenEnv]
 *
 * @typedef {object} LoadTest
 * @property {string} targetUrl
 * @property {number} seconds how long it lasts, before DURATION
 * @property {number} vus virtual users of all scenarios together
 * @property {number} warmUp seconds in which nothing is measured
 * @property {string} timeout of a request
 * @property {string[][]} headers of every request
 * @property {Auth} auth
 * @property {{ [name: string]: Scenario }} scenarios
 *
 * @typedef {object} User what a virtual user keeps from one iteration to the next
 * @property {Map<string, string>} variables
 * @property {{ email: string, password: string }} [account]
 * @property {string} [token]
 * @property {number} renewAt when the token is too old, in milliseconds
 * @property {boolean} isPrepared whether its setup is done
 * @property {Set<Feed>} kept of which it keeps its row
 */

// What is measured has the phase "measured"; no threshold looks at the others.
const MEASURED = 'measured';
const WARM_UP = 'warm_up';
const SETUP = 'setup';

/** The last part of a token's life, in which it is renewed. */
const RENEWAL = 0.3;

/** Requests whose status, checks or extraction failed: k6's http_req_failed knows the status only. */
const requestFailed = new Rate('request_failed');

const target = (__ENV.TARGET_URL || test.targetUrl).replace(/\/+$/, '');
const givenToken = __ENV.LOADTEST_TOKEN || (test.auth.tokenEnv && __ENV[test.auth.tokenEnv]) || '';

const accounts =
  test.auth.type === 'users_file'
    ? new SharedArray('accounts', () =>
        readAccounts(open(__ENV.LOADTEST_USERS_FILE || test.auth.usersFile || '')),
      )
    : [];

/** @type {Map<Feed, string[][]>} */
const feedRows = new Map();
for (const scenario of Object.values(test.scenarios)) {
  for (const feed of scenario.feeds || []) {
    // In memory once, and not for each virtual user.
    feedRows.set(feed, new SharedArray(`feed ${JSON.stringify(feed)}`, () => readFeed(feed)));
  }
}

/** @type {Map<string, number[]>} */
const orders = new Map();
for (const [name, scenario] of Object.entries(test.scenarios)) {
  const { mix } = scenario;
  if (mix) {
    // Made once, and not by each virtual user.
    orders.set(
      name,
      new SharedArray(`order of ${name}`, () => orderOf(mix.map((one) => one.weight || 0))),
    );
  }
}

// A virtual user of k6 may come back in another scenario, and is somebody else there.
/** @type {Map<string, User>} */
const users = new Map();

let madeValues = 0;

/** Once, before the load: what no virtual user could do without, and the name of this run. */
export function setup() {
  const isTokenNeeded = Object.values(test.scenarios).some((one) =>
    requestsOf(one).some((request) => request.signedIn),
  );
  if (isTokenNeeded && !givenToken) {
    if (test.auth.type === 'token') {
      throw new Error(
        `a token is needed: set LOADTEST_TOKEN${test.auth.tokenEnv ? ` or ${test.auth.tokenEnv}` : ''}`,
      );
    }
    if (test.auth.type === 'login' && !(__ENV.LOADTEST_EMAIL && __ENV.LOADTEST_PASSWORD)) {
      throw new Error('an account is needed: set LOADTEST_EMAIL and LOADTEST_PASSWORD');
    }
  }
  const run = __ENV.RUN_ID || freshRunId();
  if (!/^[a-z0-9]{1,32}$/.test(run)) {
    throw new Error('RUN_ID must be 1 to 32 characters of a-z and 0-9');
  }
  checkUnique(run);
  return { run };
}

/**
 * An iteration of a virtual user.
 *
 * @param {{ run: string }} shared what setup() returned
 */
export default function iteration(shared) {
  const name = exec.scenario.name;
  const scenario = test.scenarios[name];
  const user = userOf(name);
  if (!takeRows(scenario, user)) {
    // k6 cannot stop a virtual user; it is not to be busy, either.
    sleep(1);
    return;
  }
  if (!signIn(scenario, user, shared.run) || !prepare(scenario, user, shared.run)) {
    // What cannot even be asked for must not look as if nothing had failed.
    requestFailed.add(true, { phase: phase() });
  } else if (scenario.flow) {
    scenario.flow.every((step) => send(step, phase(), user, shared.run));
  } else if (scenario.mix) {
    send(nextOf(name, scenario.mix), phase(), user, shared.run);
  }
  if (scenario.thinkTime) {
    sleep(scenario.thinkTime * (0.5 + Math.random()));
  }
}

// --- The load ---

/**
 * So many seconds, or the same part of DURATION as it is of the whole test.
 *
 * @param {number} seconds
 */
function lasting(seconds) {
  return `${Math.round(seconds * scale() * 1000)}ms`;
}

/**
 * The threshold of a rate. k6's own divides by the length of the whole test, and not by that of the
 * scenario.
 *
 * @param {number} perSecond
 * @param {number} seconds
 */
function atLeast(perSecond, seconds) {
  return `count>=${Math.ceil(perSecond * seconds * scale())}`;
}

/**
 * The threshold of iterations that k6 never started since all virtual users were busy: 0.1 % of
 * those due. They would have been the slowest; with more of them, no percentile is to be trusted.
 *
 * @param {number} due
 */
function fewOf(due) {
  return `count<=${Math.floor((due * scale()) / 1000)}`;
}

/** How much shorter the test is made by DURATION, such as 30s or 1h30m. */
function scale() {
  if (!__ENV.DURATION) {
    return 1;
  }
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?(?:(\d+)ms)?$/.exec(__ENV.DURATION) || [];
  const [hours, minutes, seconds, millis] = parts.slice(1).map((part) => Number(part || 0));
  const wanted = hours * 3600 + minutes * 60 + seconds + millis / 1000;
  if (!(wanted > 0)) {
    throw new Error('DURATION must be a duration such as 30s, 10m or 1h30m');
  }
  return wanted / test.seconds;
}

function phase() {
  return exec.instance.currentTestRunDuration < test.warmUp * scale() * 1000 ? WARM_UP : MEASURED;
}

/**
 * The request of this iteration: they are numbered over all virtual users and instances, and the
 * order has one for each number. So the shares are exact, whoever runs an iteration.
 *
 * @param {string} name
 * @param {Request[]} mix
 */
function nextOf(name, mix) {
  const order = orders.get(name) || [0];
  return mix[order[exec.scenario.iterationInTest % order.length]];
}

/**
 * An order in which, after any number of places, each count is less than one away from its share:
 * of those that are not ahead, the next is who must come first (R. Tijdeman, "The chairman
 * assignment problem", Discrete Mathematics 32 (1980)). At a tie it is any one, so that the order
 * has no rhythm for virtual users to lock into.
 *
 * @param {number[]} weights
 */
function orderOf(weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => weight / sum);
  const counts = weights.map(() => 0);
  const rounding = 1e-9;
  /** @type {number[]} */
  const order = [];
  let random = 1;
  for (let place = 1, length = cycleOf(shares); place <= length; place++) {
    let next = -1;
    let earliest = Infinity;
    let tie = 0;
    for (let i = 0; i < shares.length; i++) {
      if (counts[i] < shares[i] * place - rounding) {
        const latest = Math.ceil((counts[i] + 1) / shares[i] - rounding);
        random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
        if (latest < earliest || (latest === earliest && random < tie)) {
          next = i;
          earliest = latest;
          tie = random;
        }
      }
    }
    counts[next]++;
    order.push(next);
  }
  return order;
}

/**
 * How many places make all shares whole numbers, a few times over; else so many that what is left
 * is of no account.
 *
 * @param {number[]} shares
 */
function cycleOf(shares) {
  const longest = 20000;
  const isWhole = (/** @type {number} */ number) => Math.abs(number - Math.round(number)) < 1e-7;
  for (let length = 1; length <= longest; length++) {
    if (shares.every((share) => isWhole(share * length) && share * length > 0.5)) {
      return length * Math.ceil(1000 / length);
    }
  }
  return longest;
}

// --- Virtual users ---

/**
 * @param {string} scenario
 * @returns {User}
 */
function userOf(scenario) {
  let user = users.get(scenario);
  if (!user) {
    user = { variables: new Map(), renewAt: 0, isPrepared: false, kept: new Set() };
    users.set(scenario, user);
  }
  return user;
}

/**
 * Makes the requests of the setup, at the user's first iteration, or again where they failed.
 *
 * @param {Scenario} scenario
 * @param {User} user
 * @param {string} run
 * @returns {boolean} whether the user is ready
 */
function prepare(scenario, user, run) {
  if (!user.isPrepared) {
    user.isPrepared = (scenario.setup || []).every((request) => send(request, SETUP, user, run));
  }
  return user.isPrepared;
}

/**
 * Gets a token where the user has none, has had a 401, or has one that is nearly too old.
 *
 * @param {Scenario} scenario
 * @param {User} user
 * @param {string} run
 * @returns {boolean} whether the user has a token, or needs none
 */
function signIn(scenario, user, run) {
  const isNeeded = requestsOf(scenario).some((request) => request.signedIn);
  if (!isNeeded || givenToken || (user.token && Date.now() < user.renewAt)) {
    return true;
  }
  const account = user.account || accountFor(user, run);
  if (!account) {
    return false;
  }
  user.account = account;
  user.token = undefined;
  const { loginPath, tokenPath } = test.auth;
  const isDone = send(
    {
      name: `POST ${loginPath}`,
      method: 'POST',
      path: loginPath,
      body: JSON.stringify(account),
      extract: [{ variable: 'auth token', path: tokenPath }],
    },
    SETUP,
    user,
    run,
  );
  if (isDone) {
    user.token = user.variables.get('auth token') || '';
    user.renewAt = renewalOf(user.token);
  }
  return isDone;
}

/**
 * Whom the user logs in as; nobody, when it could not sign up.
 *
 * @param {User} user
 * @param {string} run
 */
function accountFor(user, run) {
  if (test.auth.type === 'login') {
    return { email: __ENV.LOADTEST_EMAIL, password: __ENV.LOADTEST_PASSWORD };
  }
  if (test.auth.type === 'users_file') {
    return accounts[(exec.vu.idInTest - 1) % accounts.length];
  }
  const { email } = uniqueValues({ type: 'email' }, run);
  const account = { email, password: `Lt1!${email}` };
  const { signupPath } = test.auth;
  const isDone = send(
    {
      name: `POST ${signupPath}`,
      method: 'POST',
      path: signupPath,
      body: JSON.stringify({ ...account, name: 'Load Test' }),
    },
    SETUP,
    user,
    run,
  );
  return isDone ? account : undefined;
}

/**
 * When a token is to be renewed, by its own words; never, where it says nothing of its end.
 *
 * @param {string} token
 */
function renewalOf(token) {
  const parts = token.split('.');
  try {
    const claims = JSON.parse(encoding.b64decode(parts[1] || '', 'rawurl', 's'));
    const now = Date.now();
    // The server's two times, and not ours against the server's: its clock may be another.
    const issued = typeof claims.iat === 'number' ? claims.iat : now / 1000;
    const seconds = typeof claims.exp === 'number' ? Math.max(0, claims.exp - issued) : Infinity;
    return now + seconds * 1000 * (1 - RENEWAL);
  } catch (e) {
    return Infinity;
  }
}

/**
 * The lines of a CSV file with a header: e-mail address and password.
 *
 * @param {string} csv
 */
function readAccounts(csv) {
  const found = readRows(csv, ',', 'the users file')
    .slice(1)
    .map(({ fields }) => fields)
    .filter((fields) => fields.length >= 2);
  if (found.length === 0) {
    throw new Error(
      'the users file needs a header, and below it lines of e-mail address and password',
    );
  }
  return found.map(([email, password]) => ({ email, password }));
}

/** @param {Scenario} scenario */
function requestsOf(scenario) {
  return [...(scenario.setup || []), ...(scenario.mix || []), ...(scenario.flow || [])];
}

// --- Feeds ---

/**
 * Gives the user a row of each feed; columns become variables.
 *
 * @param {Scenario} scenario
 * @param {User} user
 * @returns {boolean} false when a row is to be taken once, and all have been
 */
function takeRows(scenario, user) {
  return (scenario.feeds || []).every((feed) => {
    if (feed.perUser && user.kept.has(feed)) {
      return true;
    }
    const rows = feedRows.get(feed) || [];
    // Both are numbered over all instances, and no number comes twice.
    const number = feed.perUser ? exec.vu.idInTest - 1 : exec.scenario.iterationInTest;
    const turn = number * (feed.scenarios || 1) + (feed.scenario || 0);
    if (feed.mode === 'unique_or_stop' && turn >= rows.length) {
      return false;
    }
    const index = feed.mode === 'random' ? Math.floor(Math.random() * rows.length) : turn;
    rows[index % rows.length].forEach((value, column) => {
      user.variables.set(feed.columns[column], value);
      user.variables.set(`${feed.columns[column]}.json`, JSON.stringify(value).slice(1, -1));
    });
    user.kept.add(feed);
    return true;
  });
}

/**
 * The rows of a file; all that is wrong with it, else.
 *
 * @param {Feed} feed
 */
function readFeed({ file, columns, delimiter, isHeadless }) {
  const path = `${__ENV.FEEDS_FOLDER || '.'}/${file}`;
  const rows = readRows(open(path), delimiter || ',', path);
  const names = isHeadless ? [] : rows.splice(0, 1).map(({ fields }) => fields.join());
  if (!isHeadless && names[0] !== columns.join()) {
    throw new Error(`${path}:1: must have the names of the columns, ${columns.join(', ')}`);
  }
  const wrong = rows.filter(({ fields }) => fields.length !== columns.length);
  if (wrong.length > 0 || rows.length === 0) {
    const where = wrong.map(({ line, fields }) => `${path}:${line}: has ${fields.length}`);
    throw new Error(
      rows.length === 0
        ? `${path}: there is no row`
        : `rows must have ${columns.length} fields: ${where.slice(0, 20).join('; ')}`,
    );
  }
  return rows.map(({ fields }) => fields);
}

/**
 * The rows of a CSV file, each with the line that it begins in.
 *
 * @param {string} csv
 * @param {string} delimiter
 * @param {string} name of the file, for messages
 */
function readRows(csv, delimiter, name) {
  /** @type {{ line: number, fields: string[] }[]} */
  const rows = [];
  const text = csv.replace(/^\uFEFF/, '');
  const separator = `\\u${delimiter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const field = new RegExp(
    `("(?:[^"]|"")*"|[^"${separator}\\r\\n][^${separator}\\r\\n]*|)(${separator}|\\r?\\n|\\r|$)`,
    'y',
  );
  let line = 1;
  let begin = 1;
  /** @type {string[]} */
  let fields = [];
  for (let at = 0; at < text.length; at = field.lastIndex) {
    field.lastIndex = at;
    const [, value, end] = field.exec(text) || ['', '', ''];
    if (!field.lastIndex) {
      throw new Error(`${name} has a quote in line ${line} that does not end, or not its field`);
    }
    const isQuoted = value.startsWith('"');
    fields.push(isQuoted ? value.slice(1, -1).replace(/""/g, '"') : value);
    line += isQuoted ? value.split('\n').length - 1 : 0;
    const isLast = field.lastIndex === text.length;
    if (end === delimiter && isLast) {
      fields.push('');
    }
    if (end !== delimiter || isLast) {
      rows.push({ line: begin, fields });
      line += end === delimiter ? 0 : 1;
      begin = line;
      fields = [];
    }
  }
  return rows;
}

// --- Unique data ---

/**
 * Values nobody has had before: the run tells them from other runs, the user from other users of
 * all instances, the number from those that the user had before.
 *
 * @param {Unique} unique
 * @param {string} run
 * @returns {{ [variable: string]: string }}
 */
function uniqueValues(unique, run) {
  const { type, variable, domain = 'example.com', maxLength, format, pattern, forms } = unique;
  switch (type) {
    case 'email': {
      const room = Math.min(64, (maxLength || 254) - 1 - domain.length);
      return { [variable || 'email']: `${idOf(run, room, '-')}@${domain}` };
    }
    case 'project': {
      const words = (maxLength || 200) < 70 ? '' : 'Load test project ';
      const id = idOf(run, (maxLength || 200) - words.length, '-');
      return {
        [variable || 'project_title']: words + id,
        project_description: `Made by a load test, can be deleted: ${id}`,
        project_tag: 'load-test',
      };
    }
    case 'username':
      return { [variable || 'username']: idOf(run, maxLength || 64, '') };
    case 'id':
      return { [variable || 'unique_id']: identifier(format || 'uuid') };
    case 'phone':
      return { [variable || 'phone']: phoneNumber(forms || []) };
    default:
      return { [variable || 'unique_value']: ofPattern(pattern || '', run) };
  }
}

/**
 * A readable identifier, as long as there is room for: a fresh run is also told by its random half.
 *
 * @param {string} run
 * @param {number} room
 * @param {string} separator
 */
function idOf(run, room, separator) {
  const user = exec.vu.idInTest.toString(36);
  const number = (madeValues++).toString(36);
  const long = separator
    ? `lt${separator}${run}${separator}${user}${separator}${number}`
    : `lt${run}${user.padStart(4, '0')}${number.padStart(6, '0')}`;
  if (long.length <= room) {
    return long;
  }
  const noise = __ENV.RUN_ID ? run : run.slice(-13);
  const short = `lt${separator}${noise}${user.padStart(4, '0')}${number.padStart(6, '0')}`;
  if (short.length > room) {
    throw new Error(`a unique value needs ${short.length} characters and has ${room}`);
  }
  return short;
}

/**
 * What has no room for a value of this run, before the load.
 *
 * @param {string} run
 */
function checkUnique(run) {
  const shortest = 'lt-'.length + (__ENV.RUN_ID ? run.length : 13) + 10;
  for (const [name, scenario] of Object.entries(test.scenarios)) {
    for (const { type, maxLength, domain = 'example.com' } of requestsOf(scenario).flatMap(
      (request) => request.unique || [],
    )) {
      const needed = shortest + (type === 'email' ? domain.length + 1 : 0);
      if (maxLength && maxLength < needed && ['email', 'project', 'username'].includes(type)) {
        throw new Error(
          `${name}: unique ${type} has max_length ${maxLength}, and needs ${needed} in k6`,
        );
      }
    }
  }
}

/** @param {number} count */
function randomLetters(count) {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: count }, () => letters[Math.floor(Math.random() * 26)]).join('');
}

/**
 * Random digits, each as likely as the others.
 *
 * @param {number} count
 * @param {string} alphabet of at most 36 characters
 */
function randomDigits(count, alphabet) {
  let digits = '';
  while (digits.length < count) {
    for (const byte of new Uint8Array(randomBytes(2 * count))) {
      // Without the last ones, of which there are fewer.
      if (byte < 256 - (256 % alphabet.length) && digits.length < count) {
        digits += alphabet[byte % alphabet.length];
      }
    }
  }
  return digits;
}

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const HEX = BASE36.slice(0, 16);
const DECIMAL = BASE36.slice(0, 10);
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @type {Map<string, string>} */
const places = new Map();

/**
 * Digits that count up from a random place of this virtual user: 18 of them collide with a
 * probability below 1e-6 for a thousand users of a million values.
 *
 * @param {number} width
 * @param {string} alphabet
 */
function countedDigits(width, alphabet) {
  const key = `${width} ${alphabet}`;
  const last = places.get(key);
  let digits = last || randomDigits(width, alphabet);
  if (last) {
    let at = width - 1;
    while (at > 0 && digits[at] === alphabet[alphabet.length - 1]) {
      at--;
    }
    const next = alphabet[(alphabet.indexOf(digits[at]) + 1) % alphabet.length];
    digits = digits.slice(0, at) + next + alphabet[0].repeat(width - 1 - at);
  }
  places.set(key, digits);
  return digits;
}

/** @param {string} format */
function identifier(format) {
  const now = Date.now();
  if (format === 'ulid') {
    let time = '';
    for (let rest = now; time.length < 10; rest = Math.floor(rest / 32)) {
      time = CROCKFORD[rest % 32] + time;
    }
    return time + randomDigits(16, CROCKFORD);
  }
  if (format === 'sequence') {
    return randomPlace() + countedDigits(18, DECIMAL);
  }
  const time = now.toString(16).padStart(12, '0');
  const noise = randomDigits(18, HEX);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${randomDigits(1, '89ab')}${noise.slice(3, 6)}-${noise.slice(6)}`;
}

/** The first digit of this virtual user's sequence: below 9, so that 19 digits are below 2^63. */
function randomPlace() {
  const place = places.get('first') || randomDigits(1, '12345678');
  places.set('first', place);
  return place;
}

/** @type {Map<string, number>} */
const counts = new Map();

/**
 * Numbers from 0 that no other virtual user has; not one after the other.
 *
 * @param {string} sequence
 */
function nextNumber(sequence) {
  const turn = counts.get(sequence) || 0;
  counts.set(sequence, turn + 1);
  return turn * test.vus + exec.vu.idInTest - 1;
}

/** @param {string[]} forms */
function phoneNumber(forms) {
  let rest = nextNumber(forms.join());
  for (const form of forms) {
    const digits = form.length - form.indexOf('#');
    if (rest < 10 ** digits) {
      return form.slice(0, -digits) + String(rest).padStart(digits, '0');
    }
    rest -= 10 ** digits;
  }
  throw new Error('all telephone numbers of the range are used');
}

/**
 * @param {string} pattern
 * @param {string} run
 */
function ofPattern(pattern, run) {
  const [date, time] = new Date().toISOString().split('T');
  /** @type {{ [name: string]: string }} */
  const fields = {
    yyyy: date.slice(0, 4),
    MM: date.slice(5, 7),
    dd: date.slice(8, 10),
    HH: time.slice(0, 2),
    mm: time.slice(3, 5),
    ss: time.slice(6, 8),
    run,
  };
  return pattern.replace(/\{\{|\}\}|\{([A-Za-z]+)(?::(\d+))?\}/g, (place, name, width) => {
    if (!name) {
      return place[0];
    }
    if (name === 'seq') {
      const digits = String(nextNumber(pattern) + 1).padStart(Number(width), '0');
      if (digits.length > Number(width)) {
        throw new Error(`all numbers of ${pattern} are used`);
      }
      return digits;
    }
    if (name === 'id') {
      return countedDigits(Number(width || 13), BASE36);
    }
    if (name === 'injector') {
      const digits = places.get('injector') || randomDigits(13, BASE36);
      places.set('injector', digits);
      return digits;
    }
    return name === 'uuid' || name === 'ulid' ? identifier(name) : fields[name];
  });
}

function freshRunId() {
  const noise = Array.from(new Uint8Array(randomBytes(13)), (byte) => (byte % 36).toString(36));
  return Date.now().toString(36).padStart(9, '0') + noise.join('');
}

// --- Requests ---

/**
 * Makes a request, and holds the answer against what is expected.
 *
 * @param {Request} request
 * @param {string} phase
 * @param {User} user
 * @param {string} run
 * @returns {boolean} whether all was right
 */
function send(request, phase, user, run) {
  for (const unique of request.unique || []) {
    Object.entries(uniqueValues(unique, run)).forEach(([name, value]) =>
      user.variables.set(name, value),
    );
  }
  for (const { variable, letters } of request.fillers || []) {
    user.variables.set(variable, randomLetters(letters));
  }
  const { status, json, maxBytes, extract } = request;
  const tags = { name: request.name, phase, ...(request.tags && { tags: request.tags.join(',') }) };
  const response = http.request(
    request.method,
    urlOf(request, user),
    fill(request.body || '', user, String) || null,
    {
      headers: headersOf(request, user),
      tags,
      timeout: test.timeout,
      // Cookies of its own, which nobody has set: each request is alone.
      jar: new http.CookieJar(),
      responseType: json || maxBytes || extract ? 'text' : 'none',
      // k6 asks this of every redirect on the way too.
      responseCallback: status
        ? http.expectedStatuses(...status, 301, 302, 303, 307, 308)
        : http.expectedStatuses({ min: 200, max: 399 }),
    },
  );
  if (response.status === 401 && request.signedIn) {
    user.renewAt = 0;
  }
  const isRight = check(response, { ...checksOf(request), ...extractionsOf(request, user) }, tags);
  requestFailed.add(!isRight, tags);
  return isRight;
}

/** @typedef {{ [name: string]: (response: import('k6/http').RefinedResponse<any>) => boolean }} Checks */

/**
 * @param {Request} request
 * @returns {Checks}
 */
function checksOf({ status, json, maxBytes }) {
  /** @type {Checks} */
  const checks = status
    ? { [`status is ${status.join(' or ')}`]: (response) => status.includes(response.status) }
    : { 'status is below 400': (response) => response.status >= 100 && response.status < 400 };
  for (const { name, path, equals } of json || []) {
    checks[name] = (response) => {
      const found = walk(documentOf(response), path);
      return equals === undefined
        ? found.length > 0
        : found.some((value) => textOf(value) === equals);
    };
  }
  if (maxBytes) {
    checks[`body has at most ${maxBytes} bytes`] = (response) => {
      const text = String(response.body || '');
      // A unit of UTF-16 is three bytes of UTF-8 at most: most bodies need not be counted.
      return text.length * 3 <= maxBytes || bytesOf(text) <= maxBytes;
    };
  }
  return checks;
}

/**
 * Checks that read variables, and fail where there is no value.
 *
 * @param {Request} request
 * @param {User} user
 */
function extractionsOf({ extract }, user) {
  /** @type {Checks} */
  const checks = {};
  for (const extraction of extract || []) {
    checks[`${extraction.variable} was found`] = (response) => {
      const value = valueOf(extraction, response);
      user.variables.set(extraction.variable, value === undefined ? '' : value);
      return value !== undefined;
    };
  }
  return checks;
}

/**
 * @param {Extraction} extraction
 * @param {import('k6/http').RefinedResponse<any>} response
 * @returns {string | undefined}
 */
function valueOf({ path, header, regex }, response) {
  if (header) {
    const name = Object.keys(response.headers).find(
      (one) => one.toLowerCase() === header.toLowerCase(),
    );
    return name && response.headers[name];
  }
  if (regex) {
    const groups = new RegExp(regex.pattern, regex.flags).exec(String(response.body || ''));
    return groups ? groups[1] : undefined;
  }
  const [found] = path ? walk(documentOf(response), path) : [];
  return found === undefined || found === null ? undefined : textOf(found);
}

/**
 * @param {import('k6/http').RefinedResponse<any>} response
 * @returns {any} undefined where the body is no JSON
 */
function documentOf(response) {
  try {
    return response.json();
  } catch (e) {
    return undefined;
  }
}

/**
 * All values at a place; a negative index counts from the end.
 *
 * @param {any} document
 * @param {Path} path
 */
function walk(document, path) {
  let values = document === undefined ? [] : [document];
  for (const step of path) {
    /** @type {any[]} */
    const below = [];
    for (const value of values) {
      if (value === null || typeof value !== 'object') {
        continue;
      }
      if (typeof step === 'object') {
        below.push(...Object.values(value));
      } else if (typeof step === 'number') {
        below.push(...(Array.isArray(value) ? value.slice(step, step + 1 || undefined) : []));
      } else if (!Array.isArray(value) && Object.prototype.hasOwnProperty.call(value, step)) {
        below.push(value[step]);
      }
    }
    values = below;
  }
  return values;
}

/** @param {any} value */
function textOf(value) {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** @param {string} text */
function bytesOf(text) {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Either half of a pair stands for two of its four bytes.
    bytes += unit < 0x80 ? 0 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/**
 * @param {Request} request
 * @param {User} user
 */
function urlOf({ path, queries }, user) {
  const query = queries
    ? `?${fill(queries[Math.floor(Math.random() * queries.length)], user, formEncoded)}`
    : '';
  return target + fill(path, user, encodeURIComponent) + query;
}

/**
 * @param {Request} request
 * @param {User} user
 * @returns {{ [name: string]: string }}
 */
function headersOf({ headers, body, signedIn }, user) {
  const own = (headers || []).map(([name, value]) => [name, fill(value, user, String)]);
  const isOwn = (/** @type {string} */ name) =>
    own.some(([other]) => other.toLowerCase() === name.toLowerCase());
  if (body && !isOwn('Content-Type')) {
    own.push(['Content-Type', 'application/json']);
  }
  if (signedIn) {
    own.push(['Authorization', `Bearer ${givenToken || user.token}`]);
  }
  return Object.fromEntries([...test.headers.filter(([name]) => !isOwn(name)), ...own]);
}

/**
 * The text with the values of variables in it.
 *
 * @param {string} text
 * @param {User} user
 * @param {(value: string) => string} encoded how a value stands there
 */
function fill(text, user, encoded) {
  return text.replace(/\{([A-Za-z][A-Za-z0-9_]{0,49})(\.json)?\}/g, (place, name, form) =>
    form && !user.variables.has(name + form)
      ? place
      : encoded(user.variables.get(name + (form || '')) || ''),
  );
}

/** @param {string} value */
function formEncoded(value) {
  return encodeURIComponent(value).replace(/%20/g, '+');
}
