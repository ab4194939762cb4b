import { generate } from "lean-qr";
import { toSvg } from "lean-qr/extras/svg";
import { config } from "./config";
import { element, find, onClick, onSubmit, say, type Kind } from "./dom";
import { checkRules } from "./passwordRules";
import { answer, enter, type Step } from "./session";

const forms = {
  password: find<HTMLFormElement>("sign-in-form"),
  newPassword: find<HTMLFormElement>("new-password-form"),
  code: find<HTMLFormElement>("code-form"),
};
const username = find<HTMLInputElement>("username");
const password = find<HTMLInputElement>("password");
const newPassword = find<HTMLInputElement>("new-password");
const code = find<HTMLInputElement>("code");
const status = find("sign-in-status");
const titles = { password: "Sign in", newPassword: "Choose a new password", code: "Enter your code" };

/** The card with the steps of signing in. */
export function prepareSignIn(whenDone: () => Promise<void>): void {
  onSubmit(forms.password, async () => {
    say(status, "busy", "Signing in …");
    // Cognito's passwords have no blanks at their ends; a clipboard often has.
    await show(await enter(username.value.trim(), password.value.trim()));
  });

  onSubmit(forms.newPassword, async () => {
    say(status, "busy", "Setting the new password …");
    await show(await answer(username.value.trim(), newPassword.value.trim()), newPassword);
  });

  onSubmit(forms.code, async () => {
    const digits = code.value.replace(/\s/g, "");
    if (!/^\d{6}$/.test(digits)) {
      complain(code, "The code has six digits. Type the one that your app shows now.");
      return;
    }
    say(status, "busy", "Checking the code …");
    await show(await answer(username.value.trim(), digits), code);
  });

  onClick("start-again", async () => askToSignIn("", ""));
  newPassword.addEventListener("input", listRules);
  find<HTMLInputElement>("show-password").addEventListener("change", ({ target }) => {
    newPassword.type = (target as HTMLInputElement).checked ? "text" : "password";
  });

  if (config.local) {
    const { password: shared, users } = config.local;
    find("sample-users").replaceChildren(...users.map(({ name, about }) => {
      const line = element("li");
      line.append(element("code", name), ` ${about}`);
      return line;
    }));
    find("sample-password").textContent = shared;
    find("sample").hidden = false;
  }

  async function show(step: Step, field = username.value ? password : username): Promise<void> {
    switch (step.kind) {
      case "done":
        forget();
        await whenDone();
        break;
      case "newPassword":
        listRules();
        turnTo("newPassword", newPassword);
        break;
      case "code":
        turnTo("code", code);
        break;
      case "setUp":
        showSetUp(step.secret, step.uri);
        turnTo("code", code);
        break;
      case "retry":
        complain(field, step.why);
        break;
      case "over":
        if (forms.password.hidden) {
          askToSignIn(step.why);
        } else {
          complain(field, step.why);
        }
        break;
    }
  }
}

/** @param name The user who signed in last, to fill the form with. */
export function askToSignIn(why: string, kind: Kind = "error", name = ""): void {
  forget();
  username.value ||= name;
  turnTo("password", username.value ? password : username);
  say(status, kind, why);
}

function turnTo(form: keyof typeof forms, field: HTMLInputElement): void {
  for (const [name, each] of Object.entries(forms)) {
    each.hidden = name !== form;
  }
  find("start-again").hidden = form === "password";
  find("sample").hidden = form !== "password" || !config.local;
  find("sign-in-title").textContent = titles[form];
  mark(null);
  say(status, "", "");
  field.focus();
}

function complain(field: HTMLInputElement, why: string): void {
  say(status, "error", why);
  mark(field);
  field.select();
  field.focus();
}

function mark(wrong: HTMLInputElement | null): void {
  for (const field of [newPassword, code]) {
    field.setAttribute("aria-invalid", String(field === wrong));
  }
}

// Everything except the name.
function forget(): void {
  password.value = newPassword.value = code.value = "";
  newPassword.type = "password";
  find<HTMLInputElement>("show-password").checked = false;
  find("set-up").hidden = true;
  find("set-up-code").replaceChildren();
  find("set-up-secret").textContent = "";
  titles.code = "Enter your code";
}

function listRules(): void {
  find("password-rules").replaceChildren(
    ...checkRules(newPassword.value.trim(), config.passwordPolicy).map(({ text, isKept }) =>
      element("li", text, { "data-kept": String(isKept) })),
  );
}

function showSetUp(secret: string, uri: string): void {
  titles.code = "Set up your authenticator app";
  find("set-up").hidden = false;
  find("set-up-secret").textContent = secret.replace(/(.{4})(?=.)/g, "$1 ");
  const picture = toSvg(generate(uri), document, { on: "black", off: "white" });
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", "QR code with the secret below");
  find("set-up-code").replaceChildren(picture);
}
