using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local.Tests.Lambda;

internal static class InvocationResultExtensions
{
    extension(InvocationResult result)
    {
        public string Text => Encoding.UTF8.GetString(result.Payload.Span);

        public string? Error(string member) => (string?)JsonNode.Parse(result.Text)![member];
    }
}
