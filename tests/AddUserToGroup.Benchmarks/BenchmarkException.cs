using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Benchmarks;

/// <summary>The benchmark cannot go on, or a candidate did something wrong; the message says which and why.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with the sentence that is printed.")]
internal sealed class BenchmarkException(string message, Exception? cause = null) : Exception(message, cause);
