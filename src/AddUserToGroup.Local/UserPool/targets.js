"use strict";

// What cognito-local lacks of the calls that unmodified clients, aws-amplify above all, make: put into its own table of
// calls, and by way of its own calls where there is one. Its internals are read here, so its version is pinned.
const { sign } = require("node:crypto");
const { InvalidPasswordError, NotAuthorizedError, UserNotFoundError } = require("cognito-local/lib/errors");
const privateKey = require("cognito-local/lib/keys/cognitoLocal.private.json");
const { Targets } = require("cognito-local/lib/targets/targets");
const srp = require("./srp");

const { AdminInitiateAuth, AdminListGroupsForUser, InitiateAuth, RespondToAuthChallenge } = Targets;

// The keys of the sign-ins that have begun with SRP, by the secret block that the client hands back.
const challenges = new Map();

// cognito-local compares the members of a group with the name as it was given, so an e-mail address finds nothing.
Targets.AdminListGroupsForUser = (services) => async (context, request) => {
  const pool = await services.cognito.getUserPool(context, request.UserPoolId);
  const user = await pool.getUserByUsername(context, request.Username);
  return AdminListGroupsForUser(services)(context, { ...request, Username: user?.Username ?? request.Username });
};

Targets.InitiateAuth = (services) => async (context, request) =>
  request.AuthFlow === "USER_SRP_AUTH" ? challenge(services, context, request) : signIn(services, context, request);

Targets.AdminInitiateAuth = (services) => async (context, request) =>
  refuseDisabled(services, context, request, await AdminInitiateAuth(services)(context, request));

Targets.RespondToAuthChallenge = (services) => async (context, request) =>
  request.ChallengeName === "PASSWORD_VERIFIER"
    ? verify(services, context, request)
    : refuseDisabled(services, context, request, await RespondToAuthChallenge(services)(context, request));

// What aws-amplify refreshes with. The result is that of InitiateAuth.
Targets.GetTokensFromRefreshToken = (services) => async (context, { ClientId, RefreshToken }) => {
  const AuthParameters = { REFRESH_TOKEN: RefreshToken };
  const { AuthenticationResult } = await signIn(services, context, {
    AuthFlow: "REFRESH_TOKEN_AUTH",
    ClientId,
    AuthParameters,
  });
  return { AuthenticationResult };
};

Targets.AdminUserGlobalSignOut = (services) => async (context, request) =>
  endSessions(context, await services.cognito.getUserPool(context, request.UserPoolId), request.Username);

Targets.GlobalSignOut = (services) => async (context, request) => {
  const { Username } = await Targets.GetUser(services)(context, request);
  const { client_id } = claims(request.AccessToken);
  return endSessions(context, await services.cognito.getUserPoolForClientId(context, client_id), Username);
};

async function signIn(services, context, request) {
  const answer = complete(await initiate(services, context, request), request);
  return refuseDisabled(services, context, request, answer);
}

// cognito-local lets in whoever was disabled.
async function refuseDisabled(services, context, { ClientId }, answer) {
  if (answer.AuthenticationResult) {
    const { sub } = claims(answer.AuthenticationResult.AccessToken);
    const pool = await services.cognito.getUserPoolForClientId(context, ClientId);
    if ((await pool.getUserByUsername(context, sub))?.Enabled === false) {
      throw new NotAuthorizedError("User is disabled.");
    }
  }

  return answer;
}

async function initiate(services, context, request) {
  try {
    return await InitiateAuth(services)(context, request);
  } catch (error) {
    // Cognito has one answer for a wrong password and for an unknown user.
    const unknown = request.AuthFlow === "USER_PASSWORD_AUTH" && error instanceof NotAuthorizedError;
    throw unknown || error instanceof InvalidPasswordError ? incorrect() : error;
  }
}

async function challenge(services, context, { ClientId, AuthParameters }) {
  const pool = await services.cognito.getUserPoolForClientId(context, ClientId);
  const user = await pool.getUserByUsername(context, AuthParameters?.USERNAME);
  const begun = user && srp.challenge(nameOf(pool), user, AuthParameters.SRP_A);
  if (!begun) {
    throw incorrect();
  }

  challenges.set(begun.parameters.SECRET_BLOCK, { ClientId, key: begun.key, username: user.Username });
  return { ChallengeName: "PASSWORD_VERIFIER", ChallengeParameters: begun.parameters };
}

async function verify(services, context, { ClientId, ChallengeResponses }) {
  const block = ChallengeResponses?.PASSWORD_CLAIM_SECRET_BLOCK;
  const begun = challenges.get(block);
  challenges.delete(block);
  const pool = await services.cognito.getUserPoolForClientId(context, ClientId);
  if (begun?.ClientId !== ClientId || !srp.proves(nameOf(pool), begun.username, begun.key, ChallengeResponses)) {
    throw incorrect();
  }

  // Whatever else there is to sign-in is cognito-local's.
  const user = await pool.getUserByUsername(context, begun.username);
  const AuthParameters = { USERNAME: user?.Username, PASSWORD: user?.Password };
  return signIn(services, context, { AuthFlow: "USER_PASSWORD_AUTH", ClientId, AuthParameters });
}

async function endSessions(context, pool, username) {
  const user = await pool.getUserByUsername(context, username);
  if (!user) {
    throw new UserNotFoundError();
  }

  await pool.saveUser(context, { ...user, RefreshTokens: [] });
  return {};
}

// A token without origin_jti is one that cannot be revoked, so that aws-amplify would not try to when it signs out.
function complete(answer, request) {
  const tokens = answer.AuthenticationResult;
  if (!tokens) {
    return answer;
  }

  const origin = claims(tokens.RefreshToken ?? request.AuthParameters.REFRESH_TOKEN).jti;
  const AccessToken = withOrigin(tokens.AccessToken, origin);
  const { exp, iat } = claims(AccessToken);
  return {
    ...answer,
    AuthenticationResult: {
      ...tokens,
      AccessToken,
      IdToken: withOrigin(tokens.IdToken, origin),
      ExpiresIn: exp - iat,
      TokenType: "Bearer",
    },
  };
}

function withOrigin(token, origin) {
  const [header] = token.split(".");
  const payload = Buffer.from(JSON.stringify({ ...claims(token), origin_jti: origin })).toString("base64url");
  const signature = sign("RSA-SHA256", Buffer.from(`${header}.${payload}`), privateKey.pem).toString("base64url");
  return `${header}.${payload}.${signature}`;
}

function claims(token) {
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url"));
}

function nameOf(pool) {
  return pool.options.Id.split("_")[1];
}

function incorrect() {
  return new NotAuthorizedError("Incorrect username or password.");
}
