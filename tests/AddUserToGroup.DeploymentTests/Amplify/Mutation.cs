namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>How AppSync comes from the mutation to the function, in a synthesized backend.</summary>
internal sealed class Mutation
{
    private Mutation(string gate, Resource dataSource, Resource function)
    {
        Gate = gate;
        DataSource = dataSource;
        Function = function;
    }

    /// <summary>The template that is run first and lets the caller through or not.</summary>
    public string Gate { get; }

    public Resource DataSource { get; }

    public Resource Function { get; }

    public static Mutation Of(CloudAssembly backend)
    {
        var resolver = Assert.Single(backend.Resources, resource =>
            resource.Type == "AWS::AppSync::Resolver"
            && resource.Resolved("TypeName") == "Mutation"
            && resource.Resolved("FieldName") == "addUserToGroup");
        var steps = resolver.Property("PipelineConfig", "Functions").EnumerateArray()
            .Select(step => Find(resolver.Stack.Resolve(step)))
            .ToList();
        Assert.Equal(2, steps.Count);
        var dataSource = Find(steps[1].Resolved("DataSourceName"));
        return new Mutation(
            backend.ReadAsset(steps[0].Property("RequestMappingTemplateS3Location", "Fn::Sub")),
            dataSource,
            Find(dataSource.Resolved("LambdaConfig", "LambdaFunctionArn")));

        Resource Find(string attribute) =>
            Assert.Single(backend.Resources, resource => resource.Id == attribute.Split('.')[0]);
    }
}
