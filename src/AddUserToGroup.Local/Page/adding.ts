import { generateClient } from "aws-amplify/api";
import { addUserToGroup, type Membership } from "./addUserToGroup";
import { config } from "./config";
import { isMember, showMembers } from "./directory";
import { element, find, onSubmit, say } from "./dom";
import { fieldOf, sentence } from "./sentences";

const form = find<HTMLFormElement>("add-form");
const fields = { userId: find<HTMLInputElement>("user-id"), groupName: find<HTMLInputElement>("group-name") };
const status = find("add-status");
const dialog = find<HTMLDialogElement>("confirm");

/** The form that adds a user to a group. */
export function prepareAdding(whenExpired: () => Promise<void>): void {
  const client = generateClient();
  find("not-an-administrator").textContent =
    `Only members of ${config.administratorsGroup} can add users. Ask one of them to add you, then refresh your session.`;

  onSubmit(form, async () => {
    const membership = { userId: fields.userId.value.trim(), groupName: fields.groupName.value.trim() };
    const before = isMember(membership.userId, membership.groupName);
    mark(null);
    say(status, "", "");
    if (membership.userId && membership.groupName === config.administratorsGroup && !before && !(await confirmed(membership.userId))) {
      say(status, "", "Nothing was changed.");
      return;
    }

    say(status, "busy", "Adding …");
    const result = await addUserToGroup(client, membership);
    // The next name may have been typed meanwhile.
    const isUnchanged = (field: keyof Membership) => fields[field].value.trim() === membership[field];
    if (result.ok) {
      say(status, "done", before
        ? `${result.userId} is in ${result.groupName} already; nothing had to be changed.`
        : `${result.userId} is now in ${result.groupName}. They see it after they refresh their session.`);
      if (isUnchanged("userId")) {
        fields.userId.value = "";
        fields.userId.focus();
      }
      void showMembers(result.groupName);
      return;
    }

    if (result.type === "SessionExpired") {
      say(status, "", "");
      await whenExpired();
      return;
    }
    say(status, "error", sentence(result, membership));
    const field = fieldOf(result);
    if (field && isUnchanged(field)) {
      mark(field);
      fields[field].focus();
    }
  });

  find("confirm-yes").addEventListener("click", () => dialog.close("yes"));
  find("confirm-no").addEventListener("click", () => dialog.close());
}

/** @param groups The groups of the user who is signed in. */
export function showAdding(groups: string[]): void {
  const may = groups.includes(config.administratorsGroup);
  form.hidden = !may;
  find("not-an-administrator").hidden = may;
}

export function forgetAdding(): void {
  form.reset();
  mark(null);
  say(status, "", "");
}

function confirmed(userId: string): Promise<boolean> {
  find("confirm-text").replaceChildren(
    element("strong", userId),
    " will be able to add anybody to any group and to make administrators. This page cannot undo it; the operator can.",
  );
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

function mark(wrong: keyof typeof fields | null): void {
  for (const [name, field] of Object.entries(fields)) {
    field.setAttribute("aria-invalid", String(name === wrong));
  }
}
