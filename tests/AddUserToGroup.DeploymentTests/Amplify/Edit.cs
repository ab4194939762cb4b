namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>A change to a file of src/amplify.</summary>
/// <param name="File">Relative to src/amplify.</param>
/// <param name="Old">What is there, once.</param>
/// <param name="New">What takes its place.</param>
internal sealed record Edit(string File, string Old, string New)
{
    public string Apply(string code)
    {
        Assert.Equal(2, code.Split(Old).Length);
        return code.Replace(Old, New, StringComparison.Ordinal);
    }
}
