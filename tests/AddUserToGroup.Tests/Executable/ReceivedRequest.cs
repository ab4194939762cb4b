using System.Text;

namespace AddUserToGroup.Tests.Executable;

/// <summary>What the function posted to the Runtime API.</summary>
internal sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
