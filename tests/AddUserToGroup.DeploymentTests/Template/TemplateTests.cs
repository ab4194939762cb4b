using AddUserToGroup.DeploymentTests.Template.Checks;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The template in every mode.</summary>
public sealed class TemplateTests
{
    [Theory, EveryMode]
    public void What_is_there_is_not_created_again(string mode) => Hold(ResourceChecks.Resources, mode);

    [Theory, EveryMode]
    public void A_front_end_and_an_operator_learn_what_they_need(string mode) => Hold(ResourceChecks.Outputs, mode);

    [Theory, EveryMode]
    public void Users_groups_and_the_audit_log_outlive_the_stack(string mode) => Hold(ResourceChecks.Retention, mode);

    [Theory, EveryMode]
    public void The_function_may_add_users_to_groups_of_the_one_pool_and_log_and_trace(string mode) => Hold(RoleChecks.FunctionRole, mode);

    [Theory, EveryMode]
    public void Only_this_API_may_invoke_and_only_this_function(string mode) => Hold(RoleChecks.DataSourceRole, mode);

    [Theory, EveryMode]
    public void The_function_is_open_to_nothing_else(string mode) => Hold(FunctionChecks.Properties, mode);

    [Theory, EveryMode]
    public void The_function_runs_the_assembly_that_is_built_from_its_folder(string mode) => Hold(FunctionChecks.Code, mode);

    [Theory, EveryMode]
    public void The_function_has_the_role_that_is_written_out(string mode) => Hold(FunctionChecks.Role, mode);

    [Theory, EveryMode]
    public void The_function_gets_exactly_the_settings_that_it_reads(string mode) => Hold(FunctionChecks.Settings, mode);

    [Theory, EveryMode]
    public void The_function_trusts_Amazons_roots_alone_unless_told_otherwise(string mode) => Hold(FunctionChecks.TrustedRoots, mode);

    [Theory, EveryMode]
    public void The_function_answers_before_AppSync_gives_up(string mode) => Hold(FunctionChecks.Timeout, mode);

    [Theory, EveryMode]
    public void The_audit_line_is_logged_at_every_level_on_offer_and_kept_a_year(string mode) => Hold(FunctionChecks.Log, mode);

    [Theory, EveryMode]
    public void The_function_runs_on_the_architecture_that_was_asked_for(string mode) => Hold(FunctionChecks.Architecture, mode);

    [Theory, EveryMode]
    public void A_new_API_takes_IAM_and_the_user_pool(string mode) => Hold(ApiChecks.Api, mode);

    [Theory, EveryMode]
    public void The_schema_comes_before_the_resolver_and_only_into_a_new_API(string mode) => Hold(ApiChecks.Schema, mode);

    [Theory, EveryMode]
    public void The_data_source_is_the_function(string mode) => Hold(ApiChecks.DataSource, mode);

    [Theory, EveryMode]
    public void The_resolver_hands_the_mutation_to_the_data_source(string mode) => Hold(ApiChecks.Resolver, mode);

    [Theory, EveryMode]
    public void A_new_user_pool_is_by_invitation_only_and_strict(string mode) => Hold(UserPoolChecks.Pool, mode);

    [Theory, EveryMode]
    public void The_app_client_keeps_no_secret_and_sends_no_password(string mode) => Hold(UserPoolChecks.Client, mode);

    [Theory, EveryMode]
    public void The_first_administrator_is_invited_into_the_group_that_the_function_asks_for(string mode) =>
        Hold(UserPoolChecks.Administrators, mode);

    [Theory, EveryMode]
    public void Additions_and_all_that_concerns_an_operator_are_counted_once(string mode) => Hold(AlarmChecks.Outcomes, mode);

    [Theory, EveryMode]
    public void Metrics_are_counted_from_the_audit_line(string mode) => Hold(AlarmChecks.Patterns, mode);

    [Theory, EveryMode]
    public void There_is_an_alarm_for_all_that_concerns_an_operator(string mode) => Hold(AlarmChecks.Coverage, mode);

    [Theory, EveryMode]
    public void Alarms_go_to_the_topic_if_there_is_one(string mode) => Hold(AlarmChecks.Actions, mode);

    [Theory, EveryMode]
    public void The_schema_has_the_field_of_the_resolver(string mode) => Hold(SchemaChecks.Resolver, mode);

    private static void Hold(Action<DeployedFiles, Mode> check, string mode) => check(DeployedFiles.Actual, Mode.Named(mode));
}
