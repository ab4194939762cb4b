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

/** The API's own error types; `SessionExpired`: have the user sign in, then call again; `Unknown`: anything else. */
export type ErrorType = (typeof apiErrors)[number] | "SessionExpired" | "Unknown";

/** With `retry`, the same call may succeed a little later. It is always safe: adding a member again changes nothing. */
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

/** @param client What aws-amplify's `generateClient()` returns. */
export async function addUserToGroup(
  client: Pick<Client, "graphql">,
  { userId, groupName }: Membership,
): Promise<AddUserToGroupResult> {
  try {
    const { data } = await client.graphql({ query: mutation, variables: { userId, groupName }, authMode: "userPool" });
    return data.addUserToGroup
      ? { ok: true, ...data.addUserToGroup }
      : failure("Unknown", "The API answered without a result.");
  } catch (thrown) {
    return explain(thrown as Thrown);
  }
}

// What aws-amplify throws: GraphQL's errors, or one that wraps a failure before or instead of an answer.
interface Thrown {
  name?: string;
  message?: string;
  underlyingError?: { name?: string };
  errors?: { errorType?: string; message: string; originalError?: { name: string; response?: { statusCode: number } } }[];
}

const sessionEnded =
  /^(NotAuthorized|TokenRevoked|UserNotFound|PasswordResetRequired|UserNotConfirmed|RefreshTokenReuse)Exception/;

function explain({ name, message, underlyingError, errors }: Thrown): AddUserToGroupResult {
  const error = errors?.[0];
  // Behind Amplify Gen 2 and direct Lambda resolvers the type is at the start of the message: "UserNotFound: …".
  const [, inMessage, rest] = /^(\w+): (.*)/s.exec(error?.message ?? "") ?? [];
  const ofApi = apiErrors.find((type) => type === error?.errorType || type === inMessage);
  if (error && ofApi) {
    return failure(ofApi, ofApi === inMessage && rest ? rest : error.message);
  }

  const status = error?.originalError?.response?.statusCode;
  const noToken = name === "NoSignedUser" && sessionEnded.test(underlyingError?.name ?? "");
  if (name === "NoValidAuthTokens" || noToken || status === 401) {
    return failure("SessionExpired", "The session has ended.");
  }
  if (status === 429) {
    return failure("Throttled", "The API is busy.");
  }
  if (name === "NoSignedUser" || error?.originalError?.name === "NetworkError" || (status ?? 0) >= 500) {
    return failure("Unavailable", "The API did not answer; whether the user was added is not known.");
  }
  return failure("Unknown", error?.message ?? message ?? "The call failed.");
}

function failure(type: ErrorType, message: string): AddUserToGroupResult {
  return { ok: false, type, message, retry: type === "Throttled" || type === "Unavailable" };
}
