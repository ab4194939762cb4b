using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Shared.Contract;

/// <summary>The function does not do what the contract says; the message names the difference.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always created with a message that names the difference.")]
internal sealed class ContractBrokenException(string message, Exception? innerException = null) : Exception(message, innerException);
