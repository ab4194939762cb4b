namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>How an app comes to this function.</summary>
public enum Way
{
    /// <summary>With the files of src/amplify.</summary>
    OurFiles,

    /// <summary>With the schema of the documentation page, of which only the function is exchanged.</summary>
    SchemaOfThePage,
}
