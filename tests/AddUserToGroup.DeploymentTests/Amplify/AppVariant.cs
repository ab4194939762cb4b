namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>An app that src/amplify/README.md describes.</summary>
public enum AppVariant
{
    /// <summary>The files of src/amplify as they are.</summary>
    OurFiles,

    /// <summary>The schema of the Amplify documentation page, with our function.</summary>
    DocumentationSchema,

    /// <summary>A user pool that exists already.</summary>
    ReferencedAuth,
}
