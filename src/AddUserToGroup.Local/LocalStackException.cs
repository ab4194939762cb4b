using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local;

/// <summary>A problem that the person at the terminal can solve. The message is one sentence that says what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The message is what it is for.")]
internal sealed class LocalStackException(string message, Exception? innerException = null) : Exception(message, innerException);
