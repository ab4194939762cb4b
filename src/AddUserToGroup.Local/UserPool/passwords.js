"use strict";

const { CognitoError } = require("cognito-local/lib/errors");

/** Throws where a password is not what the pool's policy asks for, in Cognito's words. */
exports.check = (pool, password) => {
  const policy = pool.options.Policies?.PasswordPolicy ?? {};
  const wrong =
    (String(password ?? "").length < (policy.MinimumLength ?? 8) && "Password not long enough") ||
    (policy.RequireUppercase && !/[A-Z]/.test(password) && "Password must have uppercase characters") ||
    (policy.RequireLowercase && !/[a-z]/.test(password) && "Password must have lowercase characters") ||
    (policy.RequireNumbers && !/[0-9]/.test(password) && "Password must have numeric characters") ||
    (policy.RequireSymbols && !/[^A-Za-z0-9]/.test(password) && "Password must have symbol characters");
  if (wrong) {
    throw new CognitoError("InvalidPasswordException", `Password did not conform with policy: ${wrong}`);
  }
};
