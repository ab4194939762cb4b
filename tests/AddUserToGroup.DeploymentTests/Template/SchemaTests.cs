using System.Globalization;
using System.Reflection;
using System.Text.Json;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>schema.graphql matches the function, and its directives admit only administrators.</summary>
public sealed class SchemaTests
{
    private const string Payload = "AddUserToGroupResult";

    private static readonly string Schema = Repository.ReadText("src/appsync/schema.graphql");

    private static readonly GraphQLDocument Document = Parser.Parse(Schema);

    private static GraphQLFieldDefinition Mutation => Assert.Single(Type("Mutation").Fields!);

    [Fact]
    public void Accepts_the_arguments_that_the_function_reads_and_returns_its_response()
    {
        Assert.Equal(Payload, Text(Mutation.Type));
        // The function reads a missing argument as null, and has a sentence for it.
        Expect.Set(
            Members<MutationArguments>(_ => "String!"),
            Mutation.Arguments!.Select(argument => $"{argument.Name.StringValue}: {Text(argument.Type)}"));
        Expect.Set(
            Members<Membership>(member => new NullabilityInfoContext().Create(member).ReadState is NullabilityState.Nullable ? "String" : "String!"),
            Type(Payload).Fields!.Select(field => $"{field.Name.StringValue}: {Text(field.Type)}"));
    }

    [Fact]
    public void Admits_only_the_group_that_the_function_checks() => Assert.Equal(
        [$"@aws_cognito_user_pools(cognito_groups: [\"{MembershipRules.AdministratorsGroup}\"])"], Directives(Mutation));

    /// <summary>Without a directive the type belongs to the default mode, IAM: the user is added, and the fields are rejected.</summary>
    [Fact]
    public void Lets_every_user_who_may_call_read_the_result() => Assert.Equal(["@aws_cognito_user_pools"], Directives(Type(Payload)));

    [Fact]
    public void Has_the_query_that_AppSync_requires()
    {
        var roots = Assert.Single(Document.Definitions.OfType<GraphQLSchemaDefinition>()).OperationTypes;

        Assert.Equal(["Query: Query", "Mutation: Mutation"], roots.Select(root => $"{root.Operation}: {root.Type!.Name.StringValue}"));
        Assert.NotEmpty(Type("Query").Fields!);
    }

    /// <summary>AppSync has rejected, ignored and dropped descriptions. The local stack's tests check that comments are shown.</summary>
    [Fact]
    public void Has_comments_and_no_descriptions() => Assert.DoesNotContain("\"\"\"", Schema, StringComparison.Ordinal);

    /// <summary>Developers of a front end read only the schema.</summary>
    [Fact]
    public void Names_every_error_type() => Assert.All(
        Enum.GetNames<ErrorType>(),
        outcome => Assert.Contains($"`{outcome}`", Schema, StringComparison.Ordinal));

    /// <param name="type">The name of an object type of the schema.</param>
    internal static IEnumerable<string> Fields(string type) => Type(type).Fields!.Select(field => field.Name.StringValue);

    private static IEnumerable<string> Members<T>(Func<PropertyInfo, string> type) =>
        // Of an instance: a static member is none of the contract.
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(member => $"{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}: {type(member)}");

    private static GraphQLObjectTypeDefinition Type(string name) => Assert.Single(
        Document.Definitions.OfType<GraphQLObjectTypeDefinition>(), type => type.Name.StringValue == name);

    private static IEnumerable<string> Directives(IHasDirectivesNode node) => (node.Directives?.Items ?? []).Select(Text);

    private static string Text(ASTNode node)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new SDLPrinter().PrintAsync(node, text).AsTask().GetAwaiter().GetResult();
        return text.ToString().Trim();
    }
}
