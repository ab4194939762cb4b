/** What template.yaml's user pool asks of a password. */
const rules: { name: string; met: (password: string) => boolean }[] = [
  { name: "14 characters or more", met: (password) => password.length >= 14 },
  { name: "a lower-case letter", met: (password) => /[a-z]/.test(password) },
  { name: "a capital letter", met: (password) => /[A-Z]/.test(password) },
  { name: "a digit", met: (password) => /[0-9]/.test(password) },
  // Those that Cognito counts; a blank, only inside.
  { name: "a symbol, such as - or !", met: (password) => /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/.test(password) },
];

/** Each rule, and whether the password keeps it. */
export function judge(password: string): { name: string; met: boolean }[] {
  return rules.map(({ name, met }) => ({ name, met: met(password) }));
}

/** Null where the password keeps every rule. */
export function whatIsMissing(password: string): string | null {
  const missing = judge(password).filter(({ met }) => !met);
  return missing.length > 0 ? `The new password still needs ${missing.map(({ name }) => name).join("; ")}.` : null;
}
