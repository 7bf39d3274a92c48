import http from 'node:http';
import { workerData } from 'node:worker_threads';

const { signal, port } = workerData;
const agent = new http.Agent({ keepAlive: true });

port.on('message', async (request) => {
  port.postMessage(await answer(request));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

function answer({ method, url, body, headers }) {
  return new Promise((resolve) => {
    const fail = (error) => resolve({ status: 0, headers: {}, body: '', error: String(error) });
    try {
      const length = body === null ? {} : { 'Content-Length': Buffer.byteLength(body) };
      const options = { method, headers: { ...headers, ...length }, agent };
      const sent = http.request(url, options, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      });
      sent.on('error', fail);
      sent.end(body === null ? undefined : body);
    } catch (error) {
      fail(error);
    }
  });
}
