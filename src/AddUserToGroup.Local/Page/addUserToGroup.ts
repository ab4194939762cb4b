// Needs aws-amplify 6.0.16 or later; earlier versions lack the type Client.
import type { Client } from "aws-amplify/api";

const apiErrors = [
  "Unauthorized",
  "InvalidInput",
  "GroupNotAssignable",
  "UserNotFound",
  "GroupNotFound",
  "Throttled",
  "Unavailable",
  "InternalError",
] as const;

/**
 * The API's own error types, and three for what happens in front of it. `SessionExpired`: have the user sign in, then call
 * again. `Blocked`: a firewall or a proxy rejected the call. `Unknown`: anything else.
 */
export type ErrorType = (typeof apiErrors)[number] | "SessionExpired" | "Blocked" | "Unknown";

/** If `retry` is true, the same call may succeed later. A retry is always safe: adding a member again changes nothing. */
export type AddUserToGroupResult =
  | { ok: true; userId: string; groupName: string }
  | { ok: false; type: ErrorType; message: string; retry: boolean };

export interface Membership {
  userId: string;
  groupName: string;
}

const mutation = `mutation AddUserToGroup($userId: String!, $groupName: String!) {
  addUserToGroup(userId: $userId, groupName: $groupName) { userId groupName }
}` as string & {
  __generatedMutationInput: Membership;
  __generatedMutationOutput: { addUserToGroup: Membership | null };
};

/**
 * Calls the mutation as the user who is signed in. Never throws.
 * @param client The result of `generateClient()` of `aws-amplify/api` or `aws-amplify/data`.
 */
export async function addUserToGroup(
  client: Pick<Client, "graphql">,
  { userId, groupName }: Membership,
): Promise<AddUserToGroupResult> {
  try {
    const { data } = await client.graphql({ query: mutation, variables: { userId, groupName }, authMode: "userPool" });
    const added = data?.addUserToGroup;
    return added
      ? { ok: true, userId: added.userId, groupName: added.groupName }
      : failure("Unknown", "The API responded without a result.");
  } catch (thrown) {
    return readFailure(thrown as Thrown);
  }
}

// aws-amplify throws the GraphQL errors, or one error that wraps a failure before or instead of a response.
interface Thrown {
  name?: string;
  message?: string;
  underlyingError?: { name?: string };
  errors?: { errorType?: string; message: string; originalError?: { name: string; response?: { statusCode: number } } }[];
}

const sessionEnded =
  /^(NotAuthorized|TokenRevoked|UserNotFound|PasswordResetRequired|UserNotConfirmed|RefreshTokenReuse)Exception/;

function readFailure({ name, message, underlyingError, errors }: Thrown): AddUserToGroupResult {
  const error = errors?.[0];
  // Direct Lambda resolvers and Amplify Gen 2 put the type at the start of the message: "UserNotFound: …".
  const [, inMessage, rest] = /^(\w+): ([^]*)/.exec(error?.message ?? "") ?? [];
  const ofApi = apiErrors.find((type) => type === error?.errorType || type === inMessage);
  if (error && ofApi) {
    return failure(ofApi, ofApi === inMessage && rest ? rest : error.message);
  }

  const status = error?.originalError?.response?.statusCode ?? 0;
  const noToken = name === "NoSignedUser" && sessionEnded.test(underlyingError?.name ?? "");
  if (name === "NoValidAuthTokens" || noToken || status === 401) {
    return failure("SessionExpired", "The session has ended.");
  }
  if (status === 403) {
    return failure("Blocked", "A firewall or a proxy rejected the call.");
  }
  // AppSync names an error of Lambda itself like "Lambda:ExecutionTimeoutException".
  if (status === 429 || /TooManyRequests/.test(error?.errorType ?? "")) {
    return failure("Throttled", "The API is busy.");
  }
  const timedOut = /Timed?out/i.test(error?.errorType ?? "") || /timed out/i.test(error?.message ?? "");
  if (timedOut || name === "NoSignedUser" || error?.originalError?.name === "NetworkError" || status >= 500) {
    return failure("Unavailable", "The API did not respond. The user may or may not have been added.");
  }
  return failure("Unknown", error?.message ?? message ?? "The call failed.");
}

function failure(type: ErrorType, message: string): AddUserToGroupResult {
  return { ok: false, type, message, retry: type === "Throttled" || type === "Unavailable" };
}
