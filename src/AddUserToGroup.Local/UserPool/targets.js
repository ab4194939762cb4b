"use strict";

// Where cognito-local answers otherwise than Cognito, or not at all, put into its own table of calls, and by way of its own
// calls where there is one. Its internals are read here, so its version is pinned.
const { randomBytes } = require("node:crypto");
const { CognitoError, InvalidParameterError, NotAuthorizedError, UserNotFoundError } = require("cognito-local/lib/errors");
const { ConsoleMessageSender } = require("cognito-local/lib/services/messageDelivery/consoleMessageSender");
const { UserPoolServiceImpl, attributeValue } = require("cognito-local/lib/services/userPoolService");
const { Targets } = require("cognito-local/lib/targets/targets");
const passwords = require("./passwords");
const signIn = require("./sign-in");
const softwareToken = require("./software-token");
const { owner } = require("./tokens");

const original = { ...Targets };
const { InitiateAuth, AdminInitiateAuth, RespondToAuthChallenge, AdminRespondToAuthChallenge, GetTokensFromRefreshToken } = signIn;
Object.assign(Targets, softwareToken, {
  InitiateAuth,
  AdminInitiateAuth,
  RespondToAuthChallenge,
  AdminRespondToAuthChallenge,
  GetTokensFromRefreshToken,
});

// Names and addresses are the same in any case, unless a pool was made otherwise. A federated user goes by the provider's
// name for them, not by their sub.
UserPoolServiceImpl.prototype.getUserByUsername = async function (context, name) {
  const same = this.options.UsernameConfiguration?.CaseSensitive ? (text) => text : (text) => text?.toLowerCase();
  const users = Object.values(await this.dataStore.get(context, "Users", {}));
  const wanted = same(String(name));
  const has = (user, attribute) => same(attributeValue(attribute, user.Attributes)) === wanted;
  return (
    users.find((user) => same(user.Username) === wanted) ??
    users.find(
      (user) =>
        (user.UserStatus !== "EXTERNAL_PROVIDER" && has(user, "sub")) ||
        this.options.UsernameAttributes?.some((attribute) => has(user, attribute)),
    ) ??
    null
  );
};

// It sends nothing, and would tell nobody.
ConsoleMessageSender.prototype.sendToConsole = async (_context, _user, destination, { __code }) =>
  console.log(`The user pool sends nothing. To ${destination} it would have sent ${__code}`);

// An access token has to be genuine, and not revoked.
for (const name of [
  "DeleteUser",
  "DeleteUserAttributes",
  "GetUser",
  "GetUserAttributeVerificationCode",
  "UpdateUserAttributes",
  "VerifyUserAttribute",
]) {
  Targets[name] = (services) => async (context, request) => {
    await owner(services, context, request.AccessToken);
    return original[name](services)(context, request);
  };
}

Targets.ChangePassword = (services) => async (context, request) => {
  const { pool, user } = await owner(services, context, request.AccessToken);
  if (request.PreviousPassword !== user.Password) {
    throw new NotAuthorizedError("Incorrect username or password.");
  }

  passwords.check(pool, request.ProposedPassword);
  await pool.saveUser(context, { ...user, Password: request.ProposedPassword, UserLastModifiedDate: new Date() });
  return {};
};

Targets.GlobalSignOut = (services) => async (context, request) => {
  const { pool, user } = await owner(services, context, request.AccessToken);
  return endSessions(context, pool, user);
};

Targets.AdminUserGlobalSignOut = (services) => async (context, request) => {
  const { pool, user } = await find(services, context, request);
  return endSessions(context, pool, user);
};

Targets.AdminCreateUser = (services) => async (context, request) => {
  const pool = await services.cognito.getUserPool(context, request.UserPoolId);
  const TemporaryPassword = request.TemporaryPassword ?? `${randomBytes(9).toString("base64url")}-aA1`;
  passwords.check(pool, TemporaryPassword);
  if (request.MessageAction === "RESEND") {
    const { user } = await find(services, context, request);
    const UserStatus = "FORCE_CHANGE_PASSWORD";
    await pool.saveUser(context, { ...user, Password: TemporaryPassword, UserStatus, UserLastModifiedDate: new Date() });
    await services.messages.messageDelivery.sender.sendToConsole(context, user, request.Username, { __code: TemporaryPassword });
    const { UserAttributes, ...rest } = await original.AdminGetUser(services)(context, request);
    return { User: { ...rest, Attributes: UserAttributes } };
  }

  // Its own default is an SMS, for which a user without a telephone is saved, and then refused.
  return original.AdminCreateUser(services)(context, { ...request, TemporaryPassword, DesiredDeliveryMediums: ["EMAIL"] });
};

Targets.AdminSetUserPassword = (services) => async (context, request) => {
  const { pool } = await find(services, context, request);
  passwords.check(pool, request.Password);
  return original.AdminSetUserPassword(services)(context, request);
};

// It compares the members of a group with the name as it was given, so that an e-mail address finds nothing.
Targets.AdminListGroupsForUser = (services) => async (context, request) => {
  const { user } = await find(services, context, request);
  return original.AdminListGroupsForUser(services)(context, { ...request, Username: user.Username });
};

// It empties a group that is created again.
Targets.CreateGroup = (services) => async (context, request) => {
  const pool = await services.cognito.getUserPool(context, request.UserPoolId);
  if (await pool.getGroupByGroupName(context, request.GroupName)) {
    throw new CognitoError("GroupExistsException", "A group with the name already exists.");
  }
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(request.GroupName ?? "")) {
    throw new InvalidParameterError("1 validation error detected: Value at 'groupName' failed to satisfy constraint: 1 to 128 characters, none of them white space.");
  }

  return original.CreateGroup(services)(context, request);
};

Targets.SignUp = (services) => async (context, request) => {
  const pool = await services.cognito.getUserPoolForClientId(context, request.ClientId);
  if (pool.options.AdminCreateUserConfig?.AllowAdminCreateUserOnly) {
    throw new NotAuthorizedError("SignUp is not permitted for this user pool");
  }

  passwords.check(pool, request.Password);
  return original.SignUp(services)(context, request);
};

// Nobody is told by it who has an account.
Targets.ForgotPassword = (services) => async (context, request) => {
  const client = await services.cognito.getAppClient(context, request.ClientId);
  const [first, domain] = String(request.Username).split("@");
  const Destination = `${first[0]}***@${domain?.[0] ?? ""}***`;
  try {
    const { CodeDeliveryDetails } = await original.ForgotPassword(services)(context, request);
    return { CodeDeliveryDetails: { ...CodeDeliveryDetails, Destination } };
  } catch (error) {
    if (error instanceof UserNotFoundError && client?.PreventUserExistenceErrors === "ENABLED") {
      return { CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination } };
    }
    throw error;
  }
};

// It takes no code at all from whoever was sent none.
Targets.ConfirmForgotPassword = (services) => async (context, request) => {
  if (!request.ConfirmationCode) {
    throw new InvalidParameterError("Missing required parameter ConfirmationCode");
  }

  passwords.check(await services.cognito.getUserPoolForClientId(context, request.ClientId), request.Password);
  return original.ConfirmForgotPassword(services)(context, request);
};

async function find(services, context, { UserPoolId, Username }) {
  const pool = await services.cognito.getUserPool(context, UserPoolId);
  const user = await pool.getUserByUsername(context, Username);
  if (!user) {
    throw new UserNotFoundError("User does not exist.");
  }

  return { pool, user };
}

async function endSessions(context, pool, user) {
  await pool.saveUser(context, { ...user, RefreshTokens: [] });
  return {};
}
