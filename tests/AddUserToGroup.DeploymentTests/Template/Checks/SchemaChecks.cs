using System.Globalization;
using AddUserToGroup.DeploymentTests.Template.Evaluation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>The schema against the function's contract, and who may call what.</summary>
internal static class SchemaChecks
{
    private const string Payload = "AddUserToGroupResult";

    public static void Mutation(DeployedFiles files, Mode mode)
    {
        var mutation = Assert.Single(Fields(files, "Mutation"));

        Assert.Equal("addUserToGroup", mutation.Name.StringValue);
        Assert.Equal(Payload, Text(mutation.Type));
        Expect.Set(
            FunctionSource.Arguments.Select(argument => $"{argument}: String!"),
            mutation.Arguments!.Select(argument => $"{argument.Name.StringValue}: {Text(argument.Type)}"));
    }

    public static void Result(DeployedFiles files, Mode mode) => Expect.Set(
        FunctionSource.ResultFields.Select(field => $"{field}: String!"),
        Fields(files, Payload).Select(field => $"{field.Name.StringValue}: {Text(field.Type)}"));

    public static void DirectiveOnTheMutation(DeployedFiles files, Mode mode) => Assert.Equal(
        [$"@aws_cognito_user_pools(cognito_groups: [\"{FunctionSource.AdministratorsGroup}\"])"],
        Directives(Assert.Single(Fields(files, "Mutation"))));

    /// <summary>Without one the type would belong to the default mode, IAM: added, and then no answer.</summary>
    public static void DirectiveOnThePayload(DeployedFiles files, Mode mode) =>
        Assert.Equal(["@aws_cognito_user_pools"], Directives(Type(files, Payload)));

    /// <summary>AppSync takes no schema without a query.</summary>
    public static void Roots(DeployedFiles files, Mode mode)
    {
        var roots = Assert.Single(Parse(files).Definitions.OfType<GraphQLSchemaDefinition>()).OperationTypes;

        Assert.Equal(
            ["Query: Query", "Mutation: Mutation"],
            roots.Select(root => $"{root.Operation}: {root.Type!.Name.StringValue}"));
        Assert.NotEmpty(Fields(files, "Query"));
    }

    public static void Resolver(DeployedFiles files, Mode mode)
    {
        var resolver = files.Deploy(mode).Properties("Resolver");

        Assert.Contains(
            Evaluator.Text(resolver["FieldName"]),
            Fields(files, Evaluator.Text(resolver["TypeName"])).Select(field => field.Name.StringValue));
    }

    /// <summary>A front end's developer reads the schema, and nothing else, for what can go wrong.</summary>
    public static void ErrorTypes(DeployedFiles files, Mode mode)
    {
        var description = Assert.Single(Fields(files, "Mutation")).Description!.Value.ToString();

        Assert.All(
            FunctionSource.Outcomes.Where(outcome => outcome != "Added"),
            outcome => Assert.Contains($"`{outcome}`", description, StringComparison.Ordinal));
    }

    private static GraphQLDocument Parse(DeployedFiles files) => Parser.Parse(files.Schema);

    private static GraphQLObjectTypeDefinition Type(DeployedFiles files, string name) => Assert.Single(
        Parse(files).Definitions.OfType<GraphQLObjectTypeDefinition>(), type => type.Name.StringValue == name);

    private static GraphQLFieldsDefinition Fields(DeployedFiles files, string type) => Type(files, type).Fields!;

    private static IEnumerable<string> Directives(IHasDirectivesNode node) => (node.Directives?.Items ?? []).Select(Text);

    private static string Text(ASTNode node)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new SDLPrinter().PrintAsync(node, text).AsTask().GetAwaiter().GetResult();
        return text.ToString().Trim();
    }
}
