"use strict";

// Who may call the pool. It stands on a developer's machine beside a browser that visits other sites: whatever name a
// site's own DNS gives this address (rebinding), and whatever its pages send here, is refused.

// What an app client calls, without credentials of AWS. Everything else is an administrator's, and for tools: they send no
// Origin.
const forFrontEnds = new Set([
  "AssociateSoftwareToken",
  "ChangePassword",
  "ConfirmForgotPassword",
  "ConfirmSignUp",
  "DeleteUser",
  "DeleteUserAttributes",
  "ForgotPassword",
  "GetTokensFromRefreshToken",
  "GetUser",
  "GetUserAttributeVerificationCode",
  "GlobalSignOut",
  "InitiateAuth",
  "ResendConfirmationCode",
  "RespondToAuthChallenge",
  "RevokeToken",
  "SetUserMFAPreference",
  "SignUp",
  "UpdateUserAttributes",
  "VerifySoftwareToken",
  "VerifyUserAttribute",
]);

const loopbackOrigin = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const target = "AWSCognitoIdentityProviderService.";

/** Answers what is not for the pool itself: refusals, and a browser's questions beforehand. False where it has. */
exports.admits = (request, response, port) => {
  const refusal = refuse(request, port);
  if (refusal) {
    response.writeHead(refusal.status, { "content-type": "application/json", "x-amzn-errortype": "ForbiddenException" });
    response.end(JSON.stringify({ __type: "ForbiddenException", message: refusal.message }));
    return false;
  }

  if (request.headers.origin) {
    response.setHeader("access-control-allow-origin", request.headers.origin);
    response.setHeader("access-control-expose-headers", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
    response.setHeader("vary", "origin");
  }

  if (request.method === "OPTIONS") {
    response.setHeader("access-control-allow-methods", "GET, POST");
    response.setHeader("access-control-allow-headers", request.headers["access-control-request-headers"] ?? "*");
    response.setHeader("access-control-max-age", "600");
    response.writeHead(204).end();
    return false;
  }

  return true;
};

function refuse({ method, headers }, port) {
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host?.toLowerCase())) {
    return { status: 400, message: `This is the local user pool: call it as http://127.0.0.1:${port}.` };
  }

  if (headers.origin ? !loopbackOrigin.test(headers.origin) : !["same-origin", "none", undefined].includes(headers["sec-fetch-site"])) {
    return { status: 403, message: "The local user pool takes no requests from other web sites: serve the front end from localhost." };
  }

  const operation = headers["x-amz-target"];
  if (headers.origin && method === "POST" && !(operation?.startsWith(target) && forFrontEnds.has(operation.slice(target.length)))) {
    return { status: 403, message: "This is no operation for a browser: call it with the AWS CLI or an SDK, which send no Origin." };
  }

  return null;
}
