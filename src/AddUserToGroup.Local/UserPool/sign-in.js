"use strict";

// Signing in as Cognito does it, every flow and challenge that template.yaml's pool knows. cognito-local's own signs in
// without SRP, answers an administrator otherwise than an app, and takes any answer to a challenge, from anybody.
const { randomBytes } = require("node:crypto");
const {
  CodeMismatchError,
  InvalidParameterError,
  NotAuthorizedError,
  PasswordResetRequiredError,
  ResourceNotFoundError,
  UserNotConfirmedException,
  UserNotFoundError,
} = require("cognito-local/lib/errors");
const totp = require("cognito-local/lib/services/totp");
const passwords = require("./passwords");
const srp = require("./srp");
const tokens = require("./tokens");

// Cognito's own, where an app client does not say otherwise.
const sessionLife = 3 * 60 * 1000;

// What a sign-in waits for, by the session or the secret block that the client hands back.
const sessions = new Map();

const forUsers = {
  USER_SRP_AUTH: { allow: "ALLOW_USER_SRP_AUTH", run: beginSrp, otherwise: "USER_SRP_AUTH is not enabled for the client." },
  USER_PASSWORD_AUTH: {
    allow: "ALLOW_USER_PASSWORD_AUTH",
    run: withPassword,
    otherwise: "USER_PASSWORD_AUTH flow not enabled for this client",
  },
  REFRESH_TOKEN_AUTH: { run: refresh },
  REFRESH_TOKEN: { run: refresh },
};

const byAdministrator = { allow: "ALLOW_ADMIN_USER_PASSWORD_AUTH", run: withPassword, otherwise: "Auth flow not enabled for this client" };
const forAdministrators = {
  ...forUsers,
  USER_PASSWORD_AUTH: undefined,
  ADMIN_USER_PASSWORD_AUTH: byAdministrator,
  ADMIN_NO_SRP_AUTH: byAdministrator,
};

const challenges = {
  PASSWORD_VERIFIER: verifySrp,
  NEW_PASSWORD_REQUIRED: setPassword,
  SOFTWARE_TOKEN_MFA: verifyCode,
  MFA_SETUP: finishSetup,
};

exports.InitiateAuth = (services) => (context, request) => initiate(services, context, request, forUsers);

exports.AdminInitiateAuth = (services) => (context, request) => initiate(services, context, request, forAdministrators);

exports.RespondToAuthChallenge = (services) => respond(services);

exports.AdminRespondToAuthChallenge = (services) => respond(services);

// What aws-amplify refreshes with.
exports.GetTokensFromRefreshToken = (services) => async (context, request) => {
  const { AuthenticationResult } = await refresh(await clientOf(services, context, request), { REFRESH_TOKEN: request.RefreshToken });
  return { AuthenticationResult };
};

/** The sign-in that waits for MFA_SETUP under this session, for AssociateSoftwareToken and VerifySoftwareToken. */
exports.setupOf = (session) => find(session, "MFA_SETUP");

async function initiate(services, context, request, flows) {
  const call = await clientOf(services, context, request);
  const flow = Object.hasOwn(flows, request.AuthFlow) ? flows[request.AuthFlow] : undefined;
  if (!flow) {
    throw new InvalidParameterError(
      request.AuthFlow === "CUSTOM_AUTH"
        ? "Custom auth lambda trigger is not configured for the user pool."
        : "Initiate Auth method not supported.",
    );
  }

  const allowed = call.client.ExplicitAuthFlows ?? [];
  if (flow.allow && allowed.length > 0 && !allowed.includes(flow.allow)) {
    throw new InvalidParameterError(flow.otherwise);
  }

  return flow.run(call, request.AuthParameters ?? {});
}

function respond(services) {
  return async (context, request) => {
    const call = await clientOf(services, context, request);
    const answer = request.ChallengeResponses ?? {};
    const challenge = Object.hasOwn(challenges, request.ChallengeName) ? challenges[request.ChallengeName] : undefined;
    if (!challenge) {
      throw new InvalidParameterError("Unsupported challenge.");
    }

    const key = request.ChallengeName === "PASSWORD_VERIFIER" ? answer.PASSWORD_CLAIM_SECRET_BLOCK : request.Session;
    demand(answer, "USERNAME");
    const waiting = find(key, request.ChallengeName);
    const user = await call.pool.getUserByUsername(context, answer.USERNAME);
    if (waiting.clientId !== request.ClientId || waiting.username !== (user?.Username ?? answer.USERNAME)) {
      throw new NotAuthorizedError("Invalid session for the user.");
    }

    if (user?.Enabled === false) {
      throw new NotAuthorizedError("User is disabled.");
    }

    return challenge(call, user, answer, waiting, () => sessions.delete(key));
  };
}

async function withPassword(call, parameters) {
  demand(parameters, "USERNAME", "PASSWORD");
  const user = await call.pool.getUserByUsername(call.context, parameters.USERNAME);
  if (!user && call.client.PreventUserExistenceErrors !== "ENABLED") {
    throw new UserNotFoundError("User does not exist.");
  }
  // RESET_REQUIRED comes without a password that could be right.
  if (user?.UserStatus !== "RESET_REQUIRED" && user?.Password !== parameters.PASSWORD) {
    throw incorrect();
  }

  return withUser(call, user);
}

async function beginSrp(call, parameters) {
  demand(parameters, "USERNAME", "SRP_A");
  const user = await call.pool.getUserByUsername(call.context, parameters.USERNAME);
  if (!user && call.client.PreventUserExistenceErrors !== "ENABLED") {
    throw new UserNotFoundError("User does not exist.");
  }

  // Somebody who is not there gets a challenge, too, which no password answers.
  const claimed = user ?? { Username: parameters.USERNAME, Password: randomBytes(32).toString("hex") };
  const begun = srp.challenge(nameOf(call.pool), claimed, parameters.SRP_A);
  if (!begun) {
    throw incorrect();
  }

  wait("PASSWORD_VERIFIER", call, claimed, { key: begun.key }, begun.parameters.SECRET_BLOCK);
  return { ChallengeName: "PASSWORD_VERIFIER", ChallengeParameters: begun.parameters };
}

