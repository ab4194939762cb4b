"use strict";

// Issues Cognito's tokens. The key is fresh at each start: cognito-local's own is published in its npm package.
const { generateKeyPairSync, randomBytes, randomUUID, sign } = require("node:crypto");
const { attributesToRecord } = require("cognito-local/lib/services/userPoolService");

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const kid = randomUUID();
const seconds = { seconds: 1, minutes: 60, hours: 60 * 60, days: 24 * 60 * 60 };

// By refresh token: what all tokens of its session repeat.
const sessions = new Map();

/** The public key, as a JSON Web Key. */
exports.key = { ...publicKey.export({ format: "jwk" }), alg: "RS256", kid, use: "sig" };

/**
 * @param {string} [refreshToken] The one that asks for the new tokens; without it, a new one is issued.
 * @returns Cognito's AuthenticationResult.
 */
exports.issue = async ({ services, pool, client }, user, refreshToken) => {
  const now = Math.floor(Date.now() / 1000);
  const ends = (token) => now + client[`${token}Validity`] * seconds[client.TokenValidityUnits[token]];
  const newToken = refreshToken ? undefined : randomBytes(256).toString("base64url");
  if (newToken) {
    sessions.set(newToken, { origin_jti: randomUUID(), auth_time: now });
    await pool.storeRefreshToken(services.context, newToken, user);
  }

  const { sub, email, email_verified } = attributesToRecord(user.Attributes);
  const groups = await pool.listUserGroupMembership(services.context, user);
  const claims = {
    ...sessions.get(refreshToken ?? newToken),
    "cognito:groups": groups.length > 0 ? groups : undefined,
    event_id: randomUUID(),
    iat: now,
    iss: `${services.issuerDomain}/${pool.options.Id}`,
    jti: randomUUID(),
    sub,
  };
  const access = { client_id: client.ClientId, scope: "aws.cognito.signin.user.admin", username: user.Username };
  const id = { aud: client.ClientId, "cognito:username": user.Username, email, email_verified: email_verified === "true" };
  return {
    AccessToken: encode({ ...claims, ...access, token_use: "access", exp: ends("AccessToken") }),
    IdToken: encode({ ...claims, ...id, token_use: "id", exp: ends("IdToken") }),
    RefreshToken: newToken,
    ExpiresIn: ends("AccessToken") - now,
    TokenType: "Bearer",
  };
};

function encode(claims) {
  const content = [{ kid, alg: "RS256" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${content}.${sign("RSA-SHA256", Buffer.from(content), privateKey).toString("base64url")}`;
}
