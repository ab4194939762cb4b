import { Amplify } from "aws-amplify";
import { generateClient } from "aws-amplify/api";
import { addUserToGroup } from "./addUserToGroup";
import { expired, fieldOf, sentence, unreachable } from "./sentences";
import { enter, leave, whoAmI, type Person } from "./session";

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const view = { signIn: find("sign-in"), signedIn: find("signed-in") };
const signInForm = find<HTMLFormElement>("sign-in-form");
const username = find<HTMLInputElement>("username");
const password = find<HTMLInputElement>("password");
const addForm = find<HTMLFormElement>("add-form");
const fields = { userId: find<HTMLInputElement>("user-id"), groupName: find<HTMLInputElement>("group-name") };
const status = { signIn: find("sign-in-status"), add: find("add-status"), session: find("session-status") };

const config = await (await fetch("/config.json")).json();
Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: config.userPoolId,
      userPoolClientId: config.userPoolClientId,
      userPoolEndpoint: config.userPoolEndpoint,
    },
  },
  API: {
    GraphQL: { endpoint: new URL("/graphql", location.href).href, region: config.region, defaultAuthMode: "userPool" },
  },
});
const client = generateClient();
find("sample-users").textContent = config.sampleUsers.join(", ");
find("sample-password").textContent = config.samplePassword;

onSubmit(signInForm, async () => {
  say(status.signIn, "busy", "Signing in …");
  const problem = await enter(username.value, password.value);
  if (problem) {
    say(status.signIn, "error", problem);
    (username.value ? password : username).focus();
    return;
  }
  await show(() => whoAmI());
  find("title").focus();
});

onSubmit(addForm, async () => {
  const membership = { userId: fields.userId.value, groupName: fields.groupName.value };
  mark(null);
  say(status.add, "busy", "Adding …");
  const result = await addUserToGroup(client, membership);
  if (result.ok) {
    say(status.add, "done", `${result.userId} is now in ${result.groupName}. They see it after they refresh their session.`);
    fields.userId.value = "";
    fields.userId.focus();
    await listMembers();
    return;
  }

  if (result.type === "SessionExpired") {
    // What is left of it would come back with a reload.
    await leave();
    say(status.add, "", "");
    askToSignIn(expired);
    return;
  }
  say(status.add, "error", sentence(result, membership));
  const field = fieldOf(result);
  mark(field);
  if (field) {
    fields[field].focus();
  }
});

onClick("refresh", async () => {
  say(status.session, "busy", "Refreshing …");
  if (await show(() => whoAmI({ forceRefresh: true }))) {
    say(status.session, "done", "Your session is refreshed.");
  }
});

onClick("sign-out", async () => {
  await leave();
  addForm.reset();
  mark(null);
  say(status.add, "", "");
  askToSignIn("You are signed out.", "done");
});

await show(() => whoAmI(), "");
document.body.removeAttribute("aria-busy");

/** Shows who is signed in, or asks for it; false where nobody is. */
async function show(ask: () => Promise<Person | null>, otherwise = expired): Promise<boolean> {
  let person: Person | null;
  try {
    person = await ask();
  } catch {
    say(view.signedIn.hidden ? status.signIn : status.session, "error", unreachable);
    view.signIn.hidden = !view.signedIn.hidden;
    return false;
  }

  if (!person) {
    askToSignIn(otherwise, otherwise ? "error" : "");
    return false;
  }

  find("name").textContent = person.name;
  find("groups").textContent = person.groups.length > 0 ? person.groups.join(", ") : "no group";
  view.signIn.hidden = true;
  view.signedIn.hidden = false;
  say(status.session, "", "");
  signInForm.reset();
  await listMembers();
  return true;
}

function askToSignIn(why: string, kind: Kind = "error"): void {
  view.signedIn.hidden = true;
  view.signIn.hidden = false;
  say(status.signIn, kind, why);
  username.focus();
}

async function listMembers(): Promise<void> {
  const list = find("members");
  try {
    const groups: { name: string; members: string[] }[] = await (await fetch("/members")).json();
    list.replaceChildren(...groups.map(({ name, members }) => group(name, members)));
    find("group-names").replaceChildren(...groups.map(({ name }) => new Option(name)));
  } catch {
    list.replaceChildren(element("p", "The members cannot be read. See whether the local stack is running, then reload."));
  }
}

function group(name: string, members: string[]): HTMLElement {
  const section = element("section", "");
  const people = element(members.length > 0 ? "ul" : "p", members.length > 0 ? "" : "Nobody yet.");
  people.append(...members.map((member) => element("li", member)));
  section.append(element("h3", name), people);
  return section;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

type Kind = "" | "busy" | "done" | "error";

function say(where: HTMLElement, kind: Kind, text: string): void {
  where.dataset.kind = kind;
  where.textContent = text;
}

function mark(wrong: keyof typeof fields | null): void {
  for (const [name, field] of Object.entries(fields)) {
    field.setAttribute("aria-invalid", String(name === wrong));
  }
}

// One at a time. A disabled button would lose the focus, so that it only says that it is busy.
function onSubmit(form: HTMLFormElement, work: () => Promise<void>): void {
  const button = form.querySelector("button")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void once(button, work);
  });
}

function onClick(id: string, work: () => Promise<void>): void {
  const button = find(id);
  button.addEventListener("click", () => void once(button, work));
}

async function once(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (button.ariaDisabled === "true") {
    return;
  }
  button.ariaDisabled = "true";
  try {
    await work();
  } finally {
    button.ariaDisabled = "false";
  }
}