async function verifySrp(call, user, answer, waiting, end) {
  // Good for one answer, right or wrong.
  end();
  if (!user || !srp.proves(nameOf(call.pool), waiting.username, waiting.key, answer)) {
    throw incorrect();
  }

  return withUser(call, user);
}

async function refresh(call, parameters) {
  demand(parameters, "REFRESH_TOKEN");
  const user = await call.pool.getUserByRefreshToken(call.context, parameters.REFRESH_TOKEN);
  if (!user) {
    throw new NotAuthorizedError("Refresh Token has been revoked");
  }
  if (user.Enabled === false) {
    throw new NotAuthorizedError("User is disabled.");
  }
  if (!tokens.isValidNow(parameters.REFRESH_TOKEN)) {
    throw new NotAuthorizedError("Refresh Token has expired");
  }

  return { ChallengeParameters: {}, AuthenticationResult: await tokens.issue(call, user, parameters.REFRESH_TOKEN) };
}

// Whose password was right.
async function withUser(call, user) {
  if (user.Enabled === false) {
    throw new NotAuthorizedError("User is disabled.");
  }

  switch (user.UserStatus) {
    case "UNCONFIRMED":
      throw new UserNotConfirmedException();
    case "RESET_REQUIRED":
      throw new PasswordResetRequiredError();
    case "FORCE_CHANGE_PASSWORD":
      return challenge("NEW_PASSWORD_REQUIRED", call, user, {
        requiredAttributes: "[]",
        userAttributes: JSON.stringify(
          Object.fromEntries(user.Attributes.filter(({ Name }) => Name !== "sub").map(({ Name, Value }) => [Name, Value])),
        ),
      });
    default:
      return secondFactor(call, user);
  }
}

async function setPassword(call, user, answer, _waiting, end) {
  demand(answer, "NEW_PASSWORD");
  passwords.check(call.pool, answer.NEW_PASSWORD);
  end();
  const changed = { ...user, Password: answer.NEW_PASSWORD, UserStatus: "CONFIRMED", UserLastModifiedDate: new Date() };
  await call.pool.saveUser(call.context, changed);
  return secondFactor(call, changed);
}

async function secondFactor(call, user) {
  const required = call.pool.options.MfaConfiguration ?? "OFF";
  if (required !== "OFF" && user.UserMFASettingList?.includes("SOFTWARE_TOKEN_MFA")) {
    const name = user.SoftwareTokenMfaConfiguration.FriendlyDeviceName;
    return challenge("SOFTWARE_TOKEN_MFA", call, user, name ? { FRIENDLY_DEVICE_NAME: name } : {});
  }
  if (required === "ON") {
    return challenge("MFA_SETUP", call, user, { MFAS_CAN_SETUP: JSON.stringify(["SOFTWARE_TOKEN_MFA"]) });
  }

  return signedIn(call, user);
}

async function verifyCode(call, user, answer, _waiting, end) {
  demand(answer, "SOFTWARE_TOKEN_MFA_CODE");
  if (!totp.verify(user.SoftwareTokenMfaConfiguration.Secret, answer.SOFTWARE_TOKEN_MFA_CODE)) {
    throw new CodeMismatchError();
  }

  end();
  return signedIn(call, user);
}

async function finishSetup(call, user, _answer, waiting, end) {
  if (!waiting.isSetUp) {
    throw new InvalidParameterError("Software token is not verified: call VerifySoftwareToken first.");
  }

  end();
  return signedIn(call, user);
}

async function signedIn(call, user) {
  return { ChallengeParameters: {}, AuthenticationResult: await tokens.issue(call, user) };
}

function challenge(name, call, user, parameters) {
  return {
    ChallengeName: name,
    Session: wait(name, call, user),
    ChallengeParameters: { USER_ID_FOR_SRP: user.Username, ...parameters },
  };
}

function wait(challengeName, call, user, more, key = randomBytes(64).toString("base64")) {
  sessions.set(key, {
    ...more,
    challengeName,
    clientId: call.client.ClientId,
    pool: call.pool,
    username: user.Username,
    end: Date.now() + sessionLife,
  });
  return key;
}

function find(key, challengeName) {
  const waiting = sessions.get(key);
  if (waiting?.challengeName !== challengeName) {
    throw challengeName === "PASSWORD_VERIFIER" ? incorrect() : new NotAuthorizedError("Invalid session for the user.");
  }
  if (waiting.end < Date.now()) {
    sessions.delete(key);
    throw new NotAuthorizedError("Invalid session for the user, session is expired.");
  }

  return waiting;
}

async function clientOf(services, context, { ClientId, UserPoolId }) {
  const client = await services.cognito.getAppClient(context, ClientId);
  if (!client || (UserPoolId && client.UserPoolId !== UserPoolId)) {
    throw new ResourceNotFoundError(`User pool client ${ClientId} does not exist.`);
  }

  return { services, context, client, pool: await services.cognito.getUserPoolForClientId(context, ClientId) };
}

function demand(parameters, ...names) {
  const missing = names.find((name) => !parameters[name]);
  if (missing) {
    throw new InvalidParameterError(`Missing required parameter ${missing}`);
  }
}

function nameOf(pool) {
  return pool.options.Id.split("_")[1];
}

function incorrect() {
  return new NotAuthorizedError("Incorrect username or password.");
}
