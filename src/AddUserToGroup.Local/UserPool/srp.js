"use strict";

// The pool's side of the Secure Remote Password protocol in Cognito's dialect: SRP-6a over RFC 3526's 3072-bit group with
// generator 2 and SHA-256, the session key derived with HKDF. The client's side is what aws-amplify does in
// @aws-amplify/auth/…/utils/srp.
const { createHash, createHmac, getDiffieHellman, hkdfSync, randomBytes, timingSafeEqual } = require("node:crypto");

const prime = BigInt(`0x${getDiffieHellman("modp15").getPrime("hex")}`);
const generator = 2n;
const multiplier = hash(bytes(prime), bytes(generator));

/**
 * Answers a client's first message.
 * @param {string} poolName The pool's id behind the underscore.
 * @param {{Username: string, Password: string}} user
 * @param {string} clientValue The client's public value A, hexadecimal.
 * @returns What the client is told, and the key that it can only work out with the password; null for an invalid A.
 */
exports.challenge = (poolName, user, clientValue) => {
  const A = /^[0-9a-f]{1,770}$/i.test(clientValue) ? BigInt(`0x${clientValue}`) : 0n;
  if (A % prime === 0n) {
    return null;
  }

  const salt = number(randomBytes(16));
  const identity = createHash("sha256").update(`${poolName}${user.Username}:${user.Password}`).digest();
  const verifier = power(generator, hash(bytes(salt), identity));
  const secret = number(randomBytes(32));
  const B = (multiplier * verifier + power(generator, secret)) % prime;
  const scramble = hash(bytes(A), bytes(B));
  const shared = power(A * power(verifier, scramble), secret);
  return {
    key: Buffer.from(hkdfSync("sha256", bytes(shared), bytes(scramble), "Caldera Derived Key", 16)),
    parameters: {
      SALT: salt.toString(16),
      SECRET_BLOCK: randomBytes(64).toString("base64"),
      SRP_B: B.toString(16),
      USERNAME: user.Username,
      USER_ID_FOR_SRP: user.Username,
    },
  };
};

/** Whether the client's second message proves that it has the key, and so the password. */
exports.proves = (poolName, username, key, responses) => {
  const wanted = createHmac("sha256", key)
    .update(`${poolName}${username}`)
    .update(Buffer.from(responses.PASSWORD_CLAIM_SECRET_BLOCK, "base64"))
    .update(String(responses.TIMESTAMP))
    .digest();
  const given = Buffer.from(String(responses.PASSWORD_CLAIM_SIGNATURE), "base64");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

function power(base, exponent) {
  let result = 1n;
  for (let factor = base % prime, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      result = (result * factor) % prime;
    }
    factor = (factor * factor) % prime;
  }
  return result;
}

function hash(...parts) {
  return number(createHash("sha256").update(Buffer.concat(parts)).digest());
}

function number(buffer) {
  return BigInt(`0x${buffer.toString("hex")}`);
}

// As a positive number in two's complement: with a leading zero if the first bit would make it negative.
function bytes(value) {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
}
