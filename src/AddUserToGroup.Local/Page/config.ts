import { Amplify } from "aws-amplify";
import { find } from "./dom";
import type { PasswordPolicy } from "./passwordRules";

/** What the page is served for. It stands in the page itself, so that nothing has to be fetched for it. */
export interface Config {
  userPoolId: string;
  userPoolClientId: string;
  userPoolEndpoint: string;
  /** An address, or a path where the page and the API have one origin. */
  graphQLUrl: string;
  region: string;
  administratorsGroup: string;
  /** template.yaml's. */
  passwordPolicy: PasswordPolicy;
  /** On the local stack alone: who can sign in, and that the page may list users and groups. */
  local: { password: string; users: { name: string; about: string }[] } | null;
}

export const config: Config = JSON.parse(find("config").textContent);

export function configure(): void {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: config.userPoolId,
        userPoolClientId: config.userPoolClientId,
        userPoolEndpoint: config.userPoolEndpoint,
      },
    },
    API: {
      GraphQL: {
        endpoint: new URL(config.graphQLUrl, location.href).href,
        region: config.region,
        defaultAuthMode: "userPool",
      },
    },
  });
}
