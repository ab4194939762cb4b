import { config } from "./config";
import { element, find } from "./dom";

interface User {
  username: string;
  email: string | null;
}

interface Group {
  name: string;
  /** Usernames. */
  members: string[];
}

const list = find("members");

// Larger groups, or more of them, start closed.
const few = { groups: 12, members: 8 };

// Null if unknown: only the local stack lists members.
let known: { users: User[]; groups: Group[] } | null = null;
const added = new Set<string>();

/** Whether the user is a member already, as far as the page knows. */
export function isMember(typed: string, groupName: string): boolean {
  const meant = known?.users.filter(({ username, email }) => typed === username || typed === email) ?? [];
  return meant.length === 1 && membersOf(groupName).includes(meant[0]!.username);
}

/** Reads users and groups and shows them. @param groupName The group that a user was just added to. */
export async function showMembers(groupName?: string): Promise<void> {
  if (!config.local) {
    return;
  }
  find("members-card").hidden = false;
  list.ariaBusy = "true";
  if (!known) {
    list.replaceChildren(element("p", "Reading the members …"));
  }
  try {
    const response = await fetch("/directory");
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const before = groupName && known ? membersOf(groupName) : null;
    known = await response.json();
    for (const username of before ? membersOf(groupName!).filter((member) => !before.includes(member)) : []) {
      added.add(keyOf(groupName!, username));
    }
    show(known!);
  } catch {
    known = null;
    list.replaceChildren(element("p", "The members cannot be read. Check that the local stack is running, then reload."));
  } finally {
    list.ariaBusy = "false";
  }
}

/** The next user may see other members. */
export function forgetMembers(): void {
  known = null;
  added.clear();
  list.replaceChildren();
}

const keyOf = (groupName: string, username: string) => `${groupName}\n${username}`;

const membersOf = (groupName: string) => known?.groups.find(({ name }) => name === groupName)?.members ?? [];

function show({ users, groups }: { users: User[]; groups: Group[] }): void {
  const nameOf = new Map(users.map((user) => [user.username, describe(user, users)]));
  const open = new Map(Array.from(list.querySelectorAll("details"), (each) => [each.dataset.group, each.open]));
  const quiet = groups.length > few.groups;
  list.replaceChildren(
    ...groups.map(({ name, members }) => {
      const isNew = (username: string) => added.has(keyOf(name, username));
      const section = element("details", "", { "data-group": name }) as HTMLDetailsElement;
      section.open = members.some(isNew) || (open.get(name) ?? (!quiet && members.length <= few.members));
      const summary = element("summary");
      summary.append(element("h3", name), element("span", count(members.length)));
      const people = element(members.length > 0 ? "ul" : "p", members.length > 0 ? "" : "Nobody yet.");
      people.append(
        ...[...members]
          .sort((one, other) => Number(isNew(other)) - Number(isNew(one)))
          .map((username) => person(nameOf.get(username) ?? { name: username, more: "" }, isNew(username))),
      );
      section.append(summary, people);
      return section;
    }),
  );
  find("user-ids").replaceChildren(...users.map((user) => option(user, users)));
  find("group-names").replaceChildren(...groups.map(({ name }) => element("option", "", { value: name })));
}

function person({ name, more }: { name: string; more: string }, isNew: boolean): HTMLElement {
  const line = element("li", name);
  if (more) {
    line.append(" ", element("small", more));
  }
  if (isNew) {
    line.append(" ", element("strong", "new"));
  }
  return line;
}

// Two users can have the same address. The username distinguishes them.
function describe({ username, email }: User, users: User[]): { name: string; more: string } {
  const shared = users.filter((other) => other.email === email).length > 1;
  return email ? { name: email, more: shared ? username : "" } : { name: username, more: "" };
}

function option(user: User, users: User[]): HTMLElement {
  const { name, more } = describe(user, users);
  return element("option", more ? name : "", { value: more || name });
}

const count = (members: number) => (members === 1 ? "1 member" : `${members} members`);
