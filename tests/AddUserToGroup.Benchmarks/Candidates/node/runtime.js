// Lambda's runtime in short: gets an event from the Runtime API, calls the handler and posts the response.
import { Agent, request } from 'node:http';

const { AWS_LAMBDA_RUNTIME_API } = process.env;
const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

// Without a timeout: the next event can come hours later.
const call = (method, url, body = '') =>
  new Promise((resolve, reject) => {
    const headers = method === 'POST' ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } : {};
    const outgoing = request(url, { method, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const { handler } = await import(process.argv[2]);

for (;;) {
  const next = await call('GET', `${api}/invocation/next`);
  const id = next.headers['lambda-runtime-aws-request-id'];
  try {
    const response = await handler(JSON.parse(next.body));
    await call('POST', `${api}/invocation/${id}/response`, JSON.stringify(response));
  } catch (error) {
    const description = { errorType: error.name, errorMessage: error.message };
    await call('POST', `${api}/invocation/${id}/error`, JSON.stringify(description));
  }
}
