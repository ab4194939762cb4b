"use strict";

// Sets up an authenticator app (TOTP) during a sign-in to a pool that requires one, which cognito-local cannot do.
const { CodeMismatchError } = require("cognito-local/lib/errors");
const totp = require("cognito-local/lib/services/totp");
const { setupOf } = require("./sign-in");

exports.operations = {
  async AssociateSoftwareToken(_services, { Session }) {
    const setup = setupOf(Session);
    setup.secret = totp.generateSecret();
    return { SecretCode: setup.secret, Session };
  },

  async VerifySoftwareToken({ context }, { Session, UserCode }) {
    const setup = setupOf(Session);
    if (!totp.verify(setup.secret, UserCode)) {
      throw new CodeMismatchError();
    }

    const user = await setup.pool.getUserByUsername(context, setup.username);
    await setup.pool.saveUser(context, exports.activate(user, setup.secret));
    setup.isSetUp = true;
    return { Status: "SUCCESS", Session };
  },
};

/** @returns The user, who from now on needs codes that an authenticator app makes from the secret. */
exports.activate = (user, Secret) => ({
  ...user,
  SoftwareTokenMfaConfiguration: { Secret, Verified: true },
  UserMFASettingList: ["SOFTWARE_TOKEN_MFA"],
});
