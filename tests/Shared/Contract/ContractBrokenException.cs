using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Shared.Contract;

/// <summary>The function did something else than the contract says; the message says what.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with the sentence that says what differs.")]
internal sealed class ContractBrokenException(string message, Exception? innerException = null) : Exception(message, innerException);
