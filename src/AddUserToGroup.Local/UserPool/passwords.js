"use strict";

const { CognitoError, InvalidParameterError } = require("cognito-local/lib/errors");

// The characters that Cognito counts as symbols; a space counts inside the password only:
// https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
const symbol = /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/;

/** Throws Cognito's error if Cognito would not store this password. */
exports.check = (pool, password) => {
  if (!/^\S(.*\S)?$/s.test(password ?? "") || password.length > 256) {
    throw new InvalidParameterError(
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
    );
  }

  const policy = pool.options.Policies.PasswordPolicy;
  const problem =
    (password.length < policy.MinimumLength && "Password not long enough") ||
    (policy.RequireUppercase && !/[A-Z]/.test(password) && "Password must have uppercase characters") ||
    (policy.RequireLowercase && !/[a-z]/.test(password) && "Password must have lowercase characters") ||
    (policy.RequireNumbers && !/[0-9]/.test(password) && "Password must have numeric characters") ||
    (policy.RequireSymbols && !symbol.test(password) && "Password must have symbol characters");
  if (problem) {
    throw new CognitoError("InvalidPasswordException", `Password did not conform with policy: ${problem}`);
  }
};
