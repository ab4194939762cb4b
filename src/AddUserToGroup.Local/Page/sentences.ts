import type { AddUserToGroupResult, Membership } from "./addUserToGroup";

export const expired = "Your session has ended. Sign in again; your entries are kept.";

type Failure = Extract<AddUserToGroupResult, { ok: false }>;

/** Tells the person at the screen what happened and what to do next. */
export function sentence(failure: Failure, { userId, groupName }: Membership): string {
  switch (failure.type) {
    case "Unauthorized":
      return "You may not add users to groups. Ask an administrator to make you one, then refresh your session.";
    case "InvalidInput":
      return `${nameField(failure.message)} Correct it, then press Add again.`;
    case "GroupNotAssignable":
      return `Users cannot be added to ${groupName} here. Choose another group, or ask the operator to allow this one.`;
    case "UserNotFound":
      return `There is no user ${userId}. Check the spelling; a person needs an account first.`;
    case "GroupNotFound":
      return `There is no group ${groupName}. Check the spelling and the capital letters, or ask the operator to create it.`;
    case "Throttled":
      return "The user pool is busy. Wait a few seconds, then press Add again.";
    case "Unavailable":
      return "The request was not confirmed, so the user may or may not have been added. Press Add again; adding twice does no harm.";
    case "InternalError":
      return "Only the operator can fix this error. Tell them the time; the function's log names the cause.";
    case "SessionExpired":
      return expired;
    case "Blocked":
      return "A firewall or a proxy rejected the request. Ask the operator to allow requests from your network, then press Add again.";
    case "Unknown":
      return `Something unexpected happened: ${failure.message} Try again; if it happens again, tell the operator.`;
  }
}

/** The field to correct, if there is one. */
export function fieldOf(failure: Failure): keyof Membership | null {
  switch (failure.type) {
    case "UserNotFound":
      return "userId";
    case "GroupNotFound":
    case "GroupNotAssignable":
      return "groupName";
    case "InvalidInput":
      return /^groupName/.test(failure.message) ? "groupName" : "userId";
    default:
      return null;
  }
}

// The API names its arguments: "userId must not be empty."
function nameField(message: string): string {
  return message.replace(/^userId/, "The user").replace(/^groupName/, "The group");
}
