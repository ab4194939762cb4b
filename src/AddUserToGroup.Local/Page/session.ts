import { fetchAuthSession, signIn, signOut, type AuthTokens } from "aws-amplify/auth";
import { unreachable } from "./sentences";

export interface Person {
  name: string;
  groups: string[];
}

/** Null where nobody is signed in, or no longer. */
export async function whoAmI(options?: { forceRefresh: boolean }): Promise<Person | null> {
  const { tokens } = await fetchAuthSession(options);
  return tokens ? read(tokens) : null;
}

/** Null for success; otherwise a sentence that says what to do. */
export async function enter(username: string, password: string): Promise<string | null> {
  try {
    const { nextStep } = await signIn({ username, password });
    return nextStep.signInStep === "DONE"
      ? null
      : `This account needs a step that this page does not have (${nextStep.signInStep}). Do it in your own app first.`;
  } catch (error) {
    // Signed in meanwhile in another tab, perhaps as somebody else.
    if ((error as Error).name === "UserAlreadyAuthenticatedException") {
      await leave();
      return enter(username, password);
    }
    return sentence(error as Error);
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

function sentence({ name, message }: Error): string {
  switch (name) {
    case "EmptySignInUsername":
      return "Type your e-mail address.";
    case "EmptySignInPassword":
      return "Type your password.";
    case "NotAuthorizedException":
    case "UserNotFoundException":
      return "The e-mail address or the password is wrong. Check both and try again.";
    case "NetworkError":
      return unreachable;
    case "TooManyRequestsException":
    case "LimitExceededException":
      return "There were too many attempts. Wait a minute, then try again.";
    default:
      return `Signing in failed: ${message} Try again, or ask the operator.`;
  }
}
