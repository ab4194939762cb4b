using Xunit.Abstractions;
using Xunit.Sdk;

namespace AddUserToGroup.Tests.Properties;

/// <summary>What a passing test has to say: xunit.runner.json has it shown.</summary>
public sealed class DiagnosticMessages(IMessageSink sink)
{
    public void Write(string text) => sink.OnMessage(new DiagnosticMessage(text));
}
