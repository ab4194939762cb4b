using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Packaging;

/// <summary>One sentence for whoever ran the command.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with the sentence that is printed.")]
internal sealed class PackagingException(string message) : Exception(message);
