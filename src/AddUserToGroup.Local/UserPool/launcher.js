"use strict";

// Starts cognito-local as the local stack needs it and prints one line when it can be called:
//   ready http://127.0.0.1:PORT       or       failed CODE
// Arguments: port (0 = a free one), issuer without the pool id, data folder, and whether to "keep" or to "remove" that folder
// at the end. Ends when stdin ends: that is, when the host that started it is gone, however it went.
const { generateKeyPairSync, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");

const [port, issuerDomain, dataFolder, atTheEnd] = process.argv.slice(2);

// The host decides when this process ends; Ctrl-C in a terminal reaches every process of it.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.stdin.resume().on("end", () => {
  process.chdir(__dirname);
  if (atTheEnd === "remove") {
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
  process.exit(0);
});

// What it keeps is its owner's alone: passwords, as they are.
process.umask(0o077);
process.chdir(dataFolder);

// cognito-local's signing key is part of its npm package, so anyone could sign with it. Both files are modules that it
// reads its key from at each use: their contents are replaced before anything is signed.
const privateKey = require("cognito-local/lib/keys/cognitoLocal.private.json");
const publicKey = require("cognito-local/lib/keys/cognitoLocal.public.json");
const fresh = generateKeyPairSync("rsa", { modulusLength: 2048 });
privateKey.pem = fresh.privateKey.export({ type: "pkcs8", format: "pem" });
privateKey.jwk = fresh.privateKey.export({ format: "jwk" });
publicKey.pem = fresh.publicKey.export({ type: "spki", format: "pem" });
publicKey.jwk = { ...publicKey.jwk, ...fresh.publicKey.export({ format: "jwk" }) };

// It would let the pages of any origin read its answers.
const cors = require.resolve("cors");
require.cache[cors] = { id: cors, filename: cors, loaded: true, exports: () => (_request, _response, next) => next() };

require("./store");
require("./targets");
const { admits } = require("./access");
const { createDefaultServer } = require("cognito-local");
const pino = require("pino");

createDefaultServer(pino({ level: "error" }, pino.destination(2))).then(({ application }) => {
  const server = http.createServer((request, response) => {
    // Every answer of Cognito carries one, and clients log it.
    response.setHeader("x-amzn-RequestId", randomUUID());
    const { port } = server.address();
    if (admits(request, response, port) && !describes(request, response, port)) {
      application(request, response);
    }
  });
  server.on("error", (error) => {
    console.log(`failed ${error.code}`);
    process.exit(1);
  });
  server.listen(Number(port), "127.0.0.1", () => console.log(`ready http://127.0.0.1:${server.address().port}`));
});

// What the pool publishes of itself (OpenID Connect Discovery): cognito-local names another address than its own, and
// describes pools that there are not.
function describes({ method, url }, response, port) {
  const [, pool, name] = /^\/([\w-]+)\/\.well-known\/(openid-configuration|jwks\.json)$/.exec(url) ?? [];
  if (method !== "GET" || !pool) {
    return false;
  }

  const found = fs.existsSync(path.join(".cognito", "db", `${pool}.json`));
  const answer = !found
    ? { __type: "ResourceNotFoundException", message: `User pool ${pool} does not exist.` }
    : name === "jwks.json"
      ? { keys: [publicKey.jwk] }
      : {
          id_token_signing_alg_values_supported: ["RS256"],
          issuer: `${issuerDomain}/${pool}`,
          jwks_uri: `http://127.0.0.1:${port}/${pool}/.well-known/jwks.json`,
          response_types_supported: ["code", "token"],
          scopes_supported: ["openid", "email", "phone", "profile"],
          subject_types_supported: ["public"],
        };
  response.writeHead(found ? 200 : 400, { "content-type": "application/json" }).end(JSON.stringify(answer));
  return true;
}
