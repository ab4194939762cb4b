using System.Text;

namespace AddUserToGroup.Shared.Lambda;

/// <summary>What a function posted to the Runtime API.</summary>
/// <param name="Path">With the invocation's id.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="Body">The response or the error.</param>
/// <param name="Timestamp">When it had arrived: of <see cref="System.Diagnostics.Stopwatch"/>.</param>
internal sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, long Timestamp)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
