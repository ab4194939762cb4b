"use strict";

// Starts cognito-local as the local stack needs it and prints one line when it can be called:
//   ready http://127.0.0.1:PORT       or       failed CODE
// Arguments: port (0 = a free one), pool id, issuer without the pool id, data folder, and whether to "keep" or to "remove"
// that folder at the end. Ends when stdin ends: that is, when the host that started it is gone, however it went.
const { generateKeyPairSync, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");

const [port, poolId, issuerDomain, dataFolder, atTheEnd] = process.argv.slice(2);

// The host decides when this process ends; Ctrl-C in a terminal reaches every process of it.
process.on("SIGINT", () => {});
process.stdin.resume().on("end", () => {
  process.chdir(os.tmpdir());
  if (atTheEnd === "remove") {
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
  process.exit(0);
});

// cognito-local's signing key is part of its npm package, so anyone could sign with it. Both files are modules that it
// reads its key from at each use: their contents are replaced before anything is signed.
const privateKey = require("cognito-local/lib/keys/cognitoLocal.private.json");
const publicKey = require("cognito-local/lib/keys/cognitoLocal.public.json");
const fresh = generateKeyPairSync("rsa", { modulusLength: 2048 });
privateKey.pem = fresh.privateKey.export({ type: "pkcs8", format: "pem" });
privateKey.jwk = fresh.privateKey.export({ format: "jwk" });
publicKey.pem = fresh.publicKey.export({ type: "spki", format: "pem" });
publicKey.jwk = { ...publicKey.jwk, ...fresh.publicKey.export({ format: "jwk" }) };

require("./targets");

// cognito-local answers when it has written a change to its file, but in place: killed in between, it would leave half a
// file, or an empty one, and with it lose all that it had acknowledged before. A file that is renamed is there or not.
require("stormdb").localFileEngine.prototype.write = async function (data) {
  fs.writeFileSync(`${this.path}.new`, this.serialize(data));
  fs.renameSync(`${this.path}.new`, this.path);
};

// A pool with an id of AWS's shape can only be put into the data folder: CreateUserPool invents ids of its own.
process.chdir(dataFolder);
fs.mkdirSync(path.join(".cognito", "db"), { recursive: true });
fs.writeFileSync(path.join(".cognito", "config.json"), JSON.stringify({ TokenConfig: { IssuerDomain: issuerDomain } }));
const pool = path.join(".cognito", "db", `${poolId}.json`);
if (!fs.existsSync(pool)) {
  fs.writeFileSync(pool, JSON.stringify({ Groups: {}, Users: {} }));
}

const { createDefaultServer } = require("cognito-local");
const pino = require("pino");

createDefaultServer(pino({ level: "error" }, pino.destination(2))).then(({ application }) => {
  const server = http.createServer((request, response) => {
    // Every answer of Cognito carries one, and clients log it.
    response.setHeader("x-amzn-RequestId", randomUUID());
    application(request, response);
  });
  server.on("error", (error) => {
    console.log(`failed ${error.code}`);
    process.exit(1);
  });
  server.listen(Number(port), "127.0.0.1", () => console.log(`ready http://127.0.0.1:${server.address().port}`));
});
