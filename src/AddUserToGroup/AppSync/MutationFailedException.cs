using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Results;

namespace AddUserToGroup.AppSync;

/// <summary>
/// A failure that is thrown: either no resolver code could read it from a response, or only an operator can fix it and
/// Lambda's Errors metric must count it. It has no inner exception: Lambda would send its text to whoever invoked the function.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "Created from a failure only, so that the message always starts with its type.")]
internal sealed class MutationFailedException(Failure failure) : Exception($"{failure.Type}: {failure.Message}")
{
    /// <summary>Always null: Lambda would send the trace to whoever invoked the function.</summary>
    public override string? StackTrace => null;
}
