"use strict";

// Tokens as Cognito issues them, made of cognito-local's, and the check of an access token, which cognito-local only decodes.
const jwt = require("jsonwebtoken");
const { InvalidParameterError, NotAuthorizedError, UserNotFoundError } = require("cognito-local/lib/errors");
const privateKey = require("cognito-local/lib/keys/cognitoLocal.private.json");
const publicKey = require("cognito-local/lib/keys/cognitoLocal.public.json");

const algorithm = "RS256";

/**
 * @param {string} [refreshToken] The one that the new tokens are asked for with; without it, there is a new one.
 * @returns Cognito's AuthenticationResult.
 */
exports.issue = async ({ services, context, pool, client }, user, refreshToken) => {
  const groups = await pool.listUserGroupMembership(context, user);
  const tokens = await services.tokenGenerator.generate(context, user, groups, client, undefined, "Authentication");
  const { jti, iat } = jwt.decode(refreshToken ?? tokens.RefreshToken);
  if (!refreshToken) {
    await pool.storeRefreshToken(context, tokens.RefreshToken, user);
  }

  // A token without origin_jti is one that cannot be revoked, so that aws-amplify would not try to when it signs out.
  const more = { origin_jti: jti, auth_time: iat };
  const verified = user.Attributes.some(({ Name, Value }) => Name === "email_verified" && Value === "true");
  const AccessToken = withClaims(tokens.AccessToken, more);
  const life = jwt.decode(AccessToken);
  return {
    AccessToken,
    IdToken: withClaims(tokens.IdToken, { ...more, email_verified: verified }),
    RefreshToken: refreshToken ? undefined : tokens.RefreshToken,
    ExpiresIn: life.exp - life.iat,
    TokenType: "Bearer",
  };
};

/** Whose access token this is. Throws where it is not genuine, has ended, or was revoked. */
exports.owner = async (services, context, token) => {
  if (!token) {
    throw new InvalidParameterError("Missing required parameter AccessToken");
  }

  const claims = verify(token);
  const pool = await services.cognito.getUserPoolForClientId(context, claims.client_id);
  const user = await pool.getUserByUsername(context, claims.username);
  if (!user) {
    throw new UserNotFoundError("User does not exist.");
  }
  if (user.Enabled === false) {
    throw new NotAuthorizedError("User is disabled.");
  }
  if (!user.RefreshTokens.some((refreshToken) => jwt.decode(refreshToken).jti === claims.origin_jti)) {
    throw new NotAuthorizedError("Access Token has been revoked");
  }

  return { pool, user };
};

/** Whether a refresh token, which the pool keeps, may still be used. */
exports.isValidNow = (refreshToken) => jwt.decode(refreshToken).exp * 1000 > Date.now();

function verify(token) {
  try {
    const claims = jwt.verify(token, publicKey.pem, { algorithms: [algorithm] });
    if (claims.token_use === "access") {
      return claims;
    }
  } catch (error) {
    if (error.name === "TokenExpiredError") {
      throw new NotAuthorizedError("Access Token has expired");
    }
  }

  throw new NotAuthorizedError("Invalid Access Token");
}

function withClaims(token, claims) {
  const { header, payload } = jwt.decode(token, { complete: true });
  return jwt.sign({ ...payload, ...claims }, privateKey.pem, { algorithm, keyid: header.kid });
}
