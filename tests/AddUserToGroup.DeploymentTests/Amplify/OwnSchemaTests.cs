using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>What the README has a team add to the schema of an API of its own.</summary>
public sealed class OwnSchemaTests
{
    private const string PayloadType = "AddUserToGroupResult";

    private const string Beside = "The user pool beside other modes";
    private const string Alone = "The user pool alone";

    [Theory]
    [InlineData(Beside, """@aws_cognito_user_pools(cognito_groups: ["ADMINS"])""", "@aws_cognito_user_pools")]
    [InlineData(Alone, """@aws_auth(cognito_groups: ["ADMINS"])""", null)]
    public void The_directives_are_on_the_field_and_on_the_type(string snippet, string onField, string? onType)
    {
        var document = Parser.Parse(ReadmeBlocks.GraphQL[snippet]);

        Assert.Equal([onField], Directives(Assert.Single(Type(document, "Mutation").Fields!).Directives));
        Assert.Equal(onType is null ? [] : [onType], Directives(Type(document, PayloadType).Directives));
    }

    [Theory]
    [InlineData(Beside)]
    [InlineData(Alone)]
    public void The_rest_is_as_in_the_deployed_schema(string snippet)
    {
        var own = Parser.Parse(ReadmeBlocks.GraphQL[snippet]);
        var deployed = Parser.Parse(Repository.ReadText("src/appsync/schema.graphql"));

        Assert.Equal(Signatures(Type(deployed, "Mutation")), Signatures(Type(own, "Mutation")));
        Assert.Equal(Signatures(Type(deployed, PayloadType)), Signatures(Type(own, PayloadType)));
    }

    private static GraphQLObjectTypeDefinition Type(GraphQLDocument document, string name) =>
        document.Definitions.OfType<GraphQLObjectTypeDefinition>().Single(type => type.Name == name);

    private static IEnumerable<string> Directives(GraphQLDirectives? directives) =>
        directives?.Items.Select(directive => Text(directive)) ?? [];

    private static IEnumerable<string> Signatures(GraphQLObjectTypeDefinition type) => type.Fields!.Items.Select(field =>
        $"{field.Name}({string.Join(", ", field.Arguments?.Items.Select(Signature) ?? [])}): {Text(field.Type)}");

    private static string Signature(GraphQLInputValueDefinition argument) => $"{argument.Name}: {Text(argument.Type)}";

    private static string Text(ASTNode node)
    {
        using var writer = new StringWriter();
        new SDLPrinter().PrintAsync(node, writer).AsTask().GetAwaiter().GetResult();
        return writer.ToString().Trim();
    }
}
