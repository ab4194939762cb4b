import type { AddUserToGroupResult, Membership } from "./addUserToGroup";

export const expired = "Your session has ended. Sign in again; what you typed is kept.";
export const unreachable = "The user pool cannot be reached. See whether the local stack is running, then try again.";

type Failure = Extract<AddUserToGroupResult, { ok: false }>;

/** What a failure means for the person at the screen: what is wrong and what to do next. */
export function sentence(failure: Failure, { userId, groupName }: Membership): string {
  switch (failure.type) {
    case "Unauthorized":
      return "You may not add users to groups. Ask an administrator to add you to ADMINS, then refresh your session.";
    case "InvalidInput":
      return `${fault(failure.message)} Correct it, then press Add again.`;
    case "GroupNotAssignable":
      return `${groupName} is not one of the groups that can be handed out here. Choose another, or ask the operator to allow it.`;
    case "UserNotFound":
      return `There is no user ${userId}. Check the spelling; people without an account have to get one first.`;
    case "GroupNotFound":
      return `There is no group ${groupName}. Check the spelling, capital letters count; or ask the operator to create it.`;
    case "Throttled":
      return "The user pool is busy. Wait a few seconds, then press Add again.";
    case "Unavailable":
      return "There was no answer, so it is not known whether the user was added. Press Add again; doing it twice does no harm.";
    case "InternalError":
      return "This is a fault that only the operator can mend. Tell them, with the time; the function's log names the cause.";
    case "SessionExpired":
      return expired;
    case "Unknown":
      return `Something unexpected happened: ${failure.message} Try again; if it stays, tell the operator.`;
  }
}

/** The field to correct; null where it is none. */
export function fieldOf(failure: Failure): keyof Membership | null {
  switch (failure.type) {
    case "UserNotFound":
      return "userId";
    case "GroupNotFound":
    case "GroupNotAssignable":
      return "groupName";
    case "InvalidInput":
      return failure.message.startsWith("groupName") ? "groupName" : "userId";
    default:
      return null;
  }
}

// The API speaks of its arguments: "userId must not be empty."
function fault(message: string): string {
  return message.replace(/^userId/, "The user").replace(/^groupName/, "The group");
}
