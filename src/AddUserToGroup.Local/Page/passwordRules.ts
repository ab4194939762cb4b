/** A user pool's password policy, as CloudFormation and Cognito's API write it. */
export interface PasswordPolicy {
  MinimumLength: number;
  RequireLowercase: boolean;
  RequireUppercase: boolean;
  RequireNumbers: boolean;
  RequireSymbols: boolean;
}

// Those that Cognito counts; a blank, only inside.
const symbol = /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/;

/** Each rule of the policy, and whether the password keeps it. */
export function judge(password: string, policy: PasswordPolicy): { name: string; met: boolean }[] {
  return [
    { name: `${policy.MinimumLength} characters or more`, met: password.length >= policy.MinimumLength },
    ...(policy.RequireLowercase ? [{ name: "a lower-case letter", met: /[a-z]/.test(password) }] : []),
    ...(policy.RequireUppercase ? [{ name: "a capital letter", met: /[A-Z]/.test(password) }] : []),
    ...(policy.RequireNumbers ? [{ name: "a digit", met: /[0-9]/.test(password) }] : []),
    ...(policy.RequireSymbols ? [{ name: "a symbol, such as - or !", met: symbol.test(password) }] : []),
  ];
}

/** Null where the password keeps every rule. */
export function whatIsMissing(password: string, policy: PasswordPolicy): string | null {
  const missing = judge(password, policy).filter(({ met }) => !met);
  return missing.length > 0 ? `The new password still needs ${missing.map(({ name }) => name).join("; ")}.` : null;
}
