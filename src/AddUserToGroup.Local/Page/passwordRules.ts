/** A user pool's password policy, as CloudFormation and Cognito's API write it. */
export interface PasswordPolicy {
  MinimumLength: number;
  RequireLowercase: boolean;
  RequireUppercase: boolean;
  RequireNumbers: boolean;
  RequireSymbols: boolean;
}

export interface Rule {
  text: string;
  isKept: boolean;
}

// The symbols that Cognito counts; a blank counts only inside the password.
const symbol = /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/;

/** Advice: only the user pool knows its own policy. */
export function checkRules(password: string, policy: PasswordPolicy): Rule[] {
  const rules: [boolean, string, boolean][] = [
    [true, `${policy.MinimumLength} characters or more`, password.length >= policy.MinimumLength],
    [policy.RequireLowercase, "a lower-case letter", /[a-z]/.test(password)],
    [policy.RequireUppercase, "a capital letter", /[A-Z]/.test(password)],
    [policy.RequireNumbers, "a digit", /[0-9]/.test(password)],
    [policy.RequireSymbols, "a symbol, such as - or !", symbol.test(password)],
  ];
  return rules.filter(([isRequired]) => isRequired).map(([, text, isKept]) => ({ text, isKept }));
}
