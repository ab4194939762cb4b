using System.Reflection;
using Xunit.Sdk;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>Gives a theory the name of each mode.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryModeAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Mode.All.Select(mode => new object[] { mode.Name });
}
