"use strict";

// Starts the local stack's user pool and prints one line: "ready" when it accepts calls, or "failed CODE". Arguments: the
// port, the settings of UserPoolSettings.cs as JSON, and, if containers may call the pool, "containers" and the address of
// Docker's bridge, if there is one. Ends when stdin ends, and so with the process that started it.
const { randomUUID } = require("node:crypto");
const http = require("node:http");
const { CognitoError } = require("cognito-local/lib/errors");
const { findObjection, writeAccessHeaders } = require("./access");
const { operations } = require("./operations");
const { createServices } = require("./services");
const tokens = require("./tokens");

const port = Number(process.argv[2]);
const settings = JSON.parse(process.argv[3]);
const servesContainers = process.argv[4] === "containers";
const bridge = process.argv[5];

// The host decides when this process ends: Ctrl-C in a terminal reaches every process of it.
["SIGINT", "SIGHUP"].forEach((signal) => process.on(signal, () => {}));
process.stdin.resume().on("end", () => process.exit(0));

const target = "AWSCognitoIdentityProviderService.";
const longestRequest = 1024 * 1024;

createServices(settings).then((services) => {
  const server = http.createServer((request, response) => {
    // Cognito sends one with each response, and clients log it.
    response.setHeader("x-amzn-RequestId", randomUUID());
    const objection = findObjection(request, server.address().port, servesContainers);
    if (objection) {
      send(response, objection.status, { __type: "ForbiddenException", message: objection.message });
      return;
    }

    writeAccessHeaders(request, response);
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
    } else if (request.method === "POST" && request.url === "/") {
      call(services, request, response);
    } else {
      publish(request, response);
    }
  });
  server.on("error", fail);
  server.listen(port, "127.0.0.1", () => {
    const { port } = server.address();
    // A browser may take "localhost" for ::1, and another program could listen there. On Linux, containers reach the machine
    // by the address of Docker's bridge; Docker Desktop forwards them to 127.0.0.1.
    const others = bridge ? ["::1", bridge] : ["::1"];
    Promise.all(others.map((address) => listenToo(server, port, address))).then(
      () => console.log(`ready http://127.0.0.1:${port}`),
      fail,
    );
  });
});

function listenToo(server, port, address) {
  return new Promise((resolve, reject) => {
    const other = http.createServer((request, response) => server.emit("request", request, response));
    // Some machines have no such address.
    other.on("error", (error) => (error.code === "EADDRINUSE" ? reject(error) : resolve()));
    other.listen(port, address, resolve);
  });
}

function fail(error) {
  console.log(`failed ${error.code}`);
  process.exit(1);
}

async function call(services, request, response) {
  try {
    const name = request.headers["x-amz-target"]?.replace(target, "");
    const input = await read(request);
    if (!Object.hasOwn(operations, name)) {
      throw new CognitoError("UnknownOperationException", `The local user pool has no operation ${name}.`);
    }

    send(response, 200, await operations[name](services, input));
  } catch (error) {
    if (error instanceof CognitoError) {
      send(response, 400, { __type: error.code, message: error.message });
    } else {
      // JSON, so that no part of the input acts on the terminal.
      console.error(JSON.stringify(error.stack));
      send(response, 500, { __type: "InternalErrorException", message: "The user pool failed: see its terminal." });
    }
  }
}

async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longestRequest) {
      throw new CognitoError("SerializationException", "The request is too long.");
    }
    chunks.push(chunk);
  }

  try {
    return { ...JSON.parse(Buffer.concat(chunks)) };
  } catch {
    throw new CognitoError("SerializationException", "The request is not JSON.");
  }
}

// What a pool publishes about itself: its public keys, and OpenID Connect Discovery.
function publish({ method, url, headers }, response) {
  const address = `/${settings.pool.Id}/.well-known`;
  const documents = {
    [`${address}/jwks.json`]: { keys: [tokens.key] },
    [`${address}/openid-configuration`]: {
      issuer: `${settings.issuerDomain}/${settings.pool.Id}`,
      jwks_uri: `http://${headers.host}${address}/jwks.json`,
    },
  };
  const found = method === "GET" && Object.hasOwn(documents, url);
  const document = found ? documents[url] : { __type: "ResourceNotFoundException", message: "No user pool here publishes this." };
  send(response, found ? 200 : 404, document, "application/json");
}

function send(response, status, body, contentType = "application/x-amz-json-1.1") {
  response.writeHead(status, { "content-type": contentType }).end(JSON.stringify(body));
}
