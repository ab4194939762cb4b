using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace AddUserToGroup.Tests.Properties;

/// <summary>Keeps the shrunk counterexample instead of printing or throwing it.</summary>
internal sealed class CounterexampleRecorder : IRunner
{
    public string? Counterexample { get; private set; }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult value)
    {
        if (value is TestResult.Failed failed)
        {
            Counterexample = string.Join(Environment.NewLine, failed.Item3);
        }
    }
}
