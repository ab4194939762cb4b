using System.Text;

namespace AddUserToGroup.Shared.Lambda;

/// <summary>What a function posted to the Runtime API.</summary>
/// <param name="Path">With the invocation's id.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="Body">The response or the error.</param>
/// <param name="Duration">From sending the last event until this had arrived.</param>
internal sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, TimeSpan Duration)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
