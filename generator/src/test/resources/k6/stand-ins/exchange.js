import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

// k6's requests return when the answer is there; so a worker makes them, and this thread waits.
const signal = new Int32Array(new SharedArrayBuffer(4));
const { port1, port2 } = new MessageChannel();
const worker = new Worker(new URL('exchange-worker.js', import.meta.url), {
  workerData: { signal, port: port2 },
  transferList: [port2],
});
worker.unref();
port1.unref();

export function exchange(request) {
  Atomics.store(signal, 0, 0);
  port1.postMessage(request);
  Atomics.wait(signal, 0, 0);
  // The signal can be here before the answer is.
  let answer = receiveMessageOnPort(port1);
  for (let i = 0; answer === undefined && i < 30_000; i += 1) {
    Atomics.wait(signal, 0, 1, 1);
    answer = receiveMessageOnPort(port1);
  }
  return answer.message;
}
