using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup;

/// <summary>A setting is missing or malformed. Lambda reports it as the reason why the function did not start.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with a message that names the setting.")]
internal sealed class InvalidSettingException(string message) : Exception(message);
