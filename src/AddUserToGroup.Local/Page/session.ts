import { confirmSignIn, fetchAuthSession, signIn, signOut, type AuthTokens, type SignInOutput } from "aws-amplify/auth";

export interface Person {
  name: string;
  groups: string[];
}

/** What the user pool asks for next, or why signing in stops: `retry` the same step, or start again because it is `over`. */
export type Step =
  | { kind: "done" | "newPassword" | "code" }
  | { kind: "setUp"; secret: string; uri: string }
  | { kind: "retry" | "over"; why: string };

export const unreachable = "The user pool cannot be reached. Check the connection, then try again.";

const wrong = "The e-mail address or the password is wrong. Check both and try again.";
const fullStop = " If you copied the password from a mail, leave out the full stop after it.";
const tooLate = "That took too long. Sign in again from the beginning.";
const tooLateToSetUp =
  "Setting up took too long. Delete the entry in your authenticator app, then sign in again and scan the new code.";

let isSettingUp = false;

/** Null if nobody is signed in, or no longer. */
export async function whoAmI(options?: { forceRefresh: boolean }): Promise<Person | null> {
  const { tokens } = await fetchAuthSession(options);
  return tokens ? read(tokens) : null;
}

export async function enter(username: string, password: string): Promise<Step> {
  try {
    return next(await signIn({ username, password }), username);
  } catch (error) {
    const why = explain(error as Error);
    return { kind: "over", why: why === wrong && password.endsWith(".") ? wrong + fullStop : why };
  } finally {
    forgetStep();
  }
}

/** @param response The new password or the code that the last step asked for. */
export async function answer(username: string, response: string): Promise<Step> {
  try {
    return next(await confirmSignIn({ challengeResponse: response }), username);
  } catch (error) {
    return explainStep(error as Error);
  } finally {
    forgetStep();
  }
}

export const leave = () => signOut();

// aws-amplify also writes the open step to sessionStorage, where the next program on this port could read it.
function forgetStep(): void {
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith("CognitoSignInState."))) {
    sessionStorage.removeItem(key);
  }
}

function read({ accessToken, idToken }: AuthTokens): Person {
  const groups = accessToken.payload["cognito:groups"];
  return {
    name: String(idToken?.payload.email ?? accessToken.payload.username),
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}

function next({ nextStep }: SignInOutput, username: string): Step {
  isSettingUp = nextStep.signInStep === "CONTINUE_SIGN_IN_WITH_TOTP_SETUP";
  switch (nextStep.signInStep) {
    case "DONE":
      return { kind: "done" };
    case "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED": {
      const missing = nextStep.missingAttributes?.join(", ");
      return missing
        ? { kind: "over", why: `The user pool requires more about this account (${missing}). Ask the operator to add it, then sign in again.` }
        : { kind: "newPassword" };
    }
    case "CONFIRM_SIGN_IN_WITH_TOTP_CODE":
      return { kind: "code" };
    case "CONTINUE_SIGN_IN_WITH_TOTP_SETUP": {
      const { sharedSecret, getSetupUri } = nextStep.totpSetupDetails;
      return { kind: "setUp", secret: sharedSecret, uri: getSetupUri("addUserToGroup", username).href };
    }
    case "RESET_PASSWORD":
      return { kind: "over", why: "This account's password must be reset. Ask the operator for a new one, then sign in with it." };
    case "CONFIRM_SIGN_UP":
      return { kind: "over", why: "This account is not confirmed yet. Ask the operator to confirm it, then sign in again." };
    default:
      return {
        kind: "over",
        why: `The user pool asks for a step that this page does not support (${nextStep.signInStep}). Sign in with an app that does, or ask the operator for an account without it.`,
      };
  }
}

function explain({ name, message }: Error): string {
  switch (name) {
    case "EmptySignInUsername":
      return "Type your e-mail address.";
    case "EmptySignInPassword":
      return "Type your password.";
    case "EmptyChallengeResponse":
      return "Type a new password.";
    case "UserNotFoundException":
      return wrong;
    case "NotAuthorizedException":
      return explainRejection(message);
    case "ForbiddenException":
    // The response is HTML.
    case "SyntaxError":
      return "A firewall or a proxy rejected the request. Ask the operator to allow requests from your network, then try again.";
    case "NetworkError":
      return unreachable;
    case "TooManyRequestsException":
    case "LimitExceededException":
      return "There were too many attempts. Wait a minute, then try again.";
    default:
      return `Signing in failed: ${message} Try again, or ask the operator.`;
  }
}

// Cognito has one error name for all of these.
function explainRejection(message: string): string {
  if (/incorrect username or password/i.test(message)) {
    return wrong;
  }
  if (/secret/i.test(message)) {
    return "This page's app client has a secret, which no page can keep. The operator must give the page an app client without one.";
  }
  if (/password has expired/i.test(message)) {
    return "This temporary password has expired. Ask the operator for a new invitation.";
  }
  if (/attempts exceeded/i.test(message)) {
    return "There were too many attempts. Wait a quarter of an hour, then try again.";
  }
  return /disabled/i.test(message)
    ? "This account is disabled. Ask the operator to enable it."
    : `Signing in failed: ${message} Try again, or ask the operator.`;
}

function explainStep(error: Error): Step {
  switch (error.name) {
    case "CodeMismatchException":
    case "EnableSoftwareTokenMFAException":
      return { kind: "retry", why: "That is not the code. Type the one that your app shows now." };
    case "ExpiredCodeException":
      return { kind: "retry", why: "That code has been used or is too old. Type the next one that your app shows." };
    case "InvalidPasswordException":
    case "InvalidParameterException":
    case "PasswordHistoryPolicyViolationException":
      return { kind: "retry", why: `The user pool rejects this: ${error.message}` };
    case "SignInException":
      return { kind: "over", why: isSettingUp ? tooLateToSetUp : tooLate };
    case "NotAuthorizedException":
      return { kind: "over", why: /session/i.test(error.message) ? (isSettingUp ? tooLateToSetUp : tooLate) : explainRejection(error.message) };
    default:
      return { kind: "retry", why: explain(error) };
  }
}
