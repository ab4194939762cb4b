using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>A candidate cannot be built on this machine; the message says what is missing.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with the sentence that is printed.")]
internal sealed class UnavailableException(string message) : Exception(message);
