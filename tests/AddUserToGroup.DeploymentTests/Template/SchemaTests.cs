using AddUserToGroup.DeploymentTests.Template.Checks;

namespace AddUserToGroup.DeploymentTests.Template;

public sealed class SchemaTests
{
    [Fact]
    public void The_mutation_takes_what_the_function_reads() => Hold(SchemaChecks.Mutation);

    [Fact]
    public void The_mutation_gives_what_the_function_answers() => Hold(SchemaChecks.Result);

    [Fact]
    public void Only_the_group_that_the_function_asks_for_may_call_the_mutation() => Hold(SchemaChecks.DirectiveOnTheMutation);

    [Fact]
    public void Whoever_may_call_the_mutation_may_read_its_answer() => Hold(SchemaChecks.DirectiveOnThePayload);

    [Fact]
    public void There_is_a_query_as_AppSync_demands() => Hold(SchemaChecks.Roots);

    [Fact]
    public void The_mutation_s_description_names_every_error_type() => Hold(SchemaChecks.ErrorTypes);

    private static void Hold(Action<DeployedFiles, Mode> check) => check(DeployedFiles.Actual, Mode.All[0]);
}
