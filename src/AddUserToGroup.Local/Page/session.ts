import { confirmSignIn, fetchAuthSession, signIn, signOut, type AuthTokens, type SignInOutput } from "aws-amplify/auth";

export interface Person {
  name: string;
  groups: string[];
}

/** What signing in asks for next, or why it does not go on: `retry` in the same step, `over` from the beginning. */
export type Step =
  | { kind: "done" | "newPassword" | "code" }
  | { kind: "setUp"; secret: string; uri: string }
  | { kind: "retry" | "over"; why: string };

export const unreachable = "The user pool cannot be reached. Check the connection, then try again.";

/** Null where nobody is signed in, or no longer. */
export async function whoAmI(options?: { forceRefresh: boolean }): Promise<Person | null> {
  const { tokens } = await fetchAuthSession(options);
  return tokens ? read(tokens) : null;
}

export async function enter(username: string, password: string): Promise<Step> {
  try {
    return next(await signIn({ username, password }), username);
  } catch (error) {
    // Signed in meanwhile in another tab, perhaps as somebody else.
    if ((error as Error).name === "UserAlreadyAuthenticatedException") {
      await leave();
      return enter(username, password);
    }
    return { kind: "over", why: whyNot(error as Error) };
  }
}

/** @param response A new password or a code, whatever the last step asked for. */
export async function answer(username: string, response: string): Promise<Step> {
  try {
    return next(await confirmSignIn({ challengeResponse: response }), username);
  } catch (error) {
    return whyNotNow(error as Error);
  }
}

export const leave = () => signOut();

function read({ accessToken, idToken }: AuthTokens): Person {
  const groups = accessToken.payload["cognito:groups"];
  return {
    name: String(idToken?.payload.email ?? accessToken.payload.username),
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}

function next({ nextStep }: SignInOutput, username: string): Step {
  switch (nextStep.signInStep) {
    case "DONE":
      return { kind: "done" };
    case "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED":
      return { kind: "newPassword" };
    case "CONFIRM_SIGN_IN_WITH_TOTP_CODE":
      return { kind: "code" };
    case "CONTINUE_SIGN_IN_WITH_TOTP_SETUP": {
      const { sharedSecret, getSetupUri } = nextStep.totpSetupDetails;
      return { kind: "setUp", secret: sharedSecret, uri: getSetupUri("addUserToGroup", username).href };
    }
    case "RESET_PASSWORD":
      return { kind: "over", why: "This account's password has to be reset. Ask the operator for a new one, then sign in with it." };
    case "CONFIRM_SIGN_UP":
      return { kind: "over", why: "This account is not confirmed yet. Ask the operator to confirm it, then sign in again." };
    default:
      return {
        kind: "over",
        why: `The user pool asks for a step that this page does not have (${nextStep.signInStep}). Sign in with an app that has it, or ask the operator for an account without it.`,
      };
  }
}

function whyNot({ name, message }: Error): string {
  switch (name) {
    case "EmptySignInUsername":
      return "Type your e-mail address.";
    case "EmptySignInPassword":
      return "Type your password.";
    case "UserNotFoundException":
      return "The e-mail address or the password is wrong. Check both and try again.";
    case "NotAuthorizedException":
      return refusal(message);
    case "NetworkError":
      return unreachable;
    case "TooManyRequestsException":
    case "LimitExceededException":
      return "There were too many attempts. Wait a minute, then try again.";
    default:
      return `Signing in failed: ${message} Try again, or ask the operator.`;
  }
}

// Cognito has one name for all of these.
function refusal(message: string): string {
  if (/expired/i.test(message)) {
    return "This password was a temporary one and has expired. Ask the operator for a new invitation.";
  }
  if (/attempts exceeded/i.test(message)) {
    return "There were too many attempts. Wait a quarter of an hour, then try again.";
  }
  return /disabled/i.test(message)
    ? "This account is disabled. Ask the operator to enable it."
    : "The e-mail address or the password is wrong. Check both and try again.";
}

function whyNotNow(error: Error): Step {
  switch (error.name) {
    case "CodeMismatchException":
    case "EnableSoftwareTokenMFAException":
      return { kind: "retry", why: "That is not the code. Type the one that your app shows now." };
    case "ExpiredCodeException":
      return { kind: "retry", why: "That code has been used or is too old. Type the next one that your app shows." };
    case "InvalidPasswordException":
    case "InvalidParameterException":
    case "PasswordHistoryPolicyViolationException":
      return { kind: "retry", why: `The user pool does not take this: ${error.message}` };
    case "NotAuthorizedException":
    case "SignInException":
      return { kind: "over", why: "That took too long. Sign in again from the beginning." };
    default:
      return { kind: "retry", why: whyNot(error) };
  }
}
