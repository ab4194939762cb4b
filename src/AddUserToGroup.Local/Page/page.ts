import { sharedInMemoryStorage } from "aws-amplify/utils";
import { forgetAdding, prepareAdding, showAdding } from "./adding";
import { config, configure } from "./config";
import { forgetMembers, showMembers } from "./directory";
import { element, find, onClick, say } from "./dom";
import { expired } from "./sentences";
import { leave, unreachable, whoAmI, type Person } from "./session";
import { askToSignIn, prepareSignIn } from "./signIn";

const view = { signIn: find("sign-in"), signedIn: find("signed-in") };
const sessionStatus = find("session-status");
let name = "";

// Browsers have none on an address without HTTPS that is not this machine's.
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
if (workers?.controller) {
  stop();
} else {
  workers?.addEventListener("controllerchange", stop);
  start();
}

function start(): void {
  configure();
  find("user-pool").textContent = config.userPoolId;
  find("api").textContent = new URL(config.graphQLUrl, location.href).host;
  prepareSignIn(async () => {
    await show(() => whoAmI());
    find("title").focus();
  });
  prepareAdding(async () => {
    await leave();
    ask(expired);
  });

  onClick("refresh", async () => {
    say(sessionStatus, "busy", "Refreshing …");
    if (await show(() => whoAmI({ forceRefresh: true }))) {
      say(sessionStatus, "done", "Your session is refreshed.");
    }
  });

  onClick("sign-out", async () => {
    say(sessionStatus, "busy", "Signing out …");
    await leave();
    forgetAdding();
    ask("You are signed out.", "done");
  });

  find("loading").hidden = true;
  ask("", "");
}

// This page has no service worker. One that controls it is another program's, and reads every request.
function stop(): void {
  const why =
    "A service worker of another program controls this address and could read your password. Close this tab, then open the page on another port or host.";
  document.querySelector("main")!.replaceChildren(element("p", why, { role: "alert", class: "status", "data-kind": "error" }));
  // Signing out would send the refresh token.
  sharedInMemoryStorage.clear();
}

/** Shows who is signed in, or the sign-in form. Returns false if nobody is. */
async function show(who: () => Promise<Person | null>): Promise<boolean> {
  let person: Person | null;
  try {
    person = await who();
  } catch {
    say(sessionStatus, "error", unreachable);
    return false;
  }

  if (!person) {
    ask(expired, "error");
    return false;
  }

  name = person.name;
  find("name").textContent = name;
  find("groups").textContent = person.groups.length > 0 ? person.groups.join(", ") : "no group";
  showAdding(person.groups);
  view.signIn.hidden = true;
  view.signedIn.hidden = false;
  say(sessionStatus, "", "");
  void showMembers();
  return true;
}

function ask(...[why, kind]: [why: string, kind?: "" | "done" | "error"]): void {
  forgetMembers();
  view.signedIn.hidden = true;
  view.signIn.hidden = false;
  askToSignIn(why, kind, name);
}
