export const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

/** Sets text only, so no name of a user or a group can become markup. */
export function element(tag: string, text = "", attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}

export type Kind = "" | "busy" | "done" | "error";

export function say(where: HTMLElement, kind: Kind, text: string): void {
  where.dataset.kind = kind;
  where.textContent = text;
}

export function onSubmit(form: HTMLFormElement, work: () => Promise<void>): void {
  const button = form.querySelector<HTMLButtonElement>("button:not([type])")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void once(button, work);
  });
}

export function onClick(id: string, work: () => Promise<void>): void {
  const button = find(id);
  button.addEventListener("click", () => void once(button, work));
}

// Ignores a second press. A disabled button would lose the focus, so this one is only marked.
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
