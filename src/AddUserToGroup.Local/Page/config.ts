import { Amplify } from "aws-amplify";
import { cognitoUserPoolsTokenProvider } from "aws-amplify/auth/cognito";
import { sharedInMemoryStorage } from "aws-amplify/utils";
import { find } from "./dom";
import type { PasswordPolicy } from "./passwordRules";

/** The settings of the page. They are in index.html, so the page does not have to fetch them. */
export interface Config {
  userPoolId: string;
  userPoolClientId: string;
  userPoolEndpoint: string;
  /** A URL, or a path if the page and the API have the same origin. */
  graphQLUrl: string;
  region: string;
  administratorsGroup: string;
  /** template.yaml's. */
  passwordPolicy: PasswordPolicy;
  /** Only on the local stack: the sample users. The page may then list users and groups, too. */
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
  // Storage outlives the page, and the next program on this port has the same origin. So a reload ends the session.
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sharedInMemoryStorage);
}
