import { forgetAdding, prepareAdding, showAdding } from "./adding";
import { config, configure } from "./config";
import { forgetMembers, showMembers } from "./directory";
import { find, onClick, say } from "./dom";
import { expired } from "./sentences";
import { leave, unreachable, whoAmI, type Person } from "./session";
import { askToSignIn, prepareSignIn } from "./signIn";

const view = { signIn: find("sign-in"), signedIn: find("signed-in") };
const status = { session: find("session-status"), signIn: find("sign-in-status") };
let name = "";

configure();
find("user-pool").textContent = config.userPoolId;
find("api").textContent = new URL(config.graphQLUrl, location.href).host;
prepareSignIn(async () => {
  await show(() => whoAmI());
  find("title").focus();
});
prepareAdding(async () => {
  // What is left of the session would come back with a reload.
  await leave();
  ask(expired);
});

onClick("refresh", async () => {
  say(status.session, "busy", "Refreshing …");
  if (await show(() => whoAmI({ forceRefresh: true }))) {
    say(status.session, "done", "Your session is refreshed.");
  }
});

onClick("sign-out", async () => {
  say(status.session, "busy", "Signing out …");
  await leave();
  forgetAdding();
  ask("You are signed out.", "done");
});

void show(() => whoAmI(), "").then(() => {
  find("loading").hidden = true;
});

/** Shows who is signed in, or asks for it; false where nobody is. */
async function show(who: () => Promise<Person | null>, otherwise = expired): Promise<boolean> {
  let person: Person | null;
  try {
    person = await who();
  } catch {
    if (view.signedIn.hidden) {
      ask(unreachable);
    } else {
      say(status.session, "error", unreachable);
    }
    return false;
  }

  if (!person) {
    ask(otherwise, otherwise ? "error" : "");
    return false;
  }

  name = person.name;
  find("name").textContent = name;
  find("groups").textContent = person.groups.length > 0 ? person.groups.join(", ") : "no group";
  showAdding(person.groups);
  view.signIn.hidden = true;
  view.signedIn.hidden = false;
  say(status.session, "", "");
  void showMembers();
  return true;
}

function ask(...[why, kind]: [why: string, kind?: "" | "done" | "error"]): void {
  forgetMembers();
  view.signedIn.hidden = true;
  view.signIn.hidden = false;
  askToSignIn(why, kind, name);
}
