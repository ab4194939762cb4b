"use strict";

// The pool's operations: those that the administrator's page, the demo, the function and the stack's printed commands call,
// and those that src/AddUserToGroup/README.md has operators call. cognito-local's own are used if they respond as Cognito does.
const { randomBytes } = require("node:crypto");
const { CognitoError, InvalidParameterError, UserNotFoundError } = require("cognito-local/lib/errors");
const { Targets } = require("cognito-local/lib/targets/targets");
const passwords = require("./passwords");
const signIn = require("./sign-in");
const softwareToken = require("./software-token");

// Cognito's pattern of a username and of a group's name.
const name = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

const frontEndOperations = {
  ...signIn.operations,
  ...softwareToken.operations,
  RevokeToken: original("RevokeToken"),
};

/** What an app client calls, without AWS credentials. */
exports.forFrontEnds = Object.keys(frontEndOperations);

exports.operations = {
  ...frontEndOperations,
  ...Object.fromEntries(
    [
      "AdminAddUserToGroup",
      "AdminDeleteUser",
      "AdminDisableUser",
      "AdminRemoveUserFromGroup",
      "ListGroups",
      "ListUsers",
      "ListUsersInGroup",
      "SetUserPoolMfaConfig",
    ].map((operation) => [operation, original(operation)]),
  ),
  AdminCreateUser: createUser,
  AdminListGroupsForUser: listGroups,
  AdminSetUserPassword: setPassword,
  AdminUserGlobalSignOut: endSessions,
  CreateGroup: createGroup,
};

function original(operation) {
  return (services, input) => Targets[operation](services)(services.context, input);
}

async function createUser(services, input) {
  const { context, cognito, authenticatorApps } = services;
  const pool = await cognito.getUserPool(context, input.UserPoolId);
  const email = input.UserAttributes?.find(({ Name }) => Name === "email")?.Value ?? input.Username;
  if (![input.Username, email].every((address) => name.test(address ?? "") && /^[^@]+@[^@]+$/.test(address))) {
    throw new InvalidParameterError("Invalid email address format.");
  }

  const TemporaryPassword = input.TemporaryPassword ?? `${randomBytes(9).toString("base64url")}-aA1`;
  passwords.check(pool, TemporaryPassword);
  const { User } = await original("AdminCreateUser")(services, { ...input, TemporaryPassword, MessageAction: "SUPPRESS" });
  const Secret = authenticatorApps[email];
  if (Secret) {
    const user = await pool.getUserByUsername(context, User.Username);
    await pool.saveUser(context, softwareToken.activate(user, Secret));
  }
  if (input.MessageAction !== "SUPPRESS") {
    // JSON, so that no character of a password acts on the terminal.
    console.log(`The user pool sends nothing. To ${email} it would have sent ${JSON.stringify(TemporaryPassword)}`);
  }
  return { User };
}

async function setPassword(services, input) {
  passwords.check(await services.cognito.getUserPool(services.context, input.UserPoolId), input.Password);
  return original("AdminSetUserPassword")(services, input);
}

// cognito-local compares the members of a group with the name as it was given, and so finds nothing for an address.
async function listGroups(services, input) {
  const { user } = await find(services, input);
  return original("AdminListGroupsForUser")(services, { ...input, Username: user.Username });
}

async function endSessions(services, input) {
  const { pool, user } = await find(services, input);
  await pool.saveUser(services.context, { ...user, RefreshTokens: [] });
  return {};
}

// cognito-local empties a group that is created again.
async function createGroup(services, input) {
  const pool = await services.cognito.getUserPool(services.context, input.UserPoolId);
  if (!name.test(input.GroupName ?? "")) {
    throw new InvalidParameterError("1 validation error detected: Value at 'groupName' failed to satisfy constraint: 1 to 128 characters, none of them white space.");
  }
  if (await pool.getGroupByGroupName(services.context, input.GroupName)) {
    throw new CognitoError("GroupExistsException", "A group with the name already exists.");
  }

  return original("CreateGroup")(services, input);
}

async function find({ context, cognito }, { UserPoolId, Username }) {
  const pool = await cognito.getUserPool(context, UserPoolId);
  const user = await pool.getUserByUsername(context, Username);
  if (!user) {
    throw new UserNotFoundError("User does not exist.");
  }

  return { pool, user };
}
