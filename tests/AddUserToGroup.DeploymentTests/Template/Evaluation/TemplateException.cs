using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>The template could not be deployed by anyone: it names what is not there, or says what is not known here.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Says nothing without its message.")]
internal sealed class TemplateException(string message) : Exception(message);
