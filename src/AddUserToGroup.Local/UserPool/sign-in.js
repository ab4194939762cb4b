"use strict";

// Signing in as Cognito does it: each flow and challenge of template.yaml's pool. cognito-local has no SRP, and accepts any
// response to a challenge, from anybody.
const { randomBytes } = require("node:crypto");
const { CodeMismatchError, InvalidParameterError, NotAuthorizedError, ResourceNotFoundError } = require("cognito-local/lib/errors");
const totp = require("cognito-local/lib/services/totp");
const passwords = require("./passwords");
const srp = require("./srp");
const tokens = require("./tokens");

// Cognito's default, in minutes.
const sessionValidity = 3;

// What each unfinished sign-in waits for, by the session or the secret block that the client sends back.
const sessions = new Map();

const flows = {
  USER_SRP_AUTH: beginSrp,
  USER_PASSWORD_AUTH: withPassword,
  REFRESH_TOKEN_AUTH: refresh,
};

const challenges = {
  PASSWORD_VERIFIER: verifySrp,
  NEW_PASSWORD_REQUIRED: setPassword,
  SOFTWARE_TOKEN_MFA: verifyCode,
  MFA_SETUP: finishSetup,
};

exports.operations = {
  async InitiateAuth(services, input) {
    const call = await begin(services, input);
    if (!Object.hasOwn(flows, input.AuthFlow)) {
      throw new InvalidParameterError("Initiate Auth method not supported.");
    }
    if (!call.client.ExplicitAuthFlows.includes(`ALLOW_${input.AuthFlow}`)) {
      throw new InvalidParameterError(`${input.AuthFlow} flow not enabled for this client`);
    }

    return flows[input.AuthFlow](call, input.AuthParameters ?? {});
  },

  async RespondToAuthChallenge(services, input) {
    const call = await begin(services, input);
    const responses = input.ChallengeResponses ?? {};
    if (!Object.hasOwn(challenges, input.ChallengeName)) {
      throw new InvalidParameterError("Unsupported challenge.");
    }

    const key = input.ChallengeName === "PASSWORD_VERIFIER" ? responses.PASSWORD_CLAIM_SECRET_BLOCK : input.Session;
    demand(responses, "USERNAME");
    const session = find(key, input.ChallengeName);
    const user = await call.pool.getUserByUsername(services.context, responses.USERNAME);
    if (session.clientId !== input.ClientId || session.username !== (user?.Username ?? responses.USERNAME)) {
      throw new NotAuthorizedError("Invalid session for the user.");
    }

    return challenges[input.ChallengeName](call, user, responses, session, () => sessions.delete(key));
  },

  // aws-amplify refreshes with this operation.
  async GetTokensFromRefreshToken(services, input) {
    return refresh(await begin(services, input), { REFRESH_TOKEN: input.RefreshToken });
  },
};

/** @returns The sign-in that waits for MFA_SETUP under this session. */
exports.setupOf = (session) => find(session, "MFA_SETUP");

async function withPassword(call, parameters) {
  demand(parameters, "USERNAME", "PASSWORD");
  const user = await call.pool.getUserByUsername(call.services.context, parameters.USERNAME);
  if (user?.Password !== parameters.PASSWORD) {
    throw incorrect();
  }

  return withUser(call, user);
}

async function beginSrp(call, parameters) {
  demand(parameters, "USERNAME", "SRP_A");
  // An unknown user gets a challenge, too, which no password answers.
  const user = (await call.pool.getUserByUsername(call.services.context, parameters.USERNAME)) ?? {
    Username: parameters.USERNAME,
    Password: randomBytes(32).toString("hex"),
  };
  const begun = srp.challenge(nameOf(call.pool), user, parameters.SRP_A);
  if (!begun) {
    throw incorrect();
  }

  wait("PASSWORD_VERIFIER", call, user, begun.parameters.SECRET_BLOCK, begun.key);
  return { ChallengeName: "PASSWORD_VERIFIER", ChallengeParameters: begun.parameters };
}

async function verifySrp(call, user, responses, session, end) {
  // A challenge accepts one response, right or wrong.
  end();
  if (!user || !srp.proves(nameOf(call.pool), session.username, session.srpKey, responses)) {
    throw incorrect();
  }

  return withUser(call, user);
}

