namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>A change to one of the README's files, for a test that must see it refused.</summary>
/// <param name="File">The path that is on the first line of the file.</param>
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
