using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>CloudFormation would refuse these parameters before it creates anything; the message is what it would say.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Says nothing without its message.")]
internal sealed class DeploymentRefusedException(string message) : Exception(message);