async function refresh(call, parameters) {
  demand(parameters, "REFRESH_TOKEN");
  const user = await call.pool.getUserByRefreshToken(call.services.context, parameters.REFRESH_TOKEN);
  if (!user) {
    throw new NotAuthorizedError("Refresh Token has been revoked");
  }
  rejectDisabled(user);
  return { ChallengeParameters: {}, AuthenticationResult: await tokens.issue(call, user, parameters.REFRESH_TOKEN) };
}

// The password was right.
async function withUser(call, user) {
  rejectDisabled(user);
  if (user.UserStatus !== "FORCE_CHANGE_PASSWORD") {
    return secondFactor(call, user);
  }

  const attributes = user.Attributes.filter(({ Name }) => Name !== "sub").map(({ Name, Value }) => [Name, Value]);
  return challenge("NEW_PASSWORD_REQUIRED", call, user, {
    requiredAttributes: "[]",
    userAttributes: JSON.stringify(Object.fromEntries(attributes)),
  });
}

async function setPassword(call, user, responses, _session, end) {
  rejectDisabled(user);
  demand(responses, "NEW_PASSWORD");
  passwords.check(call.pool, responses.NEW_PASSWORD);
  end();
  const changed = { ...user, Password: responses.NEW_PASSWORD, UserStatus: "CONFIRMED" };
  await call.pool.saveUser(call.services.context, changed);
  return secondFactor(call, changed);
}

async function secondFactor(call, user) {
  const setting = call.pool.options.MfaConfiguration;
  if (setting !== "OFF" && user.UserMFASettingList?.includes("SOFTWARE_TOKEN_MFA")) {
    return challenge("SOFTWARE_TOKEN_MFA", call, user, {});
  }
  if (setting === "ON") {
    return challenge("MFA_SETUP", call, user, { MFAS_CAN_SETUP: JSON.stringify(["SOFTWARE_TOKEN_MFA"]) });
  }

  return finish(call, user);
}

async function verifyCode(call, user, responses, _session, end) {
  demand(responses, "SOFTWARE_TOKEN_MFA_CODE");
  if (!totp.verify(user.SoftwareTokenMfaConfiguration.Secret, responses.SOFTWARE_TOKEN_MFA_CODE)) {
    throw new CodeMismatchError();
  }

  end();
  return finish(call, user);
}

async function finishSetup(call, user, _responses, session, end) {
  if (!session.isSetUp) {
    throw new InvalidParameterError("Software token is not verified: call VerifySoftwareToken first.");
  }

  end();
  return finish(call, user);
}

async function finish(call, user) {
  rejectDisabled(user);
  return { ChallengeParameters: {}, AuthenticationResult: await tokens.issue(call, user) };
}

function rejectDisabled(user) {
  if (!user.Enabled) {
    throw new NotAuthorizedError("User is disabled.");
  }
}

function challenge(name, call, user, parameters) {
  return {
    ChallengeName: name,
    Session: wait(name, call, user),
    ChallengeParameters: { USER_ID_FOR_SRP: user.Username, ...parameters },
  };
}

function wait(challengeName, { client, pool }, user, key = randomBytes(64).toString("base64"), srpKey = undefined) {
  const end = Date.now() + (client.AuthSessionValidity ?? sessionValidity) * 60 * 1000;
  sessions.set(key, { challengeName, clientId: client.ClientId, pool, username: user.Username, srpKey, end });
  return key;
}

function find(key, challengeName) {
  const session = sessions.get(key);
  if (session?.challengeName !== challengeName) {
    throw challengeName === "PASSWORD_VERIFIER" ? incorrect() : new NotAuthorizedError("Invalid session for the user.");
  }
  if (session.end < Date.now()) {
    sessions.delete(key);
    throw new NotAuthorizedError("Invalid session for the user, session is expired.");
  }

  return session;
}

async function begin(services, { ClientId }) {
  const client = await services.cognito.getAppClient(services.context, ClientId);
  if (!client) {
    throw new ResourceNotFoundError(`User pool client ${ClientId} does not exist.`);
  }

  return { services, client, pool: await services.cognito.getUserPool(services.context, client.UserPoolId) };
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
