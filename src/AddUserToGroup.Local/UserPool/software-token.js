"use strict";

// Authenticator apps (TOTP) as Cognito sets them up: by somebody who has signed in, or in the middle of a sign-in to a pool
// that requires them, which cognito-local does not have.
const { CodeMismatchError, InvalidParameterError, UserNotFoundError } = require("cognito-local/lib/errors");
const totp = require("cognito-local/lib/services/totp");
const { setupOf } = require("./sign-in");
const { owner } = require("./tokens");

const method = "SOFTWARE_TOKEN_MFA";

exports.AssociateSoftwareToken = (services) => async (context, request) => {
  const { pool, user } = await who(services, context, request);
  const SecretCode = totp.generateSecret();
  await pool.saveUser(context, { ...user, NewSoftwareToken: SecretCode });
  return { SecretCode, Session: request.AccessToken ? undefined : request.Session };
};

exports.VerifySoftwareToken = (services) => async (context, request) => {
  const { pool, user, setup } = await who(services, context, request);
  const Secret = user.NewSoftwareToken;
  if (!Secret) {
    throw new InvalidParameterError("Software token is not associated: call AssociateSoftwareToken first.");
  }
  if (!totp.verify(Secret, request.UserCode)) {
    throw new CodeMismatchError();
  }

  await pool.saveUser(context, {
    ...user,
    NewSoftwareToken: undefined,
    SoftwareTokenMfaConfiguration: { Secret, Verified: true, FriendlyDeviceName: request.FriendlyDeviceName },
    // In the middle of a sign-in it is switched on as well; otherwise its owner does that with SetUserMFAPreference.
    UserMFASettingList: setup ? [method] : (user.UserMFASettingList ?? []),
  });
  if (setup) {
    setup.isSetUp = true;
  }
  return { Status: "SUCCESS", Session: request.AccessToken ? undefined : request.Session };
};

exports.SetUserMFAPreference = (services) => async (context, request) => {
  const { pool, user } = await owner(services, context, request.AccessToken);
  return prefer(context, pool, user, request);
};

exports.AdminSetUserMFAPreference = (services) => async (context, request) => {
  const pool = await services.cognito.getUserPool(context, request.UserPoolId);
  const user = await pool.getUserByUsername(context, request.Username);
  if (!user) {
    throw new UserNotFoundError("User does not exist.");
  }

  return prefer(context, pool, user, request);
};

async function prefer(context, pool, user, { SMSMfaSettings, EmailMfaSettings, SoftwareTokenMfaSettings }) {
  if (SMSMfaSettings?.Enabled || EmailMfaSettings?.Enabled) {
    throw new InvalidParameterError("User pool does not have SMS or e-mail MFA enabled.");
  }
  if (SoftwareTokenMfaSettings?.Enabled && !user.SoftwareTokenMfaConfiguration?.Verified) {
    throw new InvalidParameterError("User has not verified software token mfa");
  }

  if (SoftwareTokenMfaSettings) {
    const { Enabled, PreferredMfa } = SoftwareTokenMfaSettings;
    await pool.saveUser(context, {
      ...user,
      UserMFASettingList: Enabled ? [method] : [],
      PreferredMfaSetting: Enabled && PreferredMfa ? method : undefined,
    });
  }
  return {};
}

async function who(services, context, { AccessToken, Session }) {
  if (AccessToken || !Session) {
    return owner(services, context, AccessToken);
  }

  const setup = setupOf(Session);
  return { setup, pool: setup.pool, user: await setup.pool.getUserByUsername(context, setup.username) };
}
