using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.AppSync;

/// <summary>
/// A failure that is thrown because nothing behind the event could read it as an answer, or because only an operator can
/// mend it and Lambda's Errors metric has to see it. It has no inner exception: Lambda would hand its text on.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "Made from an outcome only, so that the message always starts with its name.")]
internal sealed class MutationFailedException(Outcome outcome, string message) : Exception($"{outcome}: {message}")
{
    /// <summary>None: it is always thrown at the same place, and Lambda would hand the trace to whoever invoked the function.</summary>
    public override string? StackTrace => null;
}
